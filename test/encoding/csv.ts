/** CSV, read by Python's reader and by one of RFC 4180; and the YAML beside it. */
import { parse } from 'yaml';
import { csv } from '../../generator/languages/csv.ts';
import { parseCsv } from '../support/rfc4180.ts';
import { execute } from '../support/toolchain.ts';
import { encoderOf } from './encoder-of.ts';
import { type SinksOf, UNHARMED } from './sink.ts';

const isHalved = (text: string) => /\p{Cs}/u.test(text);

function refuses(text: string): string | undefined {
  const isNumber = /^[+-]/.test(text) && !Number.isNaN(Number(text));
  if (/^[=+\-@\t\r]/.test(text) && !isNumber) return 'would be run as a formula by a spreadsheet';
  if (text.includes('\0')) return 'has a NUL character, at which readers of CSV stop';
  return isHalved(text) ? 'has half a character, which no file of text can hold' : undefined;
}

export const csvSinks: SinksOf = {
  language: 'csv',
  programs: ['python3'],
  isVerbatim: true,
  sinks: [
    { name: 'literal', encode: csv.literal, read: cellsOf, refuses },
    { name: 'cell', encode: encoderOf(csv, 'cell'), read: cellsOf, refuses },
    {
      name: 'yaml',
      encode: encoderOf(csv, 'yaml'),
      read: (encoded) => encoded.map((text) => parse(`a:\n  - ${text}\n`).a[0]),
      refuses: (text) => (isHalved(text) ? 'has half a character, which YAML cannot hold' : undefined),
    },
    {
      name: 'comment',
      encode: encoderOf(csv, 'comment'),
      read: (encoded) => encoded.map((text) => parse(`# ${text}\na: ${UNHARMED} # ${text}\n`).a),
      means: () => UNHARMED,
    },
  ],
};

const READER = `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
csv.field_size_limit(1 << 30)
json.dump([row for row in csv.reader(text, strict=True)], sys.stdout)
`;

function cellsOf(encoded: readonly string[]): unknown[] {
  if (encoded.includes('')) throw new Error('a cell without text stands for no value');
  const file = csv.layout?.(encoded.map((text) => `first,${text},last\n`).join('')) ?? '';
  const read: string[][] = JSON.parse(execute('python3', ['-c', READER], { input: file }));
  expectSame(read, parseCsv(file));
  return read.map(([first, text, last]) => (first === 'first' && last === 'last' ? text : { first, text, last }));
}

function expectSame(a: unknown, b: unknown): void {
  if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error('two readers of CSV disagree');
}

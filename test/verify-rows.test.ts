/** What is read of a table without a syntax tree is what running it gives, or nothing. */
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../generator/verify/typescript/read-rows.ts';

const members = new Map<string, unknown>([['Code.Busy', 'BUSY']]);

function read(text: string): unknown[] {
  return rowsOf(text, (reference) => members.get(reference), ts).map(({ value }) => value);
}

const TABLE = `
import { Code } from "./code.js";
/** A list in words: [{ a: 1 }] */
type Pair = readonly [Row, ...Row[]];
const pattern = /["\`]/;
const words = \`\${[1].map(() => \`{\`)}\`;
export const defaults: Readonly<{ kind: string }> = { kind: "all", stated: { kind: { line: 3 } } } as const;
function rows(): readonly Row[] {
  return [
`;

describe('read as it is run', () => {
  test.each([
    ['{ a: 1 }, { a: -2 },', [{ a: 1 }, { a: -2 }]],
    ['row({ a: 1 }), row({ a: 2 })', [{ a: 1 }, { a: 2 }]],
    ['{ "a b": true, c: false, 7: "x" }', [{ 'a b': true, c: false, 7: 'x' }]],
    ['{ a: `b \\` \\$`, c: "\\"\\u0041" }', [{ a: 'b ` $', c: '"A' }]],
    ['{ ...defaults, kind: "own" }', [{ kind: 'own', stated: { kind: { line: 3 } } }]],
    ['{ kind: "own", ...defaults }', [{ kind: 'all', stated: { kind: { line: 3 } } }]],
    ['{ code: Code.Busy as Code } as const', [{ code: 'BUSY' }]],
    ['{ stated: {} }', [{ stated: {} }]],
  ])('%s', (rows, expected) => {
    expect(read(`${TABLE}${rows}];\n}\n`)).toEqual(expected);
  });
});

describe('no row', () => {
  test.each([
    '{ a: 1 + 1 }, { a: 2 }',
    '{ a: f(1, 2) }',
    '{ a: f({ b: 1 }).c }',
    '{ a, c: 1 }',
    '{ a() { return 1; } }',
    '{ a: 1 b: 2 }',
    '{ a: [1] }',
    '{ a: 1 }, 2',
    '{ a: 1 }, { a: "never closed }',
    '{ a: 1 }, { a: 012 }',
  ])('%s', (rows) => {
    expect(read(`${TABLE}${rows}];\n}\n`)).toEqual([]);
  });
});

test('what is not known is nothing', () => {
  expect(read(`${TABLE}{ code: Code.Lazy, a: other, ...others }];\n}\n`)).toEqual([{ code: undefined, a: undefined }]);
});

test('rows differ in shape where they differ in anything but literals', () => {
  const shapes = (rows: string) => new Set(rowsOf(`[${rows}]`, () => undefined, ts).map(({ shape }) => shape)).size;
  expect(shapes('{ a: 1, b: "x" }, { a: 2, b: "y" }')).toBe(1);
  expect(shapes('{ a: 1 }, { b: 1 }, { "c": 1 }, { a: "1" }, { a: -1 }, row({ a: 1 }), wor({ a: 1 })')).toBe(7);
  expect(
    shapes('{ a: 1, ...x }, { ...x, a: 1 }, { ...y, a: 1 }, { a: 1, a: 1, ...x }, { a: true }, { a: false }'),
  ).toBe(6);
});

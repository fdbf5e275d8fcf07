/** How YAML is read where a fixture would be too large to look at, or what comes out is no message. */
import { describe, expect, test } from 'vitest';
import { decode } from '../generator/spec/decode.ts';
import { parseYaml } from '../generator/spec/yaml.ts';
import { catalogHead, providerHead } from './support/spec.ts';

const parse = (text: string) => parseYaml({ path: 'spec/acme.yaml', text });
const said = (text: string) => parse(text).diagnostics.map(({ id, at, message }) => `${at.start} ${id}: ${message}`);

describe('limits', () => {
  test('of depth: what is too deep is told alone, at the bracket', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(said(nested(98))).toEqual([]);
    expect(parse(`%A\n---\nb: *c\n${nested(99)}\n`).diagnostics).toEqual([
      {
        id: 'yaml-too-deep',
        severity: 'error',
        at: { path: 'spec/acme.yaml', start: 114, end: 115 },
        message: 'too many blocks or brackets stand within each other',
        hint: 'close what was left open, and write the rest flatter',
      },
    ]);
  });

  test('of keys and items in a block', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('');
    expect(said(keys(5000))).toEqual([]);
    expect(parse(keys(5001)).diagnostics).toMatchObject([
      { id: 'yaml-too-many', message: '5001 keys stand in one block, and 5000 are allowed', hint: 'split it' },
    ]);
    expect(said('- 1\n'.repeat(20_000))).toEqual([]);
    expect(said('- 1\n'.repeat(20_001))).toEqual([
      '0 yaml-too-many: 20001 items stand in one block, and 20000 are allowed',
    ]);
  });

  test('of what is told of one file', () => {
    expect(said('- *a\n'.repeat(1000))).toHaveLength(1000);
    expect(said('- *a\n'.repeat(1001))).toHaveLength(1000);
    const spec = `${providerHead()}catalogs:\n${catalogHead({ rows: 1001 })}${'      - { code: 1, line: 1, name: A }\n'.repeat(1001)}`;
    expect(decode([{ path: 'spec/acme.yaml', text: spec }]).diagnostics).toHaveLength(1000);
  });
});

test('text may begin with what is a mark elsewhere', () => {
  expect(said('a: |\n  *bold*\n')).toEqual([]);
  expect(said('|\n*bold*\n')).toEqual([]);
  expect(said('a: %b')).toEqual([
    '3 yaml-bad-scalar-start: plain value cannot start with directive indicator character %',
  ]);
});

test('a mark of git within a line is no conflict, and neither is one of YAML', () => {
  expect(said('a: 1 # <<<<<<< HEAD\n')).toEqual([]);
  expect(said('> # folded\n  text\n')).toEqual([]);
  expect(said('a: 1\n<<<<<<< HEAD\n')).toEqual(['5 merge-conflict: a merge conflict was left here']);
});

test.each([
  // The library finds what was not closed at its end, and goes on as if it had been.
  ['a: "b\\%c', [3, 4], 'missing closing quote'],
  ["a: 'b\nc: d", [3, 4], 'missing closing quote'],
  ['{ "a', [2, 3], 'missing closing quote'],
  ['["a" "b", "c"]', [5, 6], 'missing , or : between flow sequence items'],
  ['a: "b"#c', [6, 8], 'comments must be separated from other tokens by white space characters'],
  ['a: [b\n\nc: d', [7, 8], '"]" is missing before this'],
  ['[b', [2, 2], '"]" is missing before this'],
  ['a:\n  b: 1\n c: 2', [11, 12], 'all mapping items must start at the same column'],
  ['a: "\\x1\n  b"', [4, 5], 'invalid escape sequence \\x1\\u{a}'],
])('%j: told at %j', (text, [start, end], message) => {
  const [only, ...others] = parse(text).diagnostics;
  expect(only).toMatchObject({ at: { start, end }, message });
  expect(others).toEqual([]);
});

test.each([
  ['a: !b c\nd: ]', 'yaml-tag'],
  ['%A\n---\nd: ]', 'yaml-directive'],
  ['a: *\nd: ]', 'yaml-alias'],
  ['a: &\nd: ]', 'yaml-anchor'],
])('%j: what is refused is told beside what is no YAML', (text, id) => {
  expect(parse(text).diagnostics.map((one) => one.id)).toEqual(['yaml-unexpected-token', id]);
});

test('of the text a message repeats no more than fits a line', () => {
  const cut = `"${'1'.repeat(80)}…"`;
  expect(said(`a: | ${'1'.repeat(81)}`)).toEqual([`5 yaml-unexpected-token: not a YAML token: ${cut}`]);
  expect(said(`a: |${'1'.repeat(80)}`)).toEqual([
    `5 yaml-unexpected-token: block scalar header includes extra characters: "|${'1'.repeat(79)}…"`,
  ]);
});

test('an anchor of nothing is told as one, and not as an empty file', () => {
  expect(said('&a\n')).toEqual(['0 yaml-anchor: an anchor "&a" is not allowed']);
});

test('keys that are missing are told as that, and not as the same', () => {
  expect(parse(': 1\n: 2').diagnostics.map(({ id }) => id)).toEqual(['yaml-key', 'yaml-key']);
});

test('values that are missing stand after their keys', () => {
  const at = (start: number, end: number) => ({ path: 'spec/acme.yaml', start, end });
  expect(parse('{a, b: }').value).toEqual({
    kind: 'map',
    at: at(0, 8),
    pairs: [
      {
        key: { kind: 'scalar', at: at(1, 2), value: 'a', source: 'a' },
        value: { kind: 'scalar', at: at(2, 2), value: null, source: '' },
      },
      {
        key: { kind: 'scalar', at: at(4, 5), value: 'b', source: 'b' },
        value: { kind: 'scalar', at: at(7, 7), value: null, source: '' },
      },
    ],
  });
});

test.each([
  ['007', 7, '007'],
  ['1e3', 1000, '1e3'],
  ['"a\\x41"', 'aA', 'aA'],
  ["'it''s'", "it's", "it's"],
  ['|\n  two\n  lines', 'two\nlines\n', 'two\nlines\n'],
  ['yes', 'yes', 'yes'],
  ['true', true, 'true'],
])('%j is the value %j, written as %j', (text, value, source) => {
  expect(parse(text).value).toMatchObject({ kind: 'scalar', value, source });
});

/** What is read of a table without a syntax tree is what running it gives, or nothing. */
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../generator/verify/typescript/read-rows.ts';

const members = new Map<string, unknown>([
  ['Code.Busy', 'BUSY'],
  ['Code.Idle', 'IDLE'],
]);

function read(text: string): unknown[] {
  return rowsOf(text, (reference) => members.get(reference)).map(({ value }) => value);
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
    ['{ a: 1 }] as const; [', [{ a: 1 }]],
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
    '{ a: 1, ...others }',
    'row({ a: 1 }) row({ a: 2 })',
    'row({ a: 1 })\nrow({ a: 2 })',
    'row({ a: 1 }).b',
    '{ a: f(1) }',
    '{ a: 1 }].slice(1, [',
  ])('%s', (rows) => {
    expect(read(`${TABLE}${rows}];\n}\n`)).toEqual([]);
  });
});

test('what is not known is nothing', () => {
  expect(read(`${TABLE}{ code: Code.Lazy, a: other }];\n}\n`)).toEqual([{ code: undefined, a: undefined }]);
});

describe('a constant is what it is where the rows stand', () => {
  const rows = '[{ a: 1, ...own }];';
  test.each([
    ['const own = { a: 2 };', [{ a: 2 }]],
    ['  const own: { a: 2; b?: {} } = { a: 2 } as const;', [{ a: 2 }]],
    ['const base = { b: 3 }\nconst own = { ...base };', [{ a: 1, b: 3 }]],
    ['const one = {\n  a: 1,\n};\nconst own =\n  // Words.\n  { a: 2 };', [{ a: 2 }]],
    ['const own = { a: 2 };\n/*\nconst own = { a: 1 };\n*/', [{ a: 2 }]],
    ['const own = { a: 2 };\nconst words = `\nconst own = { a: 1 };\n`;', [{ a: 2 }]],
    ['let own = { a: 2 };', []],
    ['import { own } from "./own.js";', []],
    ['const own = { a: 1 };\nfunction rows() {\n  const own = { a: 2 };\n', []],
    ['const own = change({ a: 1 });', []],
    ['const own = { a: 1 }.b;', []],
  ])('%s', (constants, expected) => {
    expect(read(`${constants}\n${rows}`)).toEqual(expected);
  });
});

test('rows differ in shape where they differ in anything but literals', () => {
  const shapes = (rows: string) =>
    new Set(
      rowsOf(`const x = {}; const y = {}; [ ${rows}, ]`, (reference) => members.get(reference)).map(
        ({ shape }) => shape,
      ),
    ).size;
  expect(shapes('{ a: 1, b: "x" }, { a: 2, b: "y" }')).toBe(1);
  expect(shapes('{ a: 1 }, { b: 1 }, { "c": 1 }, { a: "1" }, { a: -1 }, row({ a: 1 }), wor({ a: 1 })')).toBe(7);
  expect(
    shapes('{ a: 1, ...x }, { ...x, a: 1 }, { ...y, a: 1 }, { a: 1, a: 1, ...x }, { a: true }, { a: false }'),
  ).toBe(6);
  expect(shapes('{ a: Code.Busy }, { a: Code.Idle }')).toBe(1);
  expect(shapes('{ a: Code.Busy }, { a: Code.Lazy }, { a: Code.Slow }, { a: Other.Busy }, { a: "BUSY" }')).toBe(5);
});

/** What is read of TypeScript without a compiler is what the compiler, or the engine, would make of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { typescript } from '../generator/languages/typescript.ts';
import { rowsOf } from '../generator/verify/typescript/read-rows.ts';
import { seenIn } from '../generator/verify/typescript/seen.ts';
import { Tokens, textOf } from '../generator/verify/typescript/tokens.ts';
import { ROOT } from './support/workspace.ts';

test('the tokens of what is generated are those of the compiler', () => {
  const folder = join(ROOT, 'generated/typescript');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  for (const path of paths) {
    const text = readFileSync(join(folder, path), 'utf8');
    expect(tokensOf(text), path).toEqual(compilersTokensOf(text));
  }
});

function tokensOf(text: string): string[] {
  const found: string[] = [];
  for (const tokens = new Tokens(text); tokens.type !== undefined; tokens.next()) found.push(...apart(tokens.raw));
  return found;
}

/** The leaves of its syntax tree. */
function compilersTokensOf(text: string): string[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest);
  const leavesOf = (node: ts.Node): string[] => {
    if (ts.isJSDoc(node)) return [];
    const children = node.getChildren(file);
    return children.length > 0 ? children.flatMap(leavesOf) : apart(node.getText(file));
  };
  return leavesOf(file);
}

/** Two lists of types that end together end in one operator for whom knows no types; an empty list is no token. */
function apart(token: string): string[] {
  return /^>+$/.test(token) ? [...token] : [token].filter(Boolean);
}

describe('what a literal says', () => {
  test('is what was written, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textOf(new Tokens(String(typescript.literal(text))))).toBe(text);
        expect(textOf(new Tokens(String(typescript.prose(text))))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('is what the engine makes of it, or not known', () => {
    const part = fc.constantFrom(
      ...'\\\\\\\\nrtbfv0179ux{}$`\'"aAfF \n\r\u2028',
      '\\u{',
      '\\u00',
      '\\x4',
      '\\u{1F600}',
    );
    let known = 0;
    fc.assert(
      fc.property(fc.constantFrom('"', "'", '`'), fc.array(part, { maxLength: 6 }), (quote, parts) => {
        const literal = quote + parts.join('') + quote;
        const tokens = new Tokens(literal);
        const text = tokens.end === literal.length ? textOf(tokens) : undefined;
        if (text === undefined) return;
        known += 1;
        expect(text).toBe(new Function(`return (${literal});`)());
      }),
      { numRuns: 3000 },
    );
    expect(known).toBeGreaterThan(500);
  });
});

const TEXT = `import { Code } from "./code.js";
/** Words. */
export const own: { kind: "a" } = { kind: "a" };
export function rows(): readonly Row[] {
  return [
    { code: Code.Busy, ...own, line: 1, text: \`one\`, stated: { kind: { line: 3 } } },
    { code: Code.Idle, ...own, line: 2, text: \`two\`, stated: {} },
  ];
}
`;

function seen(text: string): string {
  const members = new Map([
    ['Code.Busy', 'BUSY'],
    ['Code.Idle', 'IDLE'],
  ]);
  const rows = rowsOf(text, (reference) => members.get(reference));
  return seenIn(text, rows, new Set(['line', 'text']));
}

function changed(from: string, to: string): string {
  expect(TEXT).toContain(from);
  return TEXT.replace(from, () => to);
}

describe('a compiler has nothing new to see where', () => {
  test.each([
    ['words are others', '/** Words. */', '/** Other words:\n * an \\@ and `code`. */\n// And more.'],
    ['space is another', '  return [', '\treturn  ['],
    ['a row has another text', '`one`', '`one \\` more`'],
    ['a row has another number', 'line: 2', 'line: 20'],
    ['words stand between rows', '    { code: Code.Idle', '    // Words.\n    { code: Code.Idle'],
  ])('%s', (_, from, to) => {
    expect(seen(changed(from, to))).toBe(seen(TEXT));
  });
});

describe('a compiler is asked where', () => {
  test.each([
    ['it is told to look away', '/** Words. */', '// @ts-nocheck'],
    ['it is told so in a doc comment', '/** Words. */', '/** @ts-ignore */'],
    ['it is told so in a row', 'line: 2', '\n// @ts-ignore\nline: 2'],
    ['it is told so before the value of a row', '`two`', '// @ts-ignore\n`two`'],
    ['it is told so between rows', '    { code: Code.Idle', '    // @ts-expect-error\n    { code: Code.Idle'],
    ['it is told so before a comma', '{} },\n  ]', '{} }\n// @ts-expect-error\n,\n  ]'],
    ['it is told so after the last row', '  ];', '// @ts-expect-error\n  ];'],
    ['it is told so at the end', '  ];\n}\n', '  ];\n}\n// @ts-expect-error'],
    ['another file is referred to', 'import {', '/// <reference types="node" />\nimport {'],
    ['a type is another', 'kind: "a" }', 'kind: "b" }'],
    ['a value that is its own type is another', '= { kind: "a"', '= { kind: "b"'],
    ['a row has another member', 'Code.Idle', 'Code.Busy'],
    ['a row has a member that is not known', 'Code.Idle', 'Code.Lazy'],
    ['a row has another kind of text', '`two`', '"two"'],
    ['a row has another kind of value', '`two`', '2'],
    ['a row has a negative number', 'line: 2', 'line: -2'],
    ['an object in a row says something else', '{ line: 3 }', '{ line: 4 }'],
    ['a row has one property more', 'stated: {} }', 'stated: {}, more: 1 }'],
    ['a row spreads another constant', 'Idle, ...own', 'Idle, ...others'],
    ['properties stand in another order', 'line: 2, text: `two`', 'text: `two`, line: 2'],
    ['there is one row more', '    { code: Code.Idle', '    {},\n    { code: Code.Idle'],
    ['a line ends sooner', 'return [', 'return\n['],
    ['a line ends sooner, within a comment', 'return [', 'return /*\n*/ ['],
    ['a line ends sooner, as only engines end one', 'return [', 'return\u2028['],
    ['there is no space', 'return [', 'return['],
    ['a text is never closed', '`two`', '`two'],
    ['a word is another', 'readonly Row', 'Row'],
    ['the text goes on', '  ];\n}\n', '  ];\n}\nexport {};\n'],
  ])('%s', (_, from, to) => {
    expect(seen(changed(from, to))).not.toBe(seen(TEXT));
  });
});

describe('a compiler is asked, too, where', () => {
  test.each([
    ['what it is told is told of another line', 'line: 2', '/*\n@ts-ignore */\nline: 2', '/*\n@ts-ignore */ line: 2'],
    [
      'rows are constant, and one has another text',
      '`two`, stated: {} },\n  ]',
      '`two` }] as const',
      '`three` }] as const',
    ],
    ['a row is constant, and has another text', '`two`, stated: {} }', '`two` } as const', '`three` } as const'],
    [
      'to it, no comment begins in a regular expression',
      'export function',
      'type A = string\n/[/*]/; one(); /[*/]/;\nexport function',
      'type A = string\n/[/*]/; two(); /[*/]/;\nexport function',
    ],
  ])('%s', (_, from, before, after) => {
    expect(seen(changed(from, after))).not.toBe(seen(changed(from, before)));
  });
});

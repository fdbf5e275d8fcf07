/** What is read of YAML without the library is what the library makes of it, place by place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpanOf } from '../../generator/diagnostic/diagnostic.ts';
import { composedTree, plainTree } from '../../generator/spec/yaml.ts';
import { ROOT } from '../support/workspace.ts';

const spansOf =
  (text: string): SpanOf =>
  (start, end = start + 1) => ({ path: 'spec/acme.yaml', start, end: Math.min(end, text.length) });

function isSame(text: string): boolean {
  const at = spansOf(text);
  const plain = plainTree(text, at);
  if (plain !== undefined) expect(plain).toEqual(composedTree(text, at).value);
  return plain !== undefined;
}

describe('the specs and targets are as plain as that', () => {
  test.each([
    'spec/alibaba.yaml',
    'spec/bandwidth.yaml',
    'spec/sinch.yaml',
    'spec/taxonomy.yaml',
    'templates/json-schema/target.yaml',
    'templates/typescript/target.yaml',
  ])('%s', (path) => {
    expect(isSame(readFileSync(join(ROOT, path), 'utf8'))).toBe(true);
  });
});

describe('plain', () => {
  test.each([
    'a: 1\n',
    '- a\n- b: 1\n  c: 2\n',
    'a:\n- b\n- c\nd: e',
    "a: \"b: \\x41\" # c\nd: 'it''s'\n",
    'a:\n  {\n    b: [c, d],\n\n    e: f,\n  }\ng: {}\n',
    'a: 007\nb: 1e3\nc: -0\nd: ~\ne: True\nf: 2026-01-31\ng: ...\nh: .inf\n',
    '# a\n\nb:\n  # c\n  d: e #f # g\n\n  h: i:j\n# k\n\n',
  ])('%j', (text) => {
    expect(isSame(text)).toBe(true);
  });
});

describe('left to the library', () => {
  test.each([
    '',
    'a',
    'a:\n',
    'a: b\n  c\n',
    'a: |\n  b\n',
    'a: &b c\n',
    'a: b: c\n',
    'a: 1\na: 2\n',
    '<<: a\n',
    'a: 1\n b: 2\n',
    'a: [b\n',
    'a: [b]]\n',
    'a: {b, c: d}\n',
    'a: [b,\nc]\n',
    'a: [b, # c\n  d]\n',
    'a:\tb\n',
    'a: "\\q"\n',
    'a:\n  b: c\n    # d\n  e: f\n',
    'a: b\n ',
    '---\na: b\n',
    `a: ${'['.repeat(60)}${']'.repeat(60)}\n`,
  ])('%j', (text) => {
    expect(plainTree(text, spansOf(text))).toBeUndefined();
  });
});

/** Of what texts are made, and where they may be cut. */
const parts = fc.constantFrom(
  ...['a', 'b', 'key', 'x y', '"x"', "'it''s'", '"\\x41"', '1', '-1', '1e3', '~', 'null', '0x1f', '2026-01-31', 'é'],
  ...[
    ': ',
    ': ',
    ':\n',
    ':\n  ',
    ':\n    ',
    '\n',
    '\n  ',
    '\n    ',
    '\n\n',
    '\n \n',
    ' ',
    '  ',
    '- ',
    '\n- ',
    '\n  - ',
  ],
  ...['{ ', ' }', '}', ', ', ',', ',\n  ', '[', ']', '{}', '[]', ' # c', '\n# c\n', '\n  # c', '#', ':', '-', '.', '/'],
  ...['"', "'", '&a', '*a', '!t', '|', '>', '?', '---', '...', '%', '@', '`', '<<', '\\', '\u00a0', '\u0085', '\u2028'],
  ...['a: 1\n', '  c: 3\n', '- x\n', '  - y\n', '{ a: 1, b: [x, y] }', 'code: 12\n', 'k:\n'],
);

test('the same as the library', () => {
  let plain = 0;
  const text = fc.array(parts, { maxLength: 14 }).map((some) => some.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('', 'a: ', '- b: '), fc.constantFrom('', '\n'), (middle, begin, end) => {
      if (isSame(begin + middle + end)) plain += 1;
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(100);
});

test('the same as the library where a spec is changed somewhere', () => {
  const lines = readFileSync(join(ROOT, 'spec/bandwidth.yaml'), 'utf8').split('\n').slice(20, 120);
  let plain = 0;
  fc.assert(
    fc.property(fc.nat(80), fc.nat(600), fc.nat(2), parts, (from, offset, cut, part) => {
      const text = `entries:\n${lines.slice(from, from + 12).join('\n')}\n`;
      if (isSame(text.slice(0, offset) + part + text.slice(offset + cut))) plain += 1;
    }),
    { numRuns: 1000 },
  );
  expect(plain).toBeGreaterThan(30);
});

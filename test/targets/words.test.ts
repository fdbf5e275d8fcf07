/** What comments of the constants call stated is what the documents state, in each language; each comment is a sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noCase, snakeCase } from 'change-case';
import { describe, expect, test } from 'vitest';
import { type PublishedEntry, publishedRegistry } from '../support/registry.ts';
import { treeOf } from '../support/tree.ts';
import { ROOT } from '../support/workspace.ts';

const catalogs = publishedRegistry().providers.flatMap(({ id: provider, catalogs }) =>
  catalogs.map((catalog) => ({ provider, catalog })),
);

/** What an entry's comment says of its axes. */
function claimsOf({ classification, stated }: PublishedEntry): string[] {
  const told = Object.entries(classification).map(([axis, value]) => ({
    words: `${noCase(axis)} ${value}`,
    line: stated[axis]?.line,
  }));
  const lines = told.flatMap(({ words, line }) => (line === undefined ? [] : [`${words} (line ${line})`]));
  const others = told.flatMap(({ words, line }) => (line === undefined ? [words] : []));
  return [`Stated: ${lines.join(', ') || 'nothing'}.`, `Inferred: ${others.join(', ') || 'nothing'}.`];
}

/** Where a language has the constants of a catalog. */
const pathIn: Readonly<Record<string, (provider: string, catalog: string, typeName: string) => string>> = {
  go: (provider, catalog) => `${provider}_${snakeCase(catalog)}_code_enum.go`,
  java: (_, __, typeName) => `smserrorcodes/${typeName}Code.java`,
  python: (provider, catalog) => `sms_error_codes/${provider}/${snakeCase(catalog)}_code.py`,
  typescript: (provider, catalog) => `${provider}/${catalog}-code.ts`,
};

describe.each(Object.entries(pathIn))('%s', (language, pathOf) => {
  test.each(catalogs)('$provider/$catalog.id', ({ provider, catalog: { id, typeName, entries } }) => {
    const text = readFileSync(join(ROOT, 'generated', language, pathOf(provider, id, typeName)), 'utf8');
    const codes = [...new Set(entries.map(({ code }) => code))];
    const inOrder = codes.flatMap((code) => entries.filter((entry) => entry.code === code));
    expect(text.match(/\b(?:Stated|Inferred): .*$/gm)).toEqual(inOrder.flatMap(claimsOf));
  });
});

test.each(['java', 'python', 'typescript'])('a comment of one line is a sentence: %s', (language) => {
  const texts = Object.values(treeOf(join(ROOT, 'generated', language)));
  const comments = texts.flatMap((text) => [...text.matchAll(/\/\*\* (.*) \*\/|^ *"""(.*)"""$/gm)]);
  expect(comments.length).toBeGreaterThan(50);
  expect(comments.map(([comment]) => comment).filter((comment) => !/\.(?: \*\/|""")$/.test(comment))).toEqual([]);
});

/** The reference pages: every code has its anchor, every link its place, and every printed text is read as it was printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { MARKDOWN_PROGRAMS, renderMarkdown, textOf } from '../support/markdown.ts';
import { publishedEntries, publishedRegistry } from '../support/registry.ts';
import { describeWith } from '../support/toolchain.ts';
import { ROOT } from '../support/workspace.ts';

const FOLDER = join(ROOT, 'generated/markdown');

describeWith('markdown', MARKDOWN_PROGRAMS, () => {
  const names = readdirSync(FOLDER).sort();
  const html = new Map<string, string>();

  beforeAll(() => {
    const texts = names.map((name) => readFileSync(join(FOLDER, name), 'utf8'));
    for (const [index, page] of renderMarkdown(texts).entries()) html.set(names[index] ?? '', page);
  });

  test('there is a page for each provider', () => {
    expect(names).toEqual(
      ['README.md', ...publishedRegistry().providers.map(({ id }) => `${id}.md`), 'taxonomy.md'].sort(),
    );
  });

  test('every link has its place, and no place is there twice', () => {
    const places = new Map(
      [...html].map(([name, page]) => [name, [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)]),
    );
    for (const ids of places.values()) expect(new Set(ids).size).toBe(ids.length);
    const links = [...html].flatMap(([name, page]) =>
      [...page.matchAll(/ href="([^"#]*)(?:#([^"]*))?"/g)].map(([, file, id]) => ({ name, file: file || name, id })),
    );
    expect(links.length).toBeGreaterThan(1000);
    expect(
      links.filter(({ file, id }) => !(id === undefined ? places.has(file) : places.get(file)?.includes(id))),
    ).toEqual([]);
  });

  test('an axis that shares the values of another one says so', () => {
    const page = (html.get('taxonomy.md') ?? '').replaceAll('\n', ' ');
    expect(page).toMatch(/Second category<\/h2>.*?<p>Its values are those of <a href="#category">Category<\/a>\.<\/p>/);
    expect(page.match(/Its values are those/g)).toHaveLength(1);
  });

  test('every code has an anchor, its name and its text, and says of each axis whose word it is', () => {
    for (const [label, entries] of Object.entries(publishedEntries())) {
      const [provider, catalog] = label.split('/');
      const page = html.get(`${provider}.md`) ?? '';
      const sections = new Map(
        page.split('<a id="').map((section): [string, string] => [section.slice(0, section.indexOf('"')), section]),
      );
      for (const { code, name, classification, stated, basis = {}, note, ...cells } of entries) {
        const section = sections.get(`${catalog}.${code}`) ?? '';
        const told = rowsIn(section).map(([, value, word]) => `${value} ${word}`);
        for (const [axis, value] of Object.entries(classification)) {
          const line = stated[axis]?.line;
          const fitting = basis[axis] === undefined ? '' : `; line ${basis[axis].line} fits`;
          expect(told).toContain(line === undefined ? `${value} inferred${fitting}` : `${value} stated, line ${line}`);
        }
        const text = textOf(section);
        expect(text).toContain(`Our name: ${name}.`);
        expect(text).toContain(String(cells['message'] ?? cells['description']));
        expect(text).toContain(`Document line ${cells.line}.`);
        if (note !== undefined) expect(text).toContain(`Note: ${note}`);
        expect(rowsIn(page)).toContainEqual([String(code), name, String(cells['message'] ?? cells['description'])]);
      }
    }
  });

  test('what a scheme states of codes that start alike stands there, and what each value means', () => {
    const { taxonomy, providers } = publishedRegistry();
    const titleOf = new Map(taxonomy.map(({ id, title }) => [id, title]));
    for (const { id, catalogs } of providers)
      for (const { prefix, title, classification, stated } of catalogs.flatMap(
        ({ scheme }) => scheme?.prefixes ?? [],
      )) {
        const claims = Object.entries(classification).map(
          ([axis, value]) => `${titleOf.get(axis)} ${value} (line ${stated[axis]?.line})`,
        );
        expect(rowsIn(html.get(`${id}.md`) ?? '')).toContainEqual([prefix, title, claims.join(', ') || 'nothing']);
      }
    const meanings = rowsIn(html.get('taxonomy.md') ?? '');
    for (const { id, definition } of taxonomy.flatMap(({ values }) => values))
      expect(meanings).toContainEqual([id, definition]);
  });
});

/** The cells of every row of every table. */
function rowsIn(page: string): string[][] {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => textOf(cell)),
  );
}

/** Reading what was rendered gives it back, and what is read of a page, however hostile, stands in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf, parseDocument } from '../../generator/document/read.ts';

const layout = {
  headers: ['Code', 'Text', 'State'],
  columns: ['word', 'text', 'word'],
  codes: new Set<string>(),
} as const;

function rowsIn(name: string, page: string | Uint8Array): string[][] {
  return documentOf(parseDocument(name, Buffer.from(page)), [layout]).tables.flatMap(({ rows }) =>
    rows.map(({ cells }) => [...cells]),
  );
}

/** Any visible text without back-ticks, with single blanks. */
const cell = fc
  .string({ unit: fc.constantFrom(...'abcZ09 .,:;#"\'&<>|\\*_[](){}!?-+=~$%/é日'), maxLength: 24 })
  .map((text) => text.replace(/\s+/g, ' ').trim());
const word = fc.string({ unit: fc.constantFrom(...'abcZ09.,:;#"\'&_-+/é日'), minLength: 1, maxLength: 8 });
const table = fc.array(fc.tuple(word, cell, word), { minLength: 1, maxLength: 8 });

const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]<>()#+\-.!|&~]/g, (character) => `\\${character}`);
const escapeHtml = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

const renderers: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
  'page.md': (rows) =>
    [
      '| Code | Text | State |',
      '|---|---|---|',
      ...rows.map((row) => `| ${row.map(escapeMarkdown).join(' | ')} |`),
    ].join('\n'),
  'page.html': (rows) =>
    `<table><tr><th>Code<th>Text<th>State</tr>${rows
      .map((row) => `<tr>${row.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`)
      .join('\n')}</table>`,
  'page.csv': (rows) =>
    [['Code', 'Text', 'State'], ...rows]
      .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
      .join('\n'),
  'page.txt': (rows) => ['Code Text State', ...rows.map((row) => row.join(' '))].join('\n'),
};

describe('reading what was rendered gives it back', () => {
  test.each(Object.entries(renderers))('%s', (name, render) => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(rowsIn(name, render(rows))).toEqual(rows);
      }),
    );
  });
});

describe('hostile pages', () => {
  const names = ['page.md', 'page.html', 'page.csv', 'page.txt', 'page'];
  const pages: Readonly<Record<string, string | Uint8Array>> = {
    empty: '',
    'a NUL': '\0',
    'no text': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    'half a pair': '\u{feff}\ud800',
    'deep quotes': '>'.repeat(3000),
    'deep lists': '- '.repeat(1500),
    'deep elements': '<div>'.repeat(3000),
    'deep tables': '<table><tr><td>'.repeat(600),
    'open brackets': '['.repeat(20_000),
    'open emphasis': '*a_'.repeat(1000),
    'a wide span': '<table><tr><td colspan=99999999 rowspan=99999999>x<td>y</table>',
    'a long line': `| ${'x '.repeat(100_000)}`,
    'many columns': `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n|${'b|'.repeat(2000)}`,
    'an open quote': '"Code\n1,2\n',
    'an open table': '# A\n\n<table>\n\n<tr><td>',
    'a prototype': '| __proto__ | constructor |\n|---|---|\n| toString | valueOf |',
    'blanks in a heading': `# ${' '.repeat(50_000)}{#a`,
  };

  test.each(Object.entries(pages))('%s', (_, page) => {
    for (const name of names) expectSound(name, Buffer.from(page));
  });

  test('anything at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 400 }), (name, bytes) =>
        expectSound(name, bytes),
      ),
    );
  });

  /** Each row is on a line of the page, and as wide as its table. */
  function expectSound(name: string, page: Uint8Array): void {
    const { tables, text } = documentOf(parseDocument(name, page), [layout]);
    const last = text.split('\n').length;
    for (const { line, rows, headers } of tables) {
      for (const row of [{ line, cells: headers }, ...rows]) {
        expect(row.line).toBeGreaterThanOrEqual(1);
        expect(row.line).toBeLessThanOrEqual(last);
        expect(row.cells.length).toBe(headers.length);
      }
    }
  }
});

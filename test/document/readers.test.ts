/** What each reader makes of a page: a fixture a reader, and the ways in which any page may be spoilt. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Layout } from '../../generator/document/columns.ts';
import { repairMojibake } from '../../generator/document/mojibake.ts';
import { documentOf, type PageDocument, parseDocument } from '../../generator/document/read.ts';
import { foldersIn } from '../support/fixtures.ts';
import { ROOT } from '../support/workspace.ts';

const FOLDER = join(ROOT, 'test/fixtures/document');

const layout: Layout = {
  headers: ['Fault code', 'Number', 'Words', 'Advice'],
  columns: ['word', 'word', 'text', 'none'],
  codes: new Set(['E.1', 'E.2', 'E.3']),
};

/** As a person would check it: where each table stands, and its rows by line. */
function outline({ tables }: PageDocument): string {
  return tables
    .flatMap(({ headings, headers, line, rows }) => [
      headings.map(({ id, title, line: at }) => `${at}: ${title} {#${id}}`).join(' > '),
      `  ${line}: ${headers.join(' | ')}`,
      ...rows.map((row) => `  ${row.line}: ${row.cells.join(' | ')}`),
      '',
    ])
    .join('\n');
}

function read(name: string, text: string | Uint8Array): string {
  return outline(documentOf(parseDocument(name, Buffer.from(text)), [layout]));
}

test.each(foldersIn(FOLDER))('%s', async (name) => {
  const [input = ''] = readdirSync(join(FOLDER, name)).filter((file) => file.startsWith('input.'));
  await expect(read(input, readFileSync(join(FOLDER, name, input)))).toMatchFileSnapshot(
    join(FOLDER, name, 'expected.txt'),
  );
});

describe('what does not change what is read', () => {
  test.each(foldersIn(FOLDER))('%s', (name) => {
    const [input = ''] = readdirSync(join(FOLDER, name)).filter((file) => file.startsWith('input.'));
    const text = readFileSync(join(FOLDER, name, input), 'utf8');
    const plain = read(input, text);
    expect(plain).not.toBe('');
    expect(read(input, text.replaceAll('\n', '\r\n'))).toBe(plain);
    expect(read(input, text.replaceAll('\n', '\r'))).toBe(plain);
    expect(read(input, `\u{feff}${text}`)).toBe(plain);
    expect(read(input, text.trimEnd())).toBe(plain);
    expect(read(input, Buffer.from(`\u{feff}${text}`, 'utf16le'))).toBe(plain);
  });
});

describe('mojibake', () => {
  test.each([
    ['Acmeâ€™s', 'Acme’s'],
    ['Ã©tÃ© â€œxâ€\u009d', 'été “x”'],
    ['café', 'café'],
    ['Ünïcödé, 日本', 'Ünïcödé, 日本'],
    ['\u{c2}\u{a0}', '\u{a0}'],
  ])('%s', (spoilt, right) => {
    expect(repairMojibake(spoilt)).toBe(right);
  });

  test('bytes that are no UTF-8 are read as Windows-1252', () => {
    const page = Buffer.from('| Code | Text |\n|---|---|\n| 1 | caf\u{e9} \u{80} |\n', 'latin1');
    expect(read('page.md', page)).toContain('3: 1 | café €');
  });
});

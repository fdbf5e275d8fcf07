/** Smaller promises of `audit`: repeated tables, composite keys, anchors that change, comments that travel. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { edit } from '../support/workspace.ts';
import { type AcmeRow, acmeFolder, markdown, rows } from './acme.ts';

async function idsIn(folder: string): Promise<string[]> {
  const { out } = await run(folder, 'audit', 'acme.md', '--format', 'json');
  const { findings }: { findings: { id: string; code?: unknown; field?: string }[] } = JSON.parse(out);
  return findings.filter(({ id }) => id !== 'edition-changed').map(({ id, code, field }) => `${id} ${code} ${field}`);
}

async function written(page: string): Promise<string> {
  const folder = acmeFolder(page);
  await run(folder, 'audit', 'acme.md', '--write');
  return readFileSync(join(folder, 'spec/acme.yaml'), 'utf8');
}

test('a table that only repeats codes is not read as rows', async () => {
  const page = `${markdown(rows)}\n## Retries {#retries}\n\n| Code | Retry |\n|---|---|\n| 101 | yes |\n| 201 | no |\n`;
  expect(await idsIn(acmeFolder(page))).toEqual([]);
});

test('a row with another key and the same code has changed a cell', async () => {
  const folder = acmeFolder(
    markdown(rows.map((row) => (row.code === '105' ? { ...row, text: 'Number is gone' } : row))),
  );
  edit(join(folder, 'spec/acme.yaml'), 'key: [code]', 'key: [code, text]');
  expect(await idsIn(folder)).toEqual(['cell-changed 105 text']);
});

test('a section whose anchor has changed is known by its title', async () => {
  expect(await idsIn(acmeFolder(markdown(rows).replace('{#account}', '{#money}')))).toEqual([]);
});

test('mojibake of a page is repaired before it is compared', async () => {
  const spoilt = markdown(rows.map((row) => (row.code === '105' ? { ...row, text: 'Numberâ€™s not in use' } : row)));
  const folder = acmeFolder(spoilt);
  edit(join(folder, 'spec/acme.yaml'), 'text: Number is not in use', 'text: Number’s not in use');
  expect(await idsIn(folder)).toEqual([]);
});

test('a comment above a row goes where the row goes', async () => {
  const [first, second, ...others] = rows;
  if (first === undefined || second === undefined) throw new Error('too few rows');
  const [third, ...rest] = others;
  if (third === undefined) throw new Error('too few rows');
  expect(await written(markdown([first, third, { ...second, section: 'network' }, ...rest]))).toMatch(
    /- \{ code: 105[^\n]*\n\n +# An own comment of 102\.\n +- code: 102/,
  );
  expect(await written(markdown([second, third, ...rest, { ...first, section: 'account' }]))).toMatch(
    /# ---- Network ----\n\n +# An own comment of 102\.\n +- code: 102/,
  );
});

test('the first row of a section goes below what is said above the section', async () => {
  const fresh: AcmeRow = { code: '203', text: 'Early', state: 'Failed', section: 'account' };
  expect(await written(markdown([...rows.slice(0, 3), fresh, ...rows.slice(3)]))).toMatch(
    /# ---- Account ----\n\n +- code: 203\n/,
  );
});

/**
 * Hostile and odd text in every field of a spec that holds some, through the command line: it is refused with its place, or
 * every target is made and the value reads back the same.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { payloads } from './encoding/payloads.ts';
import { run } from './support/cli.ts';
import { describeWith, execute } from './support/toolchain.ts';
import { emptyFolder, workspace } from './support/workspace.ts';

/** Too large for a spec; the encoders are given it elsewhere. */
const texts = Object.entries(payloads).filter(([name]) => name !== 'a megabyte');

interface Texts {
  readonly provider?: string;
  readonly catalog?: string;
  readonly section?: string;
  readonly header?: string;
  readonly document?: string;
  readonly rows?: readonly { readonly text?: string; readonly note?: string }[];
}

/** JSON is YAML, but for what JSON leaves as it is and YAML does not allow. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function specOf({
  provider = 'Acme',
  catalog = 'Codes',
  section = 'All',
  header = 'Text',
  document = 'Page',
  rows = [{}],
}: Texts) {
  return `provider: acme
name: ${quoted(provider)}
document: { title: ${quoted(document)}, received: 2026-01-31, sha256: ${'ab'.repeat(32)} }
catalogs:
  api:
    title: ${quoted(catalog)}
    type_name: AcmeError
    code_type: integer
    key: [code]
    rows: ${rows.length}
    cells_sha256: ${'ab'.repeat(32)}
    columns:
      - { header: Code, field: code }
      - { header: ${quoted(header)}, field: text, type: string }
    sections:
      - { id: all, title: ${quoted(section)}, line: 1 }
    entries:
${rows
  .map(
    ({ text = 'Text', note = 'Note' }, index) =>
      `      - { code: ${index + 1}, line: ${index + 2}, section: all, name: n${index + 1}, text: ${quoted(text)}, note: ${quoted(note)} }\n`,
  )
  .join('')}`;
}

function folderWith(spec: string, folder = workspace(['templates'])): string {
  mkdirSync(join(folder, 'spec'));
  writeFileSync(join(folder, 'spec/acme.yaml'), spec);
  return folder;
}

/** Whether a spec is taken; where it is not, an error says where. */
async function isTaken(spec: string): Promise<boolean> {
  const { exitCode, err } = await run(folderWith(spec, emptyFolder()), 'lint');
  if (exitCode === 1) expect(err).toMatch(/^error\[[\w-]+\]: .*\n {2}spec\/acme\.yaml:\d+:\d+$/m);
  else expect(exitCode).toBe(0);
  return exitCode === 0;
}

/** Of each field the texts that a spec may have there. */
async function takenTexts(specWith: (text: string) => string): Promise<string[]> {
  const taken: string[] = [];
  for (const [, text] of texts) if (await isTaken(specWith(text))) taken.push(text);
  return taken;
}

/** The rows that some language of the targets cannot hold, which `generate` tells at their lines. */
async function refusedRows(folder: string, spec: string): Promise<Set<number>> {
  const { exitCode, out } = await run(folder, 'generate', '--format', 'json');
  const { diagnostics }: { diagnostics: { id: string; severity: string; at: { path: string; line: number } }[] } =
    JSON.parse(out);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(exitCode).toBe(errors.length > 0 ? 1 : 0);
  expect(errors.filter(({ id, at }) => id !== 'unencodable' || at.path !== 'spec/acme.yaml')).toEqual([]);
  const first = spec.slice(0, spec.indexOf('      - { code: 1,')).split('\n').length;
  return new Set(errors.map(({ at }) => at.line - first));
}

describe('cells and notes', () => {
  test('come back from JSON and CSV as they were, or are refused with their place', async () => {
    const asCell = await takenTexts((text) => specOf({ rows: [{ text }] }));
    const asNote = await takenTexts((note) => specOf({ rows: [{ note }] }));
    expect(asCell.length).toBeGreaterThan(25);
    expect(asNote.length).toBeGreaterThan(25);
    const all = asCell.map((text, index) => ({ text, note: asNote[index % asNote.length] ?? '' }));
    const refused = await refusedRows(folderWith(specOf({ rows: all })), specOf({ rows: all }));
    expect(refused.size).toBeLessThan(8);
    const rows = all.filter((_, index) => !refused.has(index));
    const folder = folderWith(specOf({ rows }));
    expect((await run(folder, 'generate', '--quiet')).err.match(/^error.*(?:\n .*)*$/gm)).toBe(null);
    expect(await run(folder, 'check')).toMatchObject({ exitCode: 0 });

    const registry = JSON.parse(readFileSync(join(folder, 'generated/json/registry.json'), 'utf8'));
    const entries: { text: string; note: string }[] = registry.providers[0].catalogs[0].entries;
    expect(entries.map(({ text, note }) => ({ text, note }))).toEqual(rows);

    const seed = readFileSync(join(folder, 'generated/csv/sms_error_codes.csv'), 'utf8');
    const csv: { text: string; note: string }[] = parseCsv(seed, { columns: true });
    expect(csv.map(({ text, note }) => ({ text, note }))).toEqual(rows);
  }, 300_000);
});

describe.each(['provider', 'catalog', 'section', 'header', 'document'] as const)('the text of %s', (field) => {
  test('makes every target, or is refused with its place', async () => {
    const taken = await takenTexts((text) => specOf({ [field]: text }));
    expect(taken.length).toBeGreaterThan(20);
    // All at once: what breaks one file breaks the run, and the name of the text is in the difference.
    const folder = folderWith(specOf({ [field]: taken.join(' ').replace(/\s+/g, ' ').trim() }));
    const { exitCode, err } = await run(folder, 'generate');
    expect({ exitCode, err: err.match(/^error.*$/gm) }).toEqual({ exitCode: 0, err: null });
  }, 300_000);
});

describeWith('python', ['python3'], () => {
  test('reads the texts of cells as they were', async () => {
    const rows = (await takenTexts((text) => specOf({ rows: [{ text }] }))).map((text) => ({ text }));
    const folder = folderWith(specOf({ rows }));
    expect(await run(folder, 'generate', '--target', 'python')).toMatchObject({ exitCode: 0 });
    const program =
      'import json\nfrom sms_error_codes.acme import api\nprint(json.dumps([e.text for e in api.ENTRIES]))\n';
    const out = execute('python3', ['-c', program], { cwd: join(folder, 'generated/python') });
    expect(JSON.parse(out)).toEqual(rows.map(({ text }) => text));
  });
});

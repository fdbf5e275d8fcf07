/**
 * Hostile and odd text in every field of a spec that holds some, through the command line: it is refused with its place, or
 * every target is made and the value reads back the same.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { payloads } from './encoding/payloads.ts';
import { run } from './support/cli.ts';
import { databases } from './support/databases.ts';
import { runGo, runJava } from './support/programs.ts';
import { quoted } from './support/spec.ts';
import { describeWith, execute } from './support/toolchain.ts';
import { sharedFolder, workspace } from './support/workspace.ts';

/** Too large for a spec; the encoders are given it elsewhere. */
const texts = Object.entries(payloads).filter(([name]) => name !== 'a megabyte');

const nameByText = new Map(texts.map(([name, text]) => [text, name]));

interface Texts {
  readonly provider?: string;
  readonly catalog?: string;
  readonly section?: string;
  readonly header?: string;
  readonly document?: string;
  readonly rows?: readonly { readonly text?: string; readonly note?: string }[];
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
  mkdirSync(join(folder, 'spec'), { recursive: true });
  writeFileSync(join(folder, 'spec/acme.yaml'), spec);
  return folder;
}

const scratch = sharedFolder();

/** Whether a spec is taken; where it is not, an error says where. */
async function isTaken(spec: string): Promise<boolean> {
  const { exitCode, err } = await run(folderWith(spec, scratch), 'lint');
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

interface Row {
  readonly text: string;
  readonly note: string;
}

interface Reader {
  readonly target: string;
  readonly programs: readonly string[];
  /** What the target's own tools read in the output. */
  readonly read: (generated: string) => readonly Row[];
  /** Names of the texts that the language cannot hold. */
  readonly refuses?: readonly string[];
}

const PYTHON = `import json
from sms_error_codes.acme import api
print(json.dumps([{"text": e.text, "note": e.note} for e in api.ENTRIES]))`;

const GO = `package main

import (
	"encoding/json"
	"os"

	"app/codes"
)

func main() {
	rows := []map[string]string{}
	for _, entry := range smserrorcodes.AcmeErrors() {
		rows = append(rows, map[string]string{"text": entry.Text, "note": entry.Note})
	}
	json.NewEncoder(os.Stdout).Encode(rows)
}
`;

/** Unit by unit, because what Java makes of text on its way out depends on where it runs. */
const JAVA = `class Main {
  public static void main(String[] none) {
    for (smserrorcodes.AcmeError entry : smserrorcodes.AcmeErrors.ALL)
      for (String text : new String[] {entry.text(), entry.note().orElseThrow()}) {
        text.chars().forEach(unit -> System.out.print(unit + " "));
        System.out.println();
      }
  }
}
`;

function rowsOfJava(out: string): Row[] {
  const lines = out.split('\n').slice(0, -1);
  const texts = lines.map((line) => String.fromCharCode(...line.trim().split(' ').map(Number)));
  return texts.flatMap((text, index) => (index % 2 === 0 ? [{ text, note: texts[index + 1] ?? '' }] : []));
}

const readers: Readonly<Record<string, Reader>> = {
  JSON: {
    target: 'json',
    programs: [],
    read: (generated) => JSON.parse(textOf(generated, 'json/registry.json')).providers[0].catalogs[0].entries,
  },
  CSV: {
    target: 'csv',
    programs: [],
    // A spreadsheet would take them for formulas.
    refuses: ['doc tags', 'formula =', 'formula of a number alone', 'formula @'],
    read: (generated) => parseCsv(textOf(generated, 'csv/sms_error_codes.csv'), { columns: true }),
  },
  Python: {
    target: 'python',
    programs: ['python3'],
    read: (generated) => JSON.parse(execute('python3', ['-c', PYTHON], { cwd: join(generated, 'python') })),
  },
  Go: { target: 'go', programs: ['go'], read: (generated) => JSON.parse(runGo(generated, GO)) },
  Java: {
    target: 'java',
    programs: ['java', 'javac'],
    read: (generated) => rowsOfJava(runJava(generated, JAVA)),
  },
  ...Object.fromEntries(
    Object.entries(databases).map(([name, { programs, open }]): [string, Reader] => [
      name,
      {
        target: 'sql',
        programs,
        refuses: ['private use and unassigned'],
        read: (generated) => {
          const database = open();
          database.run(textOf(generated, 'sql/sms_error_codes.sql'));
          return database.ask('SELECT text, note FROM sms_error_codes ORDER BY line') as unknown as Row[];
        },
      },
    ]),
  ),
};

function textOf(generated: string, path: string): string {
  return readFileSync(join(generated, path), 'utf8');
}

/** The rows that the language of a target cannot hold, which `generate` tells at their lines. */
async function refusedRows(spec: string, target: string): Promise<Set<number>> {
  const { exitCode, out } = await run(folderWith(spec), 'generate', '--format', 'json', '--target', target);
  const { diagnostics }: { diagnostics: { id: string; severity: string; at: { path: string; line: number } }[] } =
    JSON.parse(out);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(exitCode).toBe(errors.length > 0 ? 1 : 0);
  expect(errors.filter(({ id, at }) => id !== 'unencodable' || at.path !== 'spec/acme.yaml')).toEqual([]);
  const first = spec.slice(0, spec.indexOf('      - { code: 1,')).split('\n').length;
  return new Set(errors.map(({ at }) => at.line - first));
}

describe('cells and notes', () => {
  let all: readonly Row[] = [];

  beforeAll(async () => {
    const cells = await takenTexts((text) => specOf({ rows: [{ text }] }));
    const notes = await takenTexts((note) => specOf({ rows: [{ note }] }));
    expect(Math.min(cells.length, notes.length)).toBeGreaterThan(25);
    all = [...cells.map((text) => ({ text, note: 'Note' })), ...notes.map((note) => ({ text: 'Text', note }))];
  });

  const nameOf = ({ text, note }: Row) => nameByText.get(text) ?? nameByText.get(note) ?? '';

  test('that no target refuses make all of them, which are current then', async () => {
    const refused = new Set(Object.values(readers).flatMap(({ refuses = [] }) => refuses));
    const folder = folderWith(specOf({ rows: all.filter((row) => !refused.has(nameOf(row))) }));
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(await run(folder, 'check')).toMatchObject({ exitCode: 0 });
  });

  for (const [name, { target, programs, read, refuses = [] }] of Object.entries(readers))
    describeWith(name, programs, () => {
      test('has them as they were, but for those that are refused with their place', async () => {
        const refused = await refusedRows(specOf({ rows: all }), target);
        expect([...new Set(all.filter((_, index) => refused.has(index)).map(nameOf))]).toEqual(refuses);
        const rows = all.filter((_, index) => !refused.has(index));
        const folder = folderWith(specOf({ rows }));
        expect(await run(folder, 'generate', '--target', target)).toMatchObject({ exitCode: 0 });
        const found = read(join(folder, 'generated'));
        expect(found.map(({ text, note }) => ({ text, note }))).toEqual(rows);
      });
    });
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

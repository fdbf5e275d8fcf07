/** What `--write` makes of a spec: the changes of the page and nothing else, in the layout of the author. */
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCK } from '../../generator/leftover.ts';
import { lint, run, runOn } from '../support/cli.ts';
import { machine } from '../support/machine.ts';
import { timesOf } from '../support/tree.ts';
import { edit, ROOT } from '../support/workspace.ts';
import { type AcmeRow, acmeFolder, markdown, rows } from './acme.ts';

const fresh: AcmeRow = { code: '301', text: 'Handset is out of reach (for now)', state: 'Paused', section: 'account' };

/** One row gone, one moved to another section, one changed, one new in a new section. */
const nextEdition: readonly AcmeRow[] = [
  ...rows
    .filter(({ section, code }) => section === 'network' && code !== '105')
    .map((row) => (row.code === '101' ? { ...row, text: 'Queue is full' } : row)),
  ...rows.filter(({ code }) => code === '201'),
  { code: '105', text: 'Number is not in use', state: 'Refused', section: 'account' },
  ...rows.filter(({ code }) => code === '999'),
  { ...fresh, section: 'extra' },
];

async function write(folder: string, name = 'acme.md') {
  utimesSync(join(folder, name), new Date('2021-02-03T12:00:00Z'), new Date('2021-02-03T12:00:00Z'));
  return run(folder, 'audit', name, '--write');
}

function specIn(folder: string): string {
  return readFileSync(join(folder, 'spec/acme.yaml'), 'utf8');
}

test('a new edition, as a reviewer finds it', async () => {
  const folder = acmeFolder(markdown(nextEdition));
  const { exitCode, err } = await write(folder);
  expect({ exitCode, err }).toEqual({ exitCode: 1, err: expect.stringContaining('spec/acme.yaml written\n') });
  await expect(specIn(folder)).toMatchFileSnapshot(join(ROOT, 'test/fixtures/audit/next-edition.yaml'));
  expect(await lint(folder)).toEqual({ exitCode: 0, ids: ['needs-review', 'needs-review', 'needs-review'] });
});

test.each([
  [
    'audit',
    ['audit', 'acme.md', '--write'],
    'spec/acme.yaml',
    'error: spec/acme.yaml was changed meanwhile; run this again\n',
  ],
  [
    'import',
    ['import', 'acme.md', '--provider', 'other'],
    'spec/other.yaml',
    'error: "spec/other.yaml" is there already; audit the document instead\n',
  ],
])('what somebody writes while %s waits for another run is not written over', async (_, command, path, message) => {
  const folder = acmeFolder(markdown(nextEdition));
  writeFileSync(join(folder, 'spec', LOCK), 'process 17 on elsewhere, 01234567-89ab-cdef-0123-456789abcdef\n');
  const pause = async () => writeFileSync(join(folder, path), '# mine\n');
  const { exitCode, err } = await runOn({ ...machine, pause }, folder, ...command);
  expect({ exitCode, err: err.slice(-message.length) }).toEqual({ exitCode: 2, err: message });
  expect(readFileSync(join(folder, path), 'utf8')).toBe('# mine\n');
});

test('a column that the page has no more keeps its cells, and stays a finding for a person', async () => {
  const without = (page: string) => page.replaceAll(/\|[^|\n]*\|$/gm, '|');
  const changed = rows.map((row) => (row.code === '101' ? { ...row, text: 'Queue is full' } : row));
  const folder = acmeFolder(without(markdown(changed)));
  const before = specIn(folder);
  const { err } = await write(folder);
  expect(err).toContain('spec/acme.yaml written\n');
  expect(specIn(folder)).toContain('text: Queue is full\n');
  expect(specIn(folder).match(/state: .*/g)).toEqual(before.match(/state: .*/g));
  const { out, exitCode } = await run(folder, 'audit', 'acme.md', '--format', 'json');
  expect({ exitCode, ids: JSON.parse(out).findings.map(({ id }: { id: string }) => id) }).toEqual({
    exitCode: 1,
    ids: ['column-removed'],
  });
  expect((await run(folder, 'lint')).exitCode).toBe(0);
});

test('the second run finds nothing, and touches no file', async () => {
  const folder = acmeFolder(markdown(nextEdition));
  await write(folder);
  const times = timesOf(join(folder, 'spec'));
  expect(await write(folder)).toEqual({ exitCode: 0, out: '', err: 'no difference\n' });
  expect(timesOf(join(folder, 'spec'))).toEqual(times);
});

test('back to the first edition: what was gone is no tombstone any more, and has its name again', async () => {
  const folder = acmeFolder(markdown(nextEdition));
  await write(folder);
  expect(specIn(folder)).toContain(
    '- { code: 202, name: closed, since: 2021-02-03, reason: The document no longer lists it. }',
  );
  writeFileSync(join(folder, 'acme.md'), markdown(rows));
  await write(folder);
  expect(specIn(folder)).toMatch(/- code: 202\n +line: 17\n +section: account\n +name: closed\n/);
  expect(specIn(folder)).toMatch(/removed:\n +- \{ code: 301, name: handset_is_out_of_reach, .*\}\n/);
  expect(specIn(folder)).not.toContain('{ code: 202');
  expect((await run(folder, 'audit', 'acme.md')).exitCode).toBe(0);
});

describe('rows that go from the end of the file', () => {
  const last = rows.slice(5);
  const pages: Readonly<Record<string, readonly AcmeRow[]>> = {
    'the last two': rows.slice(0, 4),
    'one that is gone and one that has moved': [...last, ...rows.slice(0, 4)],
    'all, for a new one': [fresh],
  };

  test.each(Object.entries(pages))('%s', async (_, page) => {
    const folder = acmeFolder(markdown(page));
    edit(join(folder, 'spec/acme.yaml'), '    # The end of the catalog.\n', '');
    const audit = ['audit', 'acme.md', '--provider', 'acme'];
    await run(folder, ...audit, '--write');
    expect(specIn(folder)).toMatch(/\S\n$/);
    expect(await run(folder, ...audit)).toMatchObject({ exitCode: 0, err: 'no difference\n' });
    expect((await run(folder, 'lint')).exitCode).toBe(0);
  });
});

test('sections that change places: their list follows, with what is said of them', async () => {
  const [first, second] = [
    rows.filter((row) => row.section === 'account'),
    rows.filter((row) => row.section === 'network'),
  ];
  const folder = acmeFolder(markdown([...first, ...second]));
  edit(join(folder, 'spec/acme.yaml'), '      - id: account\n', '      # What it costs.\n      - id: account\n');
  await write(folder);
  expect(specIn(folder)).toContain(`    sections:
      # What it costs.
      - id: account
        title: Account
        line: 3
      - id: network
        title: Network
        line: 12
        stated: { cause: { value: network, line: 12 } }
`);
  expect((await run(folder, 'lint')).exitCode).toBe(0);
  expect(await write(folder)).toEqual({ exitCode: 0, out: '', err: 'no difference\n' });
});

test('line ends stay as they are', async () => {
  const folder = acmeFolder(markdown(nextEdition));
  await write(folder);
  const crlf = acmeFolder(markdown(nextEdition));
  writeFileSync(join(crlf, 'spec/acme.yaml'), specIn(crlf).replaceAll('\n', '\r\n'));
  await write(crlf);
  expect(specIn(crlf)).toBe(specIn(folder).replaceAll('\n', '\r\n'));
});

test('names: each holder of a shared text gets its code, and nothing that exists is renamed', async () => {
  const twins = ['203', '204'].map(
    (code): AcmeRow => ({ code, text: 'Queue full', state: 'Failed', section: 'account' }),
  );
  const folder = acmeFolder(markdown([...rows.slice(0, 5), ...twins, ...rows.slice(5)]));
  await write(folder);
  expect(specIn(folder).match(/(?<= name: )queue_full.*/g)).toEqual(['queue_full', 'queue_full_203', 'queue_full_204']);
});

test('what the code scheme states of a new code is stated', async () => {
  const row: AcmeRow = { code: '203', text: 'Something', state: 'Failed', section: 'network' };
  const folder = acmeFolder(markdown([...rows.slice(0, 3), row, ...rows.slice(3)]));
  await write(folder);
  expect(specIn(folder)).toMatch(/code: 203\n(?: +\w+: .*\n)+ +stated: \{ cause: \{ value: account, line: 15 \} \}\n/);
});

describe('what cannot be written stays a finding, and is said', () => {
  const changes: Readonly<Record<string, readonly [page: string, says: string]>> = {
    'a code that is no number': [markdown([...rows, { ...fresh, code: '4xx' }]), 'column "Code" cannot hold it'],
    'a cell that is empty': [markdown([...rows, { ...fresh, text: '' }]), 'column "Text" is empty'],
    'two rows with one key': [
      markdown([...rows, { ...(rows[0] as AcmeRow), text: 'Queue is empty' }]),
      'another row has its key',
    ],
    'a table without rows': [markdown(rows).replace(/^\| [1-9].*\n/gm, ''), 'the document has no row of it'],
  };

  test.each(Object.entries(changes))('%s', async (_, [page, says]) => {
    const folder = acmeFolder(page);
    const { exitCode, err } = await run(folder, 'audit', 'acme.md', '--provider', 'acme', '--write');
    expect(err).toContain(says);
    expect(exitCode).toBe(1);
    expect((await run(folder, 'lint')).exitCode).toBe(0);
    expect((await run(folder, 'audit', 'acme.md', '--provider', 'acme')).exitCode).toBe(1);
  });

  test.each([
    ['an empty page', ''],
    ["somebody else's", '| Code | Text | Sort |\n|---|---|---|\n| 7 | Other | x |\n'],
  ])('a page of something else: %s', async (_, page) => {
    const folder = acmeFolder(page);
    const before = specIn(folder);
    const { exitCode, err } = await run(folder, 'audit', 'acme.md', '--provider', 'acme', '--write');
    expect(err).toContain('warning[not-written]: provider "acme" is not written: the document has no row of it');
    expect(exitCode).toBe(1);
    expect(specIn(folder)).toBe(before);
  });

  test('a spec that would be wrong is not written at all', async () => {
    const folder = acmeFolder(markdown(rows.filter(({ code }) => code !== '202')));
    edit(
      join(folder, 'spec/acme.yaml'),
      'note: Nobody knows.',
      'deprecated: { since: "1", reason: Old, replacement: 202 }',
    );
    const before = specIn(folder);
    const { exitCode, err } = await write(folder);
    expect(err).toContain('error[unknown-replacement]');
    expect(exitCode).toBe(1);
    expect(specIn(folder)).toBe(before);
  });
});

test('a line between two that have moved differently is left to a person', async () => {
  const folder = acmeFolder(markdown(rows).replace('\n\n## Account', '\n\n\nAnd another line.\n\n## Account'));
  edit(
    join(folder, 'spec/acme.yaml'),
    'inferred: { cause: account }',
    'stated: { cause: { value: account, line: 10 } }',
  );
  const { err } = await write(folder);
  expect(err).toContain('warning[unsure-line]: line 10 of the document may have moved');
  expect(specIn(folder)).toContain('stated: { cause: { value: account, line: 10 } }');
  expect(specIn(folder)).toContain('prefix: "2", title: Account, stated: { cause: { value: account, line: 17 } }');
});

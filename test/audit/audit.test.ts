/** What `audit` finds: each way in which a page can differ from its catalog, and nothing else. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { edit } from '../support/workspace.ts';
import { type AcmeRow, acmeFolder, csv, flattened, html, markdown, rows } from './acme.ts';

const fresh: AcmeRow = { code: '203', text: 'Account is new', state: 'Refused', section: 'account' };

/** The rows with one of them changed. */
function withRow(code: string, change: Partial<AcmeRow>): AcmeRow[] {
  return rows.map((row) => (row.code === code ? { ...row, ...change } : row));
}

/** The rows with one of them at another place. */
function withMove(code: string, to: number): AcmeRow[] {
  const others = rows.filter((row) => row.code !== code);
  return [...others.slice(0, to), ...rows.filter((row) => row.code === code), ...others.slice(to)];
}

async function findingsIn(document: string, name = 'acme.md'): Promise<string[]> {
  const { out } = await run(acmeFolder(document, name), 'audit', name, '--format', 'json');
  const { findings }: { findings: { id: string; code?: unknown; field?: string }[] } = JSON.parse(out);
  return findings.map(({ id, code, field }) => [id, code, field].filter((part) => part !== undefined).join(' '));
}

describe('one finding for a row or a cell, and a note of the edition', () => {
  const pages: Readonly<Record<string, readonly [page: string, findings: readonly string[]]>> = {
    'the same': [markdown(rows), []],
    'a row more': [markdown([...rows.slice(0, 5), fresh, ...rows.slice(5)]), ['row-added 203']],
    'a row less': [markdown(rows.filter(({ code }) => code !== '102')), ['row-removed 102']],
    'a row at the top': [markdown(withMove('105', 0)), ['row-moved 105']],
    'a row further down': [markdown(withMove('101', 2)), ['row-moved 101']],
    'another word': [markdown(withRow('201', { text: 'No money left' })), ['cell-changed 201 text']],
    'two cells of a row': [
      markdown(withRow('201', { text: 'No money', state: 'Failed' })),
      ['cell-changed 201 text', 'cell-changed 201 state'],
    ],
    'the last row of a section in the next one': [
      markdown(withRow('105', { section: 'account' })),
      ['cell-changed 105 section'],
    ],
    'a row of a code that is there already': [
      markdown([...rows.slice(0, 1), { ...fresh, code: '102', section: 'network' }, ...rows.slice(1)]),
      ['row-added 102'],
    ],
    'the headers again': [markdown(rows).replace('| 105 |', '| Code | Text | State |\n| 105 |'), []],
    'a row that is there already, cell by cell': [
      markdown([...rows.slice(0, 2), ...rows.slice(0, 1), ...rows.slice(2)]),
      ['row-repeated 101'],
    ],
    'a row that is there already, under another heading': [
      markdown([...rows, { ...(rows[0] as AcmeRow), section: 'account' }]),
      ['row-repeated 101'],
    ],
    'a row that is there already, under another heading before its own': [
      markdown([{ ...(rows[4] as AcmeRow), section: 'network' }, ...rows]),
      ['row-repeated 202'],
    ],
    'a row deep in another section': [
      markdown([
        ...rows.filter(({ code }) => !['101', '999'].includes(code)),
        { ...(rows[0] as AcmeRow), section: 'account' },
        ...rows.filter(({ code }) => code === '999'),
      ]),
      ['cell-changed 101 section'],
    ],
    'a row in a section of its own': [markdown(withRow('999', { section: 'extra' })), ['cell-changed 999 section']],
    'another code': [markdown(withRow('105', { code: '106' })), ['row-added 106', 'row-removed 105']],
    'a column that is not transcribed': [
      markdown(rows)
        .replaceAll(/^\|---.*$/gm, '$&---|')
        .replaceAll(/^\| .*$/gm, '$& x |'),
      ['column-added'],
    ],
    'a column less': [markdown(rows).replaceAll(/\|[^|\n]*\|$/gm, '|'), ['column-removed state']],
    'another header': [markdown(rows).replaceAll('| Text ', '| Meaning '), ['column-renamed text']],
    'another heading with the same anchor': [
      markdown(rows).replace('## Account {', '## Money {'),
      ['section-renamed section'],
    ],
    'other words around the tables': [markdown(rows).replace('# Acme codes', '# Codes of Acme'), []],
    'a code that is no number': [markdown([...rows, { ...fresh, code: '4xx' }]), ['row-added 4xx']],
  };

  test.each(Object.entries(pages))('%s', async (name, [page, findings]) => {
    const edition = name === 'the same' ? [] : ['edition-changed'];
    expect(await findingsIn(page)).toEqual([...findings, ...edition]);
  });
});

describe('the same rows in another form of page are the same', () => {
  test.each([
    ['acme.html', html(rows)],
    ['acme.csv', csv(rows)],
    ['acme.txt', flattened(rows)],
    ['acme.md', markdown(rows).replaceAll('\n', '\r\n')],
    ['acme.md', `\u{feff}${markdown(rows).trimEnd()}`],
    ['acme.md', markdown(rows).replaceAll('| Queue is', '|  Queue  is ')],
  ])('%s', async (name, page) => {
    expect(await findingsIn(page, name)).toEqual(['edition-changed']);
  });
});

describe('exit codes and streams', () => {
  test('no difference', async () => {
    expect(await run(acmeFolder(), 'audit', 'acme.md')).toEqual({ exitCode: 0, out: '', err: 'no difference\n' });
  });

  test('another edition alone is a note', async () => {
    const { exitCode, out, err } = await run(acmeFolder(`${markdown(rows)}\n`), 'audit', 'acme.md');
    expect(out).toBe(`note: edition-changed: acme
    the document is another edition than the one that was transcribed
    spec/acme.yaml:2:11
    acme.md

`);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: 'no difference, 1 note\n' });
  });

  test('a difference, with the words that differ marked', async () => {
    const page = markdown(withRow('102', { text: 'Handset was switched off' }));
    const { exitCode, out, err } = await run(acmeFolder(page), 'audit', 'acme.md');
    expect(out).toMatch(/^cell-changed: acme\/report 102 text\n {2}- Handset \[-is-\] switched off\n/);
    expect(out).toContain('\n    spec/acme.yaml:53:15\n  + Handset {+was+} switched off\n    acme.md:8\n');
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: '1 difference, 1 note\n' });
  });

  test('--quiet leaves out the summary', async () => {
    expect(await run(acmeFolder(), 'audit', 'acme.md', '--quiet')).toEqual({ exitCode: 0, out: '', err: '' });
  });

  test('a spec that is wrong is told first', async () => {
    const folder = acmeFolder();
    edit(join(folder, 'spec/acme.yaml'), 'name: queue_full', 'name: switched_off');
    const { exitCode, err } = await run(folder, 'audit', 'acme.md');
    expect(err).toContain('error[duplicate-name]');
    expect(exitCode).toBe(1);
  });

  test.each([
    ['', "missing required argument 'document'"],
    ['nowhere.md', 'nowhere.md: it is not there'],
    ['spec', 'it is a folder'],
    ['acme.md --provider acmee', 'there is no provider "acmee"; did you mean "acme"?'],
    ['other.md', 'the codes of "other.md" are those of no provider; name it with --provider'],
  ])('audit %s', async (args, says) => {
    const folder = acmeFolder();
    writeFileSync(join(folder, 'other.md'), '| Code | Text |\n|---|---|\n| 1 | x |\n');
    const { exitCode, out, err } = await run(folder, 'audit', ...args.split(' ').filter((word) => word !== ''));
    expect(err).toContain(says);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });
});

describe('the formats for programs', () => {
  const page = markdown(withRow('102', { text: 'Handset was switched off' }));

  test('json has both cells whole, and where they stand', async () => {
    const { out } = await run(acmeFolder(page), 'audit', 'acme.md', '--format', 'json');
    expect(JSON.parse(out).findings[0]).toEqual({
      id: 'cell-changed',
      severity: 'error',
      provider: 'acme',
      catalog: 'report',
      code: 102,
      field: 'text',
      message:
        '"Text" of code 102 (switched_off) is "Handset is switched off" in the spec and "Handset was switched off" in the document',
      written: 'Handset is switched off',
      printed: 'Handset was switched off',
      line: 8,
      at: { path: 'spec/acme.yaml', line: 53, column: 15 },
    });
  });

  test('github annotates the cell in the spec', async () => {
    const { out } = await run(acmeFolder(page), 'audit', 'acme.md', '--format', 'github');
    expect(out).toMatch(/^::error file=spec\/acme\.yaml,line=53,col=15,.*title=cell-changed::/m);
    expect(out).toMatch(/^::warning file=spec\/acme\.yaml,line=2,.*title=edition-changed::/m);
  });

  test('sarif names the line of the document besides', async () => {
    const { out } = await run(acmeFolder(page), 'audit', 'acme.md', '--format', 'sarif');
    const [result] = JSON.parse(out).runs[0].results.filter((one: { ruleId: string }) => one.ruleId === 'cell-changed');
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('spec/acme.yaml');
    expect(result.relatedLocations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'acme.md' },
      region: { startLine: 8 },
    });
  });
});

describe('whose document it is', () => {
  async function twoProviders(page: string, ...args: readonly string[]) {
    const folder = acmeFolder(page);
    const other = acmeFolder();
    const text = readFileSync(join(other, 'spec/acme.yaml'), 'utf8');
    const bolt = text
      .replaceAll('acme', 'bolt')
      .replaceAll('AcmeReportError', 'BoltReportError')
      .replace('code: 101', 'code: 111')
      .replace('code: 201', 'code: 211');
    writeFileSync(join(folder, 'spec/bolt.yaml'), bolt);
    const { exitCode, out, err } = await run(folder, 'audit', 'acme.md', '--format', 'json', ...args);
    return {
      exitCode,
      err,
      providers: out === '' ? [] : JSON.parse(out).findings.map((one: { provider: string }) => one.provider),
    };
  }

  test('the provider that knows most of the codes', async () => {
    const { providers } = await twoProviders(`${markdown(withRow('999', { text: 'x' }))}`);
    expect(new Set(providers)).toEqual(new Set(['acme']));
  });

  test('the one that is named', async () => {
    const { providers, exitCode } = await twoProviders(markdown(rows), '--provider', 'bolt');
    expect(new Set(providers)).toEqual(new Set(['bolt']));
    expect(exitCode).toBe(1);
  });

  test('nobody, where two know as many', async () => {
    const { err, exitCode } = await twoProviders(markdown(rows.filter(({ code }) => code !== '101' && code !== '201')));
    expect(err).toContain('name it with --provider');
    expect(exitCode).toBe(2);
  });
});

test('a page without a table of ours is not compared', async () => {
  const { exitCode, err } = await run(acmeFolder('# Nothing\n'), 'audit', 'acme.md');
  expect(err).toBe('error: the codes of "acme.md" are those of no provider; name it with --provider\n');
  expect(exitCode).toBe(2);
});

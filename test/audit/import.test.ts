/** `import`: from the page of an unknown provider to a spec that lints, and that the page audits clean against. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint, run } from '../support/cli.ts';
import { foldersIn } from '../support/fixtures.ts';
import { emptyFolder, ROOT } from '../support/workspace.ts';
import { acmeFolder, csv, flattened, html, markdown, rows } from './acme.ts';

const many = [...rows, ...rows.map((row) => ({ ...row, code: `3${row.code}`, text: `${row.text} again` }))];

describe('every form of page', () => {
  const pages: Readonly<Record<string, string>> = {
    'page.md': markdown(many),
    'page.html': html(many),
    'page.csv': csv(many),
    'page.txt': flattened(many).replaceAll('Code Text State', 'Code Text').replaceAll('Account', 'Money'),
  };

  test.each(Object.entries(pages))('%s', async (name, page) => {
    const folder = acmeFolder(page, name);
    rmSync(join(folder, 'spec/acme.yaml'));
    const { exitCode, out, err } = await run(folder, 'import', name, '--provider', 'bolt-sms');
    expect(err).toMatch(/^spec\/bolt-sms\.yaml: \d catalogs?, 12 rows to review\n$/);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' });

    expect(await lint(folder)).toEqual({ exitCode: 0, ids: many.map(() => 'needs-review') });
    expect(await run(folder, 'audit', name)).toEqual({ exitCode: 0, out: '', err: 'no difference\n' });
  });

  test('as a person finds it', async () => {
    const folder = acmeFolder(markdown(rows));
    rmSync(join(folder, 'spec/acme.yaml'));
    await run(folder, 'import', 'acme.md', '--provider', 'acme');
    const text = readFileSync(join(folder, 'spec/acme.yaml'), 'utf8').replace(/(?<=received: |sha256: ).*/g, '…');
    await expect(text).toMatchFileSnapshot(join(ROOT, 'test/fixtures/audit/imported.yaml'));
  });
});

describe('a wrong call is exit code 2, and writes nothing', () => {
  test.each([
    ['acme.md --provider acme', '"spec/acme.yaml" is there already'],
    ['acme.md', 'name the provider with --provider'],
    ['acme.md --provider ../acme', 'is no id of a provider'],
    ['nowhere.md --provider bolt', 'it is not there'],
  ])('import %s', async (args, says) => {
    const folder = acmeFolder();
    const before = readFileSync(join(folder, 'spec/acme.yaml'), 'utf8');
    const { exitCode, out, err } = await run(folder, 'import', ...args.split(' '));
    expect(err).toContain(says);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(readFileSync(join(folder, 'spec/acme.yaml'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'spec/bolt.yaml'))).toBe(false);
  });
});

describe('what is imported can be generated at once, by every target', () => {
  const table = (...cells: readonly string[]) => `| Code | Errors |\n|---|---|\n${cells.join('\n')}\n`;
  const pages: Readonly<Record<string, string>> = {
    'page.csv': 'Code,Text,Billable\n1,"Queue full, for now",Yes\n2,class,No\n',
    'errors.md': `# Errors\n\n## Errors\n\n${table('| 1 | Bad |', '| 2 | Worse |')}\n## Errors\n\n${table('| 3 | Bad |')}`,
  };

  test.each(
    Object.entries(pages).flatMap(([name, page]) => [
      [name, 'with a taxonomy', page] as const,
      [name, 'without one', page] as const,
    ]),
  )('%s %s', async (name, taxonomy, page) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, name), page);
    if (taxonomy === 'with a taxonomy') cpSync(join(ROOT, 'spec/taxonomy.yaml'), join(folder, 'spec/taxonomy.yaml'));
    const calls = [['import', name, '--provider', 'acme'], ['lint'], ['generate'], ['check'], ['audit', name]];
    for (const call of calls) expect(await run(folder, ...call)).toMatchObject({ exitCode: 0 });
    expect(new Set((await lint(folder)).ids)).toEqual(new Set(['needs-review']));
    expect(foldersIn(join(folder, 'generated'))).toEqual(expect.arrayContaining(foldersIn(join(ROOT, 'templates'))));
  });
});

test('of rows that nobody has looked at it is not said that all is well, nor what the document says', async () => {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'spec'), join(folder, 'spec'), { recursive: true });
  writeFileSync(join(folder, 'page.md'), '| Code | Text |\n|---|---|\n| 7 | The call is successful. |\n');
  await run(folder, 'import', 'page.md', '--provider', 'bolt');
  expect(readFileSync(join(folder, 'spec/bolt.yaml'), 'utf8')).toMatch(
    /^ +inferred: \{ category: unknown, fault: unknown, repeat_unchanged: unknown, retry: never, finality: unknown, channel: both, action: reconcile \}\n +entries:\n[^{}]*$/m,
  );
});

test('a heading that some language reserves names the catalog with a suffix', async () => {
  const folder = acmeFolder('# Class\n\n| Code | Text |\n|---|---|\n| 1 | Queue is full |\n');
  expect(await run(folder, 'import', 'acme.md', '--provider', 'bolt')).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(folder, 'spec/bolt.yaml'), 'utf8')).toContain('\ncatalogs:\n  class-codes:\n');
});

test('a printed yes or no is what programs decide by, until the author says otherwise', async () => {
  const folder = acmeFolder('Code,Text,Charged\n1,Queue is full,Yes\n2,No credit,No\n', 'page.csv');
  await run(folder, 'import', 'page.csv', '--provider', 'bolt');
  const text = readFileSync(join(folder, 'spec/bolt.yaml'), 'utf8');
  expect(text).toContain(
    '{ header: Charged, field: charged, type: boolean, breaking: true, values: { Yes: true, No: false } }',
  );
  expect(text.match(/breaking/g)).toHaveLength(1);
});

test('codes of a prefix and a number are named by their text, and a yes or maybe is no sentence', async () => {
  const folder = emptyFolder();
  const rows = ['| F-001 | Absent. | The phone was off. | Yes |', '| F-002 | Spam | Filtered. | No |'];
  const page = [
    '| Code | Error | Meaning | Retry? |',
    '|---|---|---|---|',
    ...rows,
    '| F-003 | Spam | Too long. | Maybe |',
  ];
  writeFileSync(join(folder, 'page.md'), `${page.join('\n')}\n`);
  await run(folder, 'import', 'page.md', '--provider', 'bolt');
  const text = readFileSync(join(folder, 'spec/bolt.yaml'), 'utf8');
  expect([...text.matchAll(/^ +name: (\w+)$/gm)].map(([, name]) => name)).toEqual([
    'absent',
    'spam_f_002',
    'spam_f_003',
  ]);
  expect(text).toContain('{ header: Retry?, field: retry, type: enum, values: [Yes, No, Maybe] }');
  expect(await run(folder, 'generate', '--target', 'go')).toMatchObject({ exitCode: 0 });
  const go = readFileSync(join(folder, 'generated/go/bolt_message_code_enum.go'), 'utf8');
  expect(go).toContain(
    '// BoltErrorCodeAbsent: The phone was off.\n\t//\n\t// Error: Absent. Retry?: Yes. Document line 3.\n',
  );
});

test('a header that some language reserves changes the name of its own field alone', async () => {
  const folder = acmeFolder('# Receipts\n\n| Code | Reason | Final |\n|---|---|---|\n| 1 | Queue is full | Yes |\n');
  expect(await run(folder, 'import', 'acme.md', '--provider', 'bolt')).toMatchObject({ exitCode: 0 });
  const text = readFileSync(join(folder, 'spec/bolt.yaml'), 'utf8');
  expect(text).toContain('\n  receipts:\n');
  expect([...text.matchAll(/field: (\w+)/g)].map(([, field]) => field)).toEqual(['code', 'reason', 'printed_final']);
});

test('a page without a table of codes is wrong itself', async () => {
  const folder = acmeFolder('# Codes\n\nNone today.\n');
  const { exitCode, err } = await run(folder, 'import', 'acme.md', '--provider', 'bolt');
  expect(err).toContain('error[no-table]: "acme.md" has no table of codes');
  expect(exitCode).toBe(1);
  expect(existsSync(join(folder, 'spec/bolt.yaml'))).toBe(false);
});

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]],
  ['UTF-16 without its mark', [...Buffer.from('| Code | Text |', 'utf16le')]],
  ['an archive', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
])('what is no text is told as that: %s', async (_, bytes) => {
  const folder = acmeFolder('');
  writeFileSync(join(folder, 'acme.md'), Uint8Array.from(bytes));
  for (const command of [
    ['import', 'acme.md', '--provider', 'bolt'],
    ['audit', 'acme.md'],
  ]) {
    const { exitCode, err } = await run(folder, ...command);
    expect(err).toBe(`error[not-text]: the file is not text
  acme.md
  hint: save the page as HTML, Markdown or CSV, in UTF-8

`);
    expect(exitCode).toBe(1);
  }
});

test('a row that the page has twice is there once', async () => {
  const again = '| 102 | Handset is switched off | `Failed` |\n';
  const folder = acmeFolder(markdown(rows).replace('| 105', `${again}| 105`));
  const { exitCode, err } = await run(folder, 'import', 'acme.md', '--provider', 'bolt');
  expect({ exitCode, err }).toEqual({
    exitCode: 0,
    err: 'spec/bolt.yaml: 1 catalog, 6 rows to review, 1 row left out that repeat another\n',
  });
  const codes = readFileSync(join(folder, 'spec/bolt.yaml'), 'utf8').match(/(?<=code: )\d{3}$/gm);
  expect(codes).toEqual(rows.map(({ code }) => code));
  const audit = await run(folder, 'audit', 'acme.md', '--provider', 'bolt');
  expect(audit.out).toMatch(/^note: row-repeated: bolt\/acme 102\n.*with the same cells\n.*\n +acme\.md:9\n\n$/m);
  expect(audit).toMatchObject({ exitCode: 0, err: 'no difference, 1 note\n' });
});

test('rows that it takes several columns to tell apart', async () => {
  const page =
    'Code,Text,State,Plan\n1,Full,Failed,Free\n1,Full,Refused,Free\n1,Busy,Failed,Free\n2,Full,Failed,Free\n';
  const folder = acmeFolder(page, 'page.csv');
  expect(await run(folder, 'import', 'page.csv', '--provider', 'bolt')).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(folder, 'spec/bolt.yaml'), 'utf8')).toContain('key: [code, text, state]\n');
  expect(await run(folder, 'audit', 'page.csv', '--provider', 'bolt')).toMatchObject({ exitCode: 0, out: '' });
  expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
});

describe('an editor finds what specs may say', () => {
  const headIn = async (folder: string, ...options: readonly string[]) => {
    expect((await run(folder, 'import', 'acme.md', '--provider', 'bolt', ...options)).exitCode).toBe(0);
    return readFileSync(join(folder, options.includes('own') ? 'own/bolt.yaml' : 'spec/bolt.yaml'), 'utf8').split(
      '\n',
    )[0];
  };

  test('in what generate makes of them', async () => {
    const folder = acmeFolder();
    expect(await headIn(folder)).toBe('# yaml-language-server: $schema=../generated/editor/schema.json');
    await run(folder, 'generate');
    expect(existsSync(join(folder, 'generated/editor/schema.json'))).toBe(true);
  });
  test('wherever that is', async () => {
    expect(await headIn(acmeFolder(), '--spec', 'own', '--out', 'made/here')).toBe(
      '# yaml-language-server: $schema=../made/here/editor/schema.json',
    );
  });
  test('not where no target makes it', async () => {
    const folder = acmeFolder();
    cpSync(join(ROOT, 'templates/csv'), join(folder, 'templates/csv'), { recursive: true });
    expect(await headIn(folder)).toMatch(/^# Bolt: made from its document/);
  });
});

test('a folder without specs gets its first one', async () => {
  const folder = acmeFolder();
  rmSync(join(folder, 'spec'), { recursive: true });
  expect((await run(folder, 'import', 'acme.md', '--provider', 'acme')).exitCode).toBe(0);
  expect((await run(folder, 'audit', 'acme.md')).exitCode).toBe(0);
});

test('hostile cells stay cells', async () => {
  const page = csv([
    { code: 'E.1', text: 'x: y # {z} "q" \'p\'', state: '$(a)', section: 'network' },
    { code: '__proto__', text: '*/ --> %}', state: 'null', section: 'network' },
    { code: 'E.0x10', text: '- 1', state: '~', section: 'network' },
  ]);
  const folder = acmeFolder(page, 'page.csv');
  writeFileSync(join(folder, 'page.csv'), page);
  expect(await run(folder, 'import', 'page.csv', '--provider', 'bolt', '--quiet')).toEqual({
    exitCode: 0,
    out: '',
    err: '',
  });
  expect((await run(folder, 'audit', 'page.csv', '--provider', 'bolt')).exitCode).toBe(0);
});

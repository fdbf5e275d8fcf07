/** `init`: what it writes passes at once and shows what a spec is; what is in its way stays, and nothing is written then. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { treeOf } from './support/tree.ts';
import { edit, emptyFolder, ROOT } from './support/workspace.ts';

const CLEAN = { exitCode: 0, out: '' };

const written = [
  '.github/workflows/error-codes.yml',
  'documents/acme.md',
  'spec/acme.yaml',
  'spec/taxonomy.yaml',
  'templates/editor/schema.json.hbs',
  'templates/editor/target.yaml',
  'templates/handbook/provider.md.hbs',
  'templates/handbook/target.yaml',
];

test('an empty folder: all of it passes at once, and says what to do next', async () => {
  const folder = emptyFolder();
  const { exitCode, out, err } = await run(folder, 'init');
  expect({ exitCode, out }).toEqual(CLEAN);
  expect(Object.keys(treeOf(folder)).sort()).toEqual(written);
  for (const path of written) expect(err).toContain(`${path} written\n`);
  for (const command of ['lint', 'generate', 'check']) expect(err).toContain(`  npx sms-error-codes ${command}\n`);

  expect(await run(folder, 'lint')).toEqual({ ...CLEAN, err: '2 files, no problem\n' });
  expect(await run(folder, 'generate')).toEqual({ ...CLEAN, err: '4 files: 4 written, 0 removed, 0 unchanged\n' });
  expect(await run(folder, 'check')).toEqual({ ...CLEAN, err: '4 files, all as planned\n' });
  expect(await run(folder, 'audit', 'documents/acme.md')).toEqual({ ...CLEAN, err: 'no difference\n' });
});

test('the page that is made tells the stated from the inferred', async () => {
  const folder = emptyFolder();
  await run(folder, 'init', '--quiet');
  await run(folder, 'generate');
  const rows = readFileSync(join(folder, 'generated/handbook/acme.md'), 'utf8').split('\n');
  expect(rows).toContain(
    '| 202 | opted_out | The recipient has replied STOP, do not write again | Cause: recipient (stated, line 12); Send again: never (stated, line 12) |',
  );
  expect(rows.find((row) => row.startsWith('| 201 '))).toContain('Cause: sender (inferred)');
});

test('the example is one for every packaged target', async () => {
  const folder = emptyFolder();
  await run(folder, 'init');
  const packaged = ['--templates', join(ROOT, 'templates'), '--out', 'all'];
  expect(await run(folder, 'generate', ...packaged)).toMatchObject(CLEAN);
  expect(await run(folder, 'check', ...packaged)).toMatchObject(CLEAN);
});

test('what its comments promise of a later edition is so', async () => {
  const folder = emptyFolder();
  await run(folder, 'init');
  edit(join(folder, 'documents/acme.md'), '| Rejected |', '| Refused |');
  const { exitCode, out } = await run(folder, 'audit', 'documents/acme.md');
  expect(out).toContain('cell-changed: acme/delivery 299 meaning');
  expect(exitCode).toBe(1);
});

test('folders of other names are named in what is written, and nothing else stands elsewhere', async () => {
  const folder = emptyFolder();
  const own = ['--spec', 'codes/spec', '--templates', 'codes/my templates', '--out', 'codes/out'];
  const { err } = await run(folder, 'init', ...own);
  expect(Object.keys(treeOf(folder)).sort()).toEqual(
    written.map((path) => path.replace('spec/', 'codes/spec/').replace('templates/', 'codes/my templates/')).sort(),
  );
  const call = '--spec codes/spec --templates "codes/my templates" --out codes/out';
  expect(err).toContain(`  npx sms-error-codes generate ${call}\n`);
  const workflow = readFileSync(join(folder, '.github/workflows/error-codes.yml'), 'utf8');
  expect(workflow).toContain(`sms-error-codes check ${call} --format github\n`);
  expect(workflow).toContain('sms-error-codes lint --spec codes/spec --format github\n');
  const target = readFileSync(join(folder, 'codes/my templates/handbook/target.yaml'), 'utf8');
  expect(target).toContain('$schema=../../../node_modules/sms-error-codes/templates/target.schema.json\n');
  for (const path of ['codes/spec/acme.yaml', 'codes/spec/taxonomy.yaml', 'codes/my templates/editor/target.yaml'])
    expect(readFileSync(join(folder, path), 'utf8')).toContain('$schema=../out/editor/schema.json');
  for (const command of ['lint', 'generate', 'check']) expect(await run(folder, command, ...own)).toMatchObject(CLEAN);
});

describe('what is in the way is named and stays, and nothing is written', () => {
  async function refused(folder: string, ...args: readonly string[]): Promise<string> {
    const before = treeOf(folder);
    const { exitCode, out, err } = await run(folder, 'init', ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(treeOf(folder)).toEqual(before);
    return err;
  }

  function folderWith(path: string): string {
    const folder = emptyFolder();
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'mine\n');
    return folder;
  }

  test.each([...written, 'spec/other.yaml', 'spec/other.yml', 'templates/other/target.yaml', 'generated/other.md'])(
    '%s',
    async (path) => {
      expect(await refused(folderWith(path))).toBe(
        `error: init begins with nothing, and has written nothing; move away what is there already:\n  "${path}"\n`,
      );
    },
  );

  test.each(['README.md', 'package.json', 'spec/README.md', '.github/workflows/ci.yml'])('but not %s', async (path) => {
    const folder = folderWith(path);
    expect(await run(folder, 'init')).toMatchObject(CLEAN);
    for (const command of ['lint', 'generate', 'check']) expect(await run(folder, command)).toMatchObject(CLEAN);
  });

  test('a second time', async () => {
    const folder = emptyFolder();
    await run(folder, 'init');
    const err = await refused(folder);
    for (const path of written) expect(err).toContain(`"${path}"`);
  });

  test('a link that leads nowhere', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'spec'));
    symlinkSync('nowhere.yaml', join(folder, 'spec/taxonomy.yaml'));
    expect(await refused(folder)).toContain('"spec/taxonomy.yaml"');
  });

  test('a file where a folder belongs', async () => {
    expect(await refused(folderWith('documents'))).toContain('documents is not a folder');
    expect(await refused(folderWith('.github'))).toContain('a part of the path is not a folder');
  });

  test('what fails half-way is taken back', async () => {
    expect(await refused(folderWith('mine'), '--templates', 'mine/templates')).toContain('not a folder');
  });
});

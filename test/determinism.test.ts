/** Same input, same bytes: whatever the clock, the language, the folder, the order of files or the version of Node. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodes, WHERE_INSTALLED } from './support/nodes.ts';
import { treeOf } from './support/tree.ts';
import { emptyFolder, ROOT, workspace } from './support/workspace.ts';

const CLI = join(ROOT, 'dist/cli.js');

/** `check` renders every file and compares it byte by byte with what is committed. */
function expectSame(folder: string, { node = process.execPath, env = {}, args = [] }: Partial<Way> = {}): void {
  const { status, stdout, stderr } = spawnSync(node, [CLI, 'check', '--quiet', '--format', 'json', ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '{\n  "diagnostics": []\n}\n', stderr: '' });
}

interface Way {
  readonly node: string;
  readonly env: NodeJS.ProcessEnv;
  readonly args: readonly string[];
}

describe('the same bytes', () => {
  test.each([
    ['a day ahead', { TZ: 'Pacific/Kiritimati' }],
    ['half an hour off', { TZ: 'America/St_Johns' }],
    ['Turkish', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['Swedish', { LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' }],
    ['no language at all', { LANG: 'C', LC_ALL: 'C' }],
    ['no environment to speak of', { HOME: '/', USER: '', TERM: 'dumb', CI: 'true' }],
  ])('%s', (_, env) => {
    expectSame(ROOT, { env });
  });

  for (const { version, program, isInstalled } of nodes)
    test.skipIf(!isInstalled)(`on Node ${version} (${WHERE_INSTALLED})`, () => expectSame(ROOT, { node: program }));

  test('from another folder, with whole paths, and with blanks and more in them', () => {
    const folder = join(emptyFolder(), 'a folder', 'é 日本');
    for (const name of ['spec', 'templates', 'generated'])
      cpSync(join(ROOT, name), join(folder, `${name} x`), { recursive: true });
    const args = ['spec', 'templates'].flatMap((name) => [`--${name}`, join(folder, `${name} x`)]);
    expectSame('/', { args: [...args, '--out', join(folder, 'generated x')] });
  });

  test('from a checkout with CRLF', () => {
    const folder = workspace();
    for (const name of ['spec', 'templates'])
      for (const path of readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }))
        if (/\.\w+$/.test(path)) withCrlf(join(folder, name, path));
    expectSame(folder);
  });

  test('from files that were made in another order', () => {
    const folder = emptyFolder();
    cpSync(join(ROOT, 'generated'), join(folder, 'generated'), { recursive: true });
    for (const name of ['templates', 'spec'])
      for (const [path, text] of Object.entries(treeOf(join(ROOT, name))).reverse()) {
        mkdirSync(join(folder, name, path, '..'), { recursive: true });
        writeFileSync(join(folder, name, path), text, 'latin1');
      }
    expectSame(folder);
  });

  test.each(['000', '077'])('written with umask %s', (umask) => {
    const folder = workspace();
    rmSync(join(folder, 'generated'), { recursive: true });
    const script = `umask ${umask} && exec "$0" "$1" generate --quiet --target json --target csv`;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, CLI], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of ['json', 'csv'])
      expect(treeOf(join(folder, 'generated', name))).toEqual(treeOf(join(ROOT, 'generated', name)));
  });
});

function withCrlf(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
}

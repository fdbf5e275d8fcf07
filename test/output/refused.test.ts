/**
 * What the system itself refuses, to the built CLI in a process of its own: no permission, a read-only disk, a full one, no
 * descriptor left. The exit code is 2, the message says what, where and what to do, and nothing has changed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { describeWith } from '../support/toolchain.ts';
import { treeOf } from '../support/tree.ts';
import { ROOT } from '../support/workspace.ts';
import { changed, expectedTrees, leftoversIn, restore, STATES, setState } from './tiny.ts';

const CLI = [process.execPath, join(ROOT, 'dist/cli.js')];
const IS_ROOT = process.getuid?.() === 0;
/** Root passes over permissions as long as it has these rights. */
const AS_ANYBODY = IS_ROOT ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];
/** What is mounted within is seen by nobody else, and goes with the process. */
const APART = ['unshare', ...(IS_ROOT ? [] : ['--map-root-user']), '--mount'];
const canMount = spawnSync('sh', ['-c', `${APART.join(' ')} mount -t tmpfs none /mnt`]).status === 0;

let before: Record<string, string> = {};
let after: Record<string, string> = {};

beforeEach(async () => {
  [before = {}, after = {}] = await expectedTrees();
});

function call(folder: string, [program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stderr } = spawnSync(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { exitCode: status, err: stderr.match(/^error.*/gm)?.join('\n') ?? '' };
}

/** Everything in a folder that a run could have changed. */
function stateOf(folder: string) {
  return { tree: treeOf(folder), names: readdirSync(folder, { recursive: true }).sort() };
}

describeWith('without permission', AS_ANYBODY.slice(0, 1), () => {
  const generate = ['generate'];
  test.each([
    ['generated', '555', generate, 'generated/.sms-error-codes.lock'],
    ['generated', '444', generate, 'generated/manifest.json'],
    ['generated', '000', ['check'], 'generated/manifest.json'],
    ['generated/manifest.json', '000', generate, 'generated/manifest.json'],
    ['generated/plain/acme', '555', generate, 'generated/plain/acme/changes.csv'],
    ['generated/plain/acme', '000', ['check'], 'generated/plain/acme'],
    ['generated/plain/acme/stays.csv', '000', generate, 'generated/plain/acme/stays.csv'],
    ['generated/plain/acme/stays.csv', '000', ['check'], 'generated/plain/acme/stays.csv'],
    ['.', '555', ['generate', '--out', 'new'], 'new/.sms-error-codes.lock'],
    ['spec', '000', ['lint'], 'spec'],
    ['spec', '444', generate, 'spec/acme.yaml'],
    ['spec/acme.yaml', '000', generate, 'spec/acme.yaml'],
    ['spec', '555', ['import', 'page.md', '--provider', 'other'], 'spec/.sms-error-codes.lock'],
    ['page.md', '000', ['import', 'page.md', '--provider', 'other'], 'page.md'],
    // Taken for gone, their output would be removed.
    ['templates', '000', generate, 'templates'],
    ['templates', '444', generate, 'templates/marked'],
    ['templates/plain', '000', generate, 'templates/plain'],
    ['templates/plain', '444', generate, 'templates/plain/target.yaml'],
    ['templates/plain/code.hbs', '000', generate, 'templates/plain/code.hbs'],
  ])('to %s (%s): %j', async (path, mode, args, where) => {
    const folder = changed(before);
    writeFileSync(join(folder, 'page.md'), '| Code | Text |\n|---|---|\n| 1 | One |\n');
    const { mode: usual } = statSync(join(folder, path));
    const state = stateOf(folder);
    chmodSync(join(folder, path), mode);
    const result = call(folder, [...AS_ANYBODY, ...CLI, ...args]);
    chmodSync(join(folder, path), usual);
    expect(result).toEqual({
      exitCode: 2,
      err: `error: cannot use ${join(folder, where)}: permission denied; look at its owner and mode`,
    });
    expect(stateOf(folder)).toEqual(state);
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(treeOf(join(folder, 'generated'))).toEqual(after);
  });

  test('to write, which a current output needs not', () => {
    const folder = changed(before);
    setState(folder, STATES[0]);
    spawnSync('chmod', ['-R', 'a-w', 'generated'], { cwd: folder });
    for (const command of ['generate', 'check'])
      expect(call(folder, [...AS_ANYBODY, ...CLI, command])).toEqual({ exitCode: 0, err: '' });
    spawnSync('chmod', ['-R', 'u+w', 'generated'], { cwd: folder });
  });
});

describe.skipIf(!canMount)('a disk (skipped where nothing may be mounted)', () => {
  test('that is read-only', () => {
    const folder = changed(before);
    const readOnly = (...args: string[]) =>
      call(folder, [
        ...APART,
        ...['sh', '-c', 'mount --bind generated generated && mount -o remount,bind,ro generated && exec "$@"', 'sh'],
        ...CLI,
        ...args,
      ]);
    expect(readOnly('generate')).toEqual({
      exitCode: 2,
      err: `error: cannot use ${join(folder, 'generated/.sms-error-codes.lock')}: the disk is read-only; use a folder elsewhere`,
    });
    expect(treeOf(join(folder, 'generated'))).toEqual(before);
    expect(readOnly('check').exitCode).toBe(1);
    setState(folder, STATES[0]);
    expect([readOnly('generate'), readOnly('check')]).toEqual([
      { exitCode: 0, err: '' },
      { exitCode: 0, err: '' },
    ]);
  });

  test('that is full, sooner or later: all is new, or all is old and nothing is left behind', () => {
    const folder = changed(before);
    for (const name of ['disk', 'result']) mkdirSync(join(folder, name));
    const script = `mount -t tmpfs -o size=256k none disk && cp -a generated disk/out || exit 99
head -c "$1" /dev/zero > disk/free && cat /dev/zero > disk/rest 2> /dev/null; rm disk/free; shift
"$@"; code=$?
cp -a disk/out/. result; exit $code`;
    const exitCodes = [0, 1, 2, 4, 6, 8, 32].map((pages) => {
      restore(join(folder, 'result'), {});
      mkdirSync(join(folder, 'result'));
      const args = ['generate', '--out', 'disk/out'];
      const { exitCode, err } = call(folder, [
        ...APART,
        'sh',
        '-c',
        script,
        'sh',
        String(pages * 4096),
        ...CLI,
        ...args,
      ]);
      expect({ exitCode, tree: treeOf(join(folder, 'result')) }).toEqual(
        exitCode === 0 ? { exitCode, tree: after } : { exitCode: 2, tree: before },
      );
      expect(leftoversIn(join(folder, 'result'))).toEqual([]);
      if (exitCode === 2) expect(err).toMatch(/^error: cannot use .*\/disk\/out\/.*: the disk is full; make room$/);
      return exitCode;
    });
    expect([exitCodes[0], exitCodes[1], exitCodes[2], exitCodes.at(-1)]).toEqual([2, 2, 2, 0]);
  });
});

describe('no descriptor left', () => {
  const limited = (folder: string, limit: number, options: readonly string[] = [], env: NodeJS.ProcessEnv = {}) => {
    const [node = '', script = ''] = CLI;
    const args = ['sh', '-c', `ulimit -n ${limit}; exec "$@"`, 'sh', node, ...options, script, 'generate'];
    return call(folder, args, env);
  };

  test.each([
    ['the lock', 1, '.sms-error-codes.lock'],
    ['the first file', 2, 'manifest.json'],
    ['the second file', 3, 'marked/acme/deep/changes.py'],
  ])('for %s', async (_, at, path) => {
    const folder = changed(before);
    const hog = ['--import', join(import.meta.dirname, 'hog.mjs')];
    expect(limited(folder, 64, hog, { HOG_AT: String(at) })).toEqual({
      exitCode: 2,
      err: `error: cannot use ${join(folder, 'generated', path)}: too many files are open; raise the limit (ulimit -n)`,
    });
    const own = Object.entries(treeOf(join(folder, 'generated'))).filter(
      ([name]) => !name.includes('.sms-error-codes'),
    );
    expect(Object.fromEntries(own)).toEqual(before);
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(treeOf(join(folder, 'generated'))).toEqual(after);
  });

  test('for the program itself, once it runs', () => {
    const folder = changed(before);
    // With fewer, Node itself does not come to its first line.
    const results = [20, 21, 22, 23, 24, 25, 64].map((limit) => limited(folder, limit));
    expect(results.filter(({ err }) => err.includes('bug'))).toEqual([]);
    expect(results.at(-1)).toEqual({ exitCode: 0, err: '' });
  });
});

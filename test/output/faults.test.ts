/**
 * Whatever the disk refuses, at whichever call: every file is wholly old or wholly new, the exit code tells the truth, and
 * the next run heals. The short form fails each call in one way, the long form (`npm run test:long`) in every way.
 */
import fs, { mkdirSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Ran, run, runOn } from '../support/cli.ts';
import { IS_LONG } from '../support/long.ts';
import { machine } from '../support/machine.ts';
import { treeOf } from '../support/tree.ts';
import { CALLS, callsOf, chosen, READING, systemError, withFaults } from './faults.ts';
import { changed, expectedTrees, leftoversIn, restore, STATES, setState, surroundings } from './tiny.ts';

const ERRORS = ['EACCES', 'EROFS', 'ENOSPC', 'EMFILE', 'EIO', 'EPERM', 'EDQUOT', 'EBUSY', 'ENOTDIR', 'ELOOP', 'EFBIG'];

/** Of these, what says that nothing is there, which is no fault. */
const NOTHING = new Set(['ENOTDIR', 'ELOOP']);

let before: Record<string, string> = {};
let after: Record<string, string> = {};

beforeEach(async () => {
  [before = {}, after = {}] = await expectedTrees();
});

/** The laws that hold after a run, whatever has become of it. */
async function expectTruth(folder: string, { exitCode, err, out }: Ran, from: Readonly<Record<string, string>>) {
  mkdirSync(join(folder, 'generated'), { recursive: true });
  const tree = treeOf(join(folder, 'generated'));
  const isDone = JSON.stringify(tree) === JSON.stringify(after);
  expect(err).not.toMatch(/bug|^\s+at /m);
  expect(out).toBe('');
  expect([0, 2]).toContain(exitCode);
  if (exitCode === 0) expect(isDone).toBe(true);
  else expect(err).toMatch(/^error: /m);
  const torn = Object.entries(tree).filter(
    ([path, text]) =>
      path !== 'manifest.json' && !path.includes('.sms-error-codes') && text !== from[path] && text !== after[path],
  );
  expect(torn).toEqual([]);
  expect((await run(folder, 'check')).exitCode).toBe(isDone ? 0 : 1);

  // The run before is no more, though its process is this one.
  const later = { ...machine, isRunning: () => false };
  expect(await runOn(later, folder, 'generate')).toMatchObject({ exitCode: 0 });
  expect(treeOf(join(folder, 'generated'))).toEqual(after);
}

describe('a call that fails', () => {
  test.each([
    ['where files come, go and change', () => before],
    ['where nothing was generated yet', () => ({})],
  ])(
    '%s: nothing is torn, and the next run heals',
    async (_, tree) => {
      const folder = changed(before);
      const beside = surroundings(folder);
      const from = tree();
      restore(join(folder, 'generated'), from);
      const calls = await callsOf(folder);
      expect(calls.filter((name) => !READING.has(name)).length).toBeGreaterThan(40);
      for (const shift of IS_LONG ? ERRORS.keys() : [0]) {
        for (const k of chosen(calls)) {
          restore(join(folder, 'generated'), from);
          const { result } = await withFaults(
            (number, name) => {
              const code = ERRORS[(k + shift) % ERRORS.length] ?? '';
              if (number === k && !(name === 'statSync' && NOTHING.has(code))) throw systemError(code);
            },
            () => run(folder, 'generate'),
          );
          await expectTruth(folder, result, from);
          expect(surroundings(folder)).toEqual(beside);
        }
      }
    },
    1_800_000,
  );

  test('and all after it, as on a disk that is gone: nothing is torn', async () => {
    const folder = changed(before);
    for (const k of chosen(await callsOf(folder)).filter((_, index) => IS_LONG || index % 4 === 0)) {
      restore(join(folder, 'generated'), before);
      const { result } = await withFaults(
        (number) => {
          if (number >= k) throw systemError('EIO');
        },
        () => run(folder, 'generate'),
      );
      // Nothing that was wrong may be told as well, but never as success.
      await expectTruth(folder, result, before);
    }
  }, 1_800_000);

  test('before the first file is in its place: the output is what it was, file by file', async () => {
    const folder = changed(before);
    const old = before;
    for (const name of ['writeSync', 'fsyncSync', 'openSync', 'closeSync'] as const) {
      for (let nth = 1; nth <= 6; nth += 1) {
        restore(join(folder, 'generated'), old);
        let seen = 0;
        const { result } = await withFaults(
          (_, call) => {
            if (call === name) seen += 1;
            if (call === name && seen === nth) throw systemError('ENOSPC');
          },
          () => run(folder, 'generate'),
        );
        expect(result).toMatchObject({ exitCode: 2, err: expect.stringContaining('the disk is full') });
        expect(treeOf(join(folder, 'generated'))).toEqual(old);
      }
    }
  });

  test('in the middle: the message says that the output is half old, and what to do', async () => {
    const folder = changed(before);
    let renames = 0;
    const { result } = await withFaults(
      (_, name) => {
        if (name === 'renameSync') renames += 1;
        if (name === 'renameSync' && renames === 3) throw systemError('EACCES');
      },
      () => run(folder, 'generate'),
    );
    expect(result.err).toMatch(
      /permission denied; look at its owner and mode; generated is half new and half old, so run this again\n$/,
    );
    expect(leftoversIn(join(folder, 'generated'))).toEqual([]);
  });
});

test('a system that takes a few bytes at a time gets all of them', async () => {
  const folder = changed(before);
  const { writeSync } = fs;
  const short = (file: number, bytes: Uint8Array, offset = 0) =>
    writeSync(file, bytes, offset, Math.min(7, bytes.length - offset));
  const { result } = await withFaults(
    () => undefined,
    async () => {
      Object.assign(fs, { writeSync: short });
      syncBuiltinESMExports();
      return run(folder, 'generate');
    },
  );
  expect(result).toMatchObject({ exitCode: 0 });
  expect(treeOf(join(folder, 'generated'))).toEqual(after);
});

test('a current output is not written to: read-only is good enough', async () => {
  const folder = changed(before);
  setState(folder, STATES[0]);
  const writing = new Set([
    'openSync',
    'mkdirSync',
    'renameSync',
    'rmSync',
    'rmdirSync',
    'appendFileSync',
    'writeSync',
  ]);
  const { result } = await withFaults(
    (_, name) => {
      if (writing.has(name)) throw systemError('EROFS');
    },
    () => run(folder, 'generate'),
  );
  expect(result).toMatchObject({ exitCode: 0, err: expect.stringMatching(/^\d+ files: 0 written, 0 removed/m) });
});

test('every call of the one file that touches the disk is in the list', () => {
  const source = readFileSync(join(import.meta.dirname, '../../generator/disk.ts'), 'utf8');
  const [, names = ''] = /import \{([^}]*)\} from 'node:fs'/.exec(source) ?? [];
  const imported = names.split(',').flatMap((name) => (/^\s*\w+\s*$/.test(name) ? [name.trim()] : []));
  expect(imported.sort()).toEqual([...CALLS].sort());
});

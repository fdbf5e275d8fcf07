/**
 * Runs that are stopped and runs that meet: killed at any call that writes, or several at once, the output is never torn,
 * `check` never calls a half-finished one clean, and the next run heals. These run the built CLI in processes of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCK } from '../../generator/leftover.ts';
import { run, runOn } from '../support/cli.ts';
import { IS_LONG } from '../support/long.ts';
import { machine } from '../support/machine.ts';
import { treeOf } from '../support/tree.ts';
import { ROOT } from '../support/workspace.ts';
import { withFaults } from './faults.ts';
import { expectedTrees, leftoversIn, restore, STATES, setState, surroundings, tiny } from './tiny.ts';

const CLI = join(ROOT, 'dist/cli.js');
const KILL = join(import.meta.dirname, 'kill.mjs');

/** Whether it was killed, which it is not where it makes fewer calls. */
function killedAt(folder: string, at: number, isAfter: boolean): boolean {
  const { signal } = spawnSync(process.execPath, ['--import', KILL, CLI, 'generate'], {
    cwd: folder,
    env: { ...process.env, KILL_AT: String(at), KILL_AFTER: isAfter ? '1' : '0' },
  });
  return signal === 'SIGKILL';
}

describe('a run that is killed', () => {
  test('at a call that writes: nothing is torn, check is not clean, the next run heals, also of other specs', async () => {
    const [before = {}, after = {}] = await expectedTrees();
    const folder = tiny(STATES[1]);
    const out = join(folder, 'generated');
    const beside = surroundings(folder);
    let kills = 0;
    for (let at = 1; ; at += IS_LONG ? 1 : 3) {
      const isAfter = !IS_LONG && at % 2 === 0;
      for (const from of IS_LONG ? [before, {}] : [at % 4 === 1 ? {} : before]) {
        restore(out, from);
        mkdirSync(out, { recursive: true });
        if (!killedAt(folder, at, isAfter)) continue;
        kills += 1;
        const tree = treeOf(out);
        const own = Object.entries(tree).filter(([path]) => !path.includes('.sms-error-codes'));
        expect(
          own.filter(([path, text]) => path !== 'manifest.json' && text !== from[path] && text !== after[path]),
        ).toEqual([]);
        const isDone = JSON.stringify(tree) === JSON.stringify(after);
        expect({ at, exitCode: (await run(folder, 'check')).exitCode }).toEqual({ at, exitCode: isDone ? 0 : 1 });
        expect(surroundings(folder)).toEqual(beside);

        // The specs may have gone on meanwhile: nothing that the killed run wrote is taken for somebody else's.
        setState(folder, STATES[0]);
        expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
        expect(treeOf(out)).toEqual(before);
        setState(folder, STATES[1]);
      }
      if (at > 90) break;
    }
    expect(kills).toBeGreaterThan(IS_LONG ? 80 : 12);
  }, 900_000);

  test('leaves a lock that the next run takes over at once', async () => {
    const folder = tiny(STATES[0]);
    expect(killedAt(folder, 8, true)).toBe(true);
    expect(leftoversIn(join(folder, 'generated'))).toContain(LOCK);
    const { err } = await run(folder, 'check');
    expect(err).toContain(
      `error[drift-leftover]: the file was left behind: a run of generate was stopped, or is not done yet\n  generated/${LOCK}`,
    );
    const pause = () => Promise.reject(new Error('it waits'));
    expect(await runOn({ ...machine, pause }, folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(leftoversIn(join(folder, 'generated'))).toEqual([]);
  });
});

describe('a lock', () => {
  const ELSEWHERE = 'process 17 on elsewhere, 01234567-89ab-cdef-0123-456789abcdef\n';

  function lockedBy(text: string) {
    const folder = tiny(STATES[0]);
    mkdirSync(join(folder, 'generated'));
    writeFileSync(join(folder, 'generated', LOCK), text);
    return folder;
  }

  test.each([
    ['of another machine that says nothing any more', ELSEWHERE],
    ['that was never written to its end', ''],
    ['of whatever it is', 'x'],
  ])('%s is taken over after five seconds', async (_, text) => {
    const folder = lockedBy(text);
    let waited = 0;
    const pause = async (milliseconds: number) => {
      waited += milliseconds;
    };
    expect(await runOn({ ...machine, pause }, folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(waited).toBe(5000);
    expect(leftoversIn(join(folder, 'generated'))).toEqual([]);
  });

  test('of a run that goes on and on is waited for, and no longer than half a minute', async () => {
    const folder = lockedBy(ELSEWHERE);
    let waited = 0;
    const pause = async (milliseconds: number) => {
      waited += milliseconds;
      if (waited % 1000 === 0) appendFileSync(join(folder, 'generated', LOCK), '.');
    };
    const { exitCode, err } = await runOn({ ...machine, pause }, folder, 'generate');
    expect(err).toBe(
      `error: process 17 on elsewhere is still writing; wait for it, or delete generated/${LOCK} if no such run is left\n`,
    );
    expect({ exitCode, waited }).toEqual({ exitCode: 2, waited: 30_000 });
    expect(readdirSync(join(folder, 'generated'))).toEqual([LOCK]);
  });

  test('that is lost to another run stops the one that had it, and is not removed', async () => {
    const folder = tiny(STATES[0]);
    const path = join(folder, 'generated', LOCK);
    let appended = 0;
    const { result } = await withFaults(
      (_, name) => {
        if (name === 'appendFileSync') appended += 1;
        if (name === 'appendFileSync' && appended === 4) writeFileSync(path, ELSEWHERE);
      },
      () => run(folder, 'generate'),
    );
    expect(result).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/another run took over generated; run this again\n$/),
    });
    expect(leftoversIn(join(folder, 'generated'))).toEqual([LOCK]);
    expect(readFileSync(path, 'utf8')).toMatch(/^process 17 on elsewhere/);
  });
});

describe('at once', () => {
  test.each([2, 8])(
    '%i runs leave what one leaves, and all of them succeed',
    async (number) => {
      const [before = {}, after = {}] = await expectedTrees();
      const folder = tiny(STATES[1]);
      for (let round = 0; round < (IS_LONG ? 20 : 2); round += 1) {
        restore(join(folder, 'generated'), round % 2 === 0 ? before : {});
        const runs = await Promise.all(Array.from({ length: number }, () => generateApart(folder)));
        expect(runs).toEqual(runs.map(() => ({ exitCode: 0, err: expect.stringMatching(/^\d+ files: /m) })));
        expect(treeOf(join(folder, 'generated'))).toEqual(after);
      }
    },
    300_000,
  );

  test('runs of one target each leave what one run of both leaves', async () => {
    const [before = {}, after = {}] = await expectedTrees();
    const folder = tiny(STATES[1]);
    restore(join(folder, 'generated'), before);
    await Promise.all(['plain', 'marked'].map((target) => generateApart(folder, '--target', target)));
    expect(treeOf(join(folder, 'generated'))).toEqual(after);
  });
});

test('a second run writes to no file, and a file that is replaced keeps its mode', async () => {
  const folder = tiny(STATES[0]);
  const out = join(folder, 'generated');
  await run(folder, 'generate');
  const inodes = () =>
    Object.fromEntries(Object.keys(treeOf(out)).map((path) => [path, statSync(join(out, path)).ino]));
  const first = inodes();
  await run(folder, 'generate');
  expect(inodes()).toEqual(first);

  chmodSync(join(out, 'plain/acme/changes.csv'), 0o640);
  setState(folder, STATES[1]);
  await run(folder, 'generate');
  expect(statSync(join(out, 'plain/acme/changes.csv')).mode & 0o777).toBe(0o640);
});

function generateApart(
  folder: string,
  ...options: readonly string[]
): Promise<{ exitCode: number | null; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'generate', ...options], { cwd: folder });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('close', (exitCode) => resolve({ exitCode, err }));
  });
}

/** The steps that make an output of files, and the lock under which they are taken: what stands on the disk after each way it may go. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host, Machine } from '../../generator/cli/host.ts';
import { type Lock, withLock } from '../../generator/cli/lock.ts';
import { carryOut, writeFile } from '../../generator/cli/write.ts';
import { LOCK } from '../../generator/leftover.ts';
import { Refusal } from '../../generator/refusal.ts';
import { hostIn } from '../support/cli.ts';
import { machine } from '../support/machine.ts';
import { treeOf } from '../support/tree.ts';
import { emptyFolder } from '../support/workspace.ts';
import { systemError, withFaults } from './faults.ts';

const LEFTOVER = '.sms-error-codes-01234567-89ab-cdef-0123-456789abcdef.tmp';

/** A lock that is renewed so many times, and then lost. */
function lockFor(times: number): Lock & { renewed: number } {
  const lock = {
    renewed: 0,
    renew() {
      if (lock.renewed === times) throw new Refusal('lost');
      lock.renewed += 1;
    },
  };
  return lock;
}

function hostOf(workingFolder: string, own: Partial<Machine>): Host {
  return { ...hostIn(workingFolder), machine: { ...machine, ...own } };
}

describe('steps', () => {
  const steps = [
    { path: 'new/file', text: 'new' },
    { path: 'old', text: 'changed' },
    { path: 'gone/file', text: undefined },
  ];
  const before = { old: 'old', 'gone/file': 'gone', 'gone/stays': '' };
  const after = { 'new/file': 'new', old: 'changed', 'gone/stays': '' };

  function output(): { folder: string; out: string } {
    const folder = emptyFolder();
    const out = join(folder, 'generated');
    mkdirSync(join(out, 'gone'), { recursive: true });
    for (const [path, text] of Object.entries(before)) writeFileSync(join(out, path), text);
    return { folder, out };
  }

  test('are all taken, and the lock is renewed at each one, twice', () => {
    const { folder, out } = output();
    const lock = lockFor(6);
    carryOut(steps, out, lock, hostIn(folder));
    expect(treeOf(out)).toEqual(after);
    expect(lock.renewed).toBe(6);
  });

  test('a lock that is lost before the first file is in place leaves all as it was', () => {
    for (const times of [0, 1, 2, 3]) {
      const { folder, out } = output();
      expect(() => carryOut(steps, out, lockFor(times), hostIn(folder))).toThrow(/^lost$/);
      expect(treeOf(out)).toEqual(before);
      expect(readdirSync(out)).toEqual(['gone', 'old']);
    }
  });

  test('a lock that is lost later: the message says that some files are new, and what is staged goes', () => {
    const { folder, out } = output();
    const carry = () => carryOut(steps, out, lockFor(4), hostIn(folder));
    expect(carry).toThrow(/^lost; generated is half new and half old, so run this again$/);
    expect(treeOf(out)).toEqual({ ...before, 'new/file': 'new' });
  });

  test('a folder that is a link is not written through', () => {
    const { folder, out } = output();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('../elsewhere', join(out, 'new'));
    expect(() => carryOut(steps, out, lockFor(6), hostIn(folder))).toThrow(
      /^generated\/new lies behind a link now, and nothing is written through one; move the link away$/,
    );
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
    expect(treeOf(out)).toEqual(before);
  });

  test('a bug is no refusal, and what is staged goes all the same, if it can', async () => {
    const { folder, out } = output();
    const bug = new TypeError('bug');
    const first = withFaults(
      (_, name) => {
        if (name === 'renameSync') throw bug;
        if (name === 'rmSync') throw systemError('EPERM');
      },
      async () => carryOut(steps, out, lockFor(6), hostIn(folder)),
    );
    await expect(first).rejects.toBe(bug);
    expect(treeOf(out)).toMatchObject(before);

    let renames = 0;
    const second = withFaults(
      (_, name) => {
        if (name === 'renameSync') renames += 1;
        if (renames === 2) throw bug;
      },
      async () => carryOut(steps, out, lockFor(6), hostIn(folder)),
    );
    await expect(second).rejects.toBe(bug);
  });
});

describe('one file', () => {
  test('is written where a link leads, and what stopped runs left beside it goes, but for what is not theirs', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/spec.yaml'), 'old');
    writeFileSync(join(folder, 'real', LEFTOVER), 'half');
    writeFileSync(join(folder, 'real/other.tmp'), '');
    symlinkSync('real/spec.yaml', join(folder, 'spec.yaml'));
    const { calls } = await withFaults(
      () => undefined,
      () => writeFile(join(folder, 'spec.yaml'), hostIn(folder), (there) => `${Buffer.from(there ?? [])} and new`),
    );
    // Two steps; the lock is no leftover.
    expect(calls.filter((name) => name === 'appendFileSync')).toHaveLength(4);
    expect(treeOf(folder)).toEqual({ 'real/spec.yaml': 'old and new', 'real/other.tmp': '' });
    expect(readdirSync(folder)).toEqual(['real', 'spec.yaml']);
  });
});

describe('a lock', () => {
  test('says who has it while the work is done, and is gone after it, whatever comes of it', async () => {
    const folder = emptyFolder();
    const host = hostOf(folder, { pid: 17, name: 'here' });
    const text = await withLock(folder, host, ({ renew }) => {
      renew();
      return readFileSync(join(folder, LOCK), 'utf8');
    });
    expect(text).toMatch(/^process 17 on here, [\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\n\.$/);
    expect(readdirSync(folder)).toEqual([]);
    const failing = withLock(folder, host, () => {
      throw new Refusal('no');
    });
    await expect(failing).rejects.toThrow(/^no$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that cannot be removed is told; where the work went wrong, that is told instead', async () => {
    const folder = emptyFolder();
    const stuck = (work: () => void) =>
      withFaults(
        (_, name) => {
          if (name === 'rmSync') throw systemError('EPERM');
        },
        () => withLock(folder, hostOf(folder, { isRunning: () => false }), work),
      );
    await expect(stuck(() => undefined)).rejects.toThrow(`cannot use ${join(folder, LOCK)}: permission denied`);
    const wrong = () => {
      throw new Refusal('no');
    };
    await expect(stuck(wrong)).rejects.toThrow(/^no$/);
  });

  const UUID = '01234567-89ab-cdef-0123-456789abcdef';

  /** How often one waits for such a lock before it is taken over, or what is told at last. */
  async function waitedFor(text: string, isRunning: (pid: number) => boolean = () => false) {
    const folder = emptyFolder();
    writeFileSync(join(folder, LOCK), text);
    let waits = 0;
    const pause = async (milliseconds: number) => {
      expect(milliseconds).toBe(50);
      waits += 1;
    };
    await withLock(folder, hostOf(folder, { name: 'here', isRunning, pause }), () => undefined);
    expect(readdirSync(folder)).toEqual([]);
    return waits;
  }

  test('of a process of this machine that is gone is taken over at once, and of no other', async () => {
    const asked: number[] = [];
    const isRunning = (pid: number) => {
      asked.push(pid);
      return false;
    };
    expect(await waitedFor(`process 17 on here, ${UUID}\n...`, isRunning)).toBe(0);
    expect(asked).toEqual([17]);
    expect(await waitedFor(`process 1234567890 on here, ${UUID}\n`)).toBe(0);
    for (const other of [
      `process 17 on there, ${UUID}\n`,
      `process 17 on here, ${UUID}`,
      `process 17 on here, ${UUID.slice(1)}\n`,
      `process 12345678901 on here, ${UUID}\n`,
      `process x on here, ${UUID}\n`,
      `A process 17 on here, ${UUID}\n`,
      `process 17 on here\n, ${UUID}\n`,
    ])
      expect(await waitedFor(other)).toBe(100);
    expect(await waitedFor(`process 17 on here, ${UUID}\n`, () => true)).toBe(100);
  });

  test('that changes is waited for, and told at last by what stands in it', async () => {
    for (const [text, who] of [
      [`process 17 on there, ${UUID}\n`, 'process 17 on there'],
      ['whatever', 'another run'],
    ] as const) {
      const folder = emptyFolder();
      const path = join(folder, 'generated', LOCK);
      mkdirSync(join(folder, 'generated'));
      writeFileSync(path, text);
      let waits = 0;
      const pause = async () => {
        waits += 1;
        writeFileSync(path, `${text}${'.'.repeat(waits)}`);
      };
      await expect(withLock(join(folder, 'generated'), hostOf(folder, { pause }), () => undefined)).rejects.toThrow(
        `${who} is still writing; wait for it, or delete generated/${LOCK} if no such run is left`,
      );
      expect(waits).toBe(600);
      expect(readFileSync(path, 'utf8')).toBe(`${text}${'.'.repeat(600)}`);
    }
  });

  test('that is a pipe is not waited for without end', async () => {
    const folder = emptyFolder();
    execFileSync('mkfifo', [join(folder, LOCK)]);
    await expect(withLock(folder, hostIn(folder), () => undefined)).rejects.toThrow(`or delete ${LOCK} if no such run`);
    expect(readdirSync(folder)).toEqual([LOCK]);
  });

  test('that somebody makes while an old one is cleared away stays theirs', async () => {
    const folder = emptyFolder();
    const path = join(folder, LOCK);
    const old = `process 17 on here, ${UUID}\n`;
    const theirs = `process 18 on here, ${UUID}\n`;
    writeFileSync(path, old);
    let waits = 0;
    const host = hostOf(folder, {
      name: 'here',
      isRunning: (pid) => pid === 18,
      pause: async () => {
        waits += 1;
        expect(treeOf(folder)).toEqual({ [LOCK]: theirs });
        if (waits === 3) writeFileSync(path, old);
      },
    });
    let isSwapped = false;
    await withFaults(
      (_, name) => {
        // Between the look at the old lock and its move.
        if (name !== 'renameSync' || isSwapped) return;
        isSwapped = true;
        writeFileSync(path, theirs);
      },
      () => withLock(folder, host, () => undefined),
    );
    expect({ isSwapped, waits }).toEqual({ isSwapped: true, waits: 3 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that goes while it is cleared away is made at once', async () => {
    const folder = emptyFolder();
    const path = join(folder, LOCK);
    writeFileSync(path, `process 17 on here, ${UUID}\n`);
    const pause = () => Promise.reject(new Error('it waits'));
    const { result } = await withFaults(
      (_, name) => {
        if (name === 'renameSync') rmSync(path);
      },
      () => withLock(folder, hostOf(folder, { name: 'here', isRunning: () => false, pause }), () => 'done'),
    );
    expect(result).toBe('done');
  });

  test('that is gone refuses the next step, and is no trouble afterwards', async () => {
    const folder = emptyFolder();
    const host = hostIn(folder);
    const losing = withLock(folder, host, ({ renew }) => {
      rmSync(join(folder, LOCK));
      renew();
    });
    await expect(losing).rejects.toThrow(/another run took over/);
    expect(await withLock(folder, host, () => rmSync(join(folder, LOCK)))).toBe(undefined);
  });

  test('that is lost refuses the next step, and is left to who has it now', async () => {
    const folder = emptyFolder();
    const path = join(folder, 'generated', LOCK);
    const losing = withLock(join(folder, 'generated'), hostIn(folder), ({ renew }) => {
      writeFileSync(path, 'theirs');
      renew();
    });
    await expect(losing).rejects.toThrow(/^another run took over generated; run this again$/);
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });
});

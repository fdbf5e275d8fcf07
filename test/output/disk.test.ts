/** What the file that touches the disk answers and does, on a real one; the faults beside this are what happens where it fails. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as disk from '../../generator/disk.ts';
import { isLeftover, LOCK } from '../../generator/leftover.ts';
import { emptyFolder } from '../support/workspace.ts';
import { type Call, systemError, withFaults } from './faults.ts';

const TEMPORARY = /^\.sms-error-codes-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;

/** One of everything that may stand in a folder. */
function mixed(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'b-folder/deep'), { recursive: true });
  writeFileSync(join(folder, 'b-folder/deep/file'), '');
  writeFileSync(join(folder, 'c-file'), 'text');
  symlinkSync('c-file', join(folder, 'a-link'));
  symlinkSync('b-folder', join(folder, 'd-link'));
  symlinkSync('nothing', join(folder, 'e-dangling'));
  execFileSync('mkfifo', [join(folder, 'f-pipe')]);
  return folder;
}

/** Does the work while one kind of call fails, each time or the first time alone. */
async function failing<T>(name: Call, code: string, work: () => T, times = Number.POSITIVE_INFINITY): Promise<T> {
  let left = times;
  const { result } = await withFaults(
    (_, call) => {
      if (call !== name || left === 0) return;
      left -= 1;
      throw systemError(code);
    },
    async () => work(),
  );
  return result;
}

describe('looking', () => {
  test('a folder is told from a file and from nothing', () => {
    const folder = mixed();
    expect(['b-folder', 'd-link', 'none'].map((name) => disk.hasFolder(join(folder, name)))).toEqual([
      true,
      true,
      false,
    ]);
    for (const path of ['c-file', 'e-dangling'].map((name) => join(folder, name)))
      expect(() => disk.hasFolder(path)).toThrow(`${path} is not a folder`);
    expect(
      ['c-file', 'a-link', 'b-folder', 'e-dangling', 'f-pipe'].map((name) => disk.hasFile(join(folder, name))),
    ).toEqual([true, true, false, false, false]);
    symlinkSync('loop', join(folder, 'loop'));
    const there = ['c-file', 'e-dangling', 'none', 'loop', 'c-file/below'].filter((name) =>
      disk.exists(join(folder, name)),
    );
    expect(there).toEqual(['c-file']);
  });

  test('what stands in a folder is told by name, in order; a dangling link may be a folder', () => {
    const folder = mixed();
    expect(disk.namesIn(folder)).toEqual(['a-link', 'b-folder', 'c-file', 'd-link', 'e-dangling', 'f-pipe']);
    expect(disk.filesIn(folder)).toEqual(['a-link', 'c-file']);
    expect(disk.foldersIn(folder)).toEqual(['b-folder', 'd-link', 'e-dangling']);
    // The system has them the other way round.
    for (const name of ['\u{1f600}', '\uff01']) writeFileSync(join(folder, 'b-folder/deep', name), '');
    expect(disk.namesIn(join(folder, 'b-folder/deep'))).toEqual(['file', '\u{1f600}', '\uff01']);
  });

  test('what stands below a folder is told with its kind, and no link is followed', () => {
    const folder = mixed();
    writeFileSync(join(folder, 'b-folder', LOCK), '');
    writeFileSync(join(folder, 'c-file.tmp'), '');
    expect(Object.fromEntries(disk.standingBelow(folder))).toEqual({
      'a-link': 'other',
      'b-folder': 'folder',
      'b-folder/.sms-error-codes.lock': 'leftover',
      'b-folder/deep': 'folder',
      'b-folder/deep/file': 'file',
      'c-file': 'file',
      'c-file.tmp': 'file',
      'd-link': 'other',
      'e-dangling': 'other',
      'f-pipe': 'other',
    });
    expect(disk.standingBelow(join(folder, 'none')).size).toBe(0);
  });

  test('a folder that goes meanwhile has nothing in it; one that cannot be read is refused', async () => {
    const folder = mixed();
    const below = () => [...disk.standingBelow(folder).keys()];
    expect(await failing('readdirSync', 'ENOENT', below)).toEqual([]);
    await expect(failing('readdirSync', 'EACCES', below)).rejects.toThrow(`cannot use ${folder}: permission denied`);
  });

  test.each([
    ['.sms-error-codes.lock', true],
    ['.sms-error-codes-01234567-89ab-cdef-0123-456789abcdef.tmp', true],
    ['.sms-error-codes-01234567-89ab-cdef-0123-456789abcdef.tmp.bak', false],
    ['my.sms-error-codes-01234567-89ab-cdef-0123-456789abcdef.tmp', false],
    ['.sms-error-codes-01234567.tmp', false],
    ['.sms-error-codes.lock2', false],
  ])('that a stopped run left %s: %s', (name, expected) => {
    expect(isLeftover(name)).toBe(expected);
  });

  test('a folder is within itself and within what it lies in, links resolved', () => {
    const folder = mixed();
    const within = (inner: string, outer: string) => disk.isWithin(join(folder, inner), join(folder, outer));
    expect(within('b-folder', 'b-folder')).toBe(true);
    expect(within('b-folder/deep', '.')).toBe(true);
    expect(within('d-link/deep', 'b-folder')).toBe(true);
    expect(within('b-folder/not/there', 'd-link')).toBe(true);
    expect(within('b-folder/..x', 'b-folder')).toBe(true);
    expect(within('.', 'b-folder')).toBe(false);
    expect(within('b-folder2', 'b-folder')).toBe(false);
  });

  test('the real path is that of as much as is there', async () => {
    const folder = mixed();
    const real = disk.realPath(folder);
    expect(disk.realPath(join(folder, 'd-link/deep/none/more'))).toBe(join(real, 'b-folder/deep/none/more'));
    expect(disk.realPath('/')).toBe('/');
    const asked = () => disk.realPath(folder);
    await expect(failing('realpathSync', 'ELOOP', asked)).rejects.toThrow('its links lead in a circle');
  });
});

describe('reading', () => {
  test('a file is its bytes, its text, its size and its day', () => {
    const path = join(emptyFolder(), 'file');
    writeFileSync(path, 'caf\u00e9');
    utimesSync(path, 0, new Date('2026-01-31T23:59:59Z'));
    expect(Buffer.from(disk.readBytes(path)).toString('latin1')).toBe('caf\u00c3\u00a9');
    expect(disk.readText(path)).toBe('caf\u00e9');
    expect(disk.findText(path)).toBe('caf\u00e9');
    expect(disk.sizeOf(path)).toBe(5);
    expect(disk.dayOf(path)).toBe('2026-01-31');
  });

  test('one that is not there is refused, or nothing, as it is asked for', () => {
    const path = join(emptyFolder(), 'none');
    for (const read of [disk.readBytes, disk.readText, disk.sizeOf, disk.dayOf])
      expect(() => read(path)).toThrow(`cannot use ${path}: it is not there`);
    expect(disk.findBytes(path)).toBe(undefined);
    expect(disk.findText(path)).toBe(undefined);
    expect(disk.findText(join(path, '..'))).toBe(undefined);
    expect(() => disk.findBytes(join(path, '..'))).toThrow('it is a folder');
  });

  test('a bug is no refusal: it goes on as it is', async () => {
    const bug = new TypeError('bug');
    const reading = withFaults(
      () => {
        throw bug;
      },
      async () => disk.readText('x'),
    );
    await expect(reading).rejects.toBe(bug);
  });
});

describe('writing', () => {
  test('a text is staged beside its place, in a folder that may be new, and then put there', () => {
    const folder = emptyFolder();
    const path = join(folder, 'new/folder/file');
    const temporary = disk.stage(path, 'text');
    expect(readdirSync(join(folder, 'new/folder'))).toEqual([basename(temporary)]);
    expect(basename(temporary)).toMatch(TEMPORARY);
    expect(statSync(temporary).mode & 0o111).toBe(0);
    disk.putInPlace(temporary, path);
    expect(readdirSync(join(folder, 'new/folder'))).toEqual(['file']);
    expect(readFileSync(path, 'utf8')).toBe('text');
  });

  test('what replaces a file has its mode and is flushed and closed, though its owner cannot be given', async () => {
    const path = join(emptyFolder(), 'file');
    writeFileSync(path, 'old');
    chmodSync(path, 0o604);
    const { result, calls } = await withFaults(
      (_, name) => {
        if (name === 'fchownSync') throw systemError('EPERM');
      },
      async () => disk.stage(path, 'new'),
    );
    expect(statSync(result).mode & 0o777).toBe(0o604);
    expect(calls.filter((name) => name !== 'statSync')).toEqual([
      'openSync',
      'fchownSync',
      'fchmodSync',
      'writeSync',
      'fsyncSync',
      'closeSync',
    ]);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  test('what fails leaves nothing, and is told by the place and not by the name beside it', async () => {
    const folder = emptyFolder();
    const path = join(folder, 'file');
    for (const call of ['openSync', 'writeSync', 'fsyncSync', 'closeSync'] as const)
      await expect(failing(call, 'ENOSPC', () => disk.stage(path, 'text'))).rejects.toThrow(
        `cannot use ${path}: the disk is full`,
      );
    expect(readdirSync(folder)).toEqual([]);
    const stuck = withFaults(
      (_, name) => {
        if (name === 'writeSync' || name === 'rmSync') throw systemError(name === 'writeSync' ? 'EIO' : 'EPERM');
      },
      async () => disk.stage(path, 'text'),
    );
    await expect(stuck).rejects.toThrow('the disk fails');
  });

  test('a folder that another run makes meanwhile is taken; one that cannot be made is refused', async () => {
    const folder = emptyFolder();
    const path = join(folder, 'a/b/file');
    const { result } = await withFaults(
      (_, name) => {
        if (name === 'mkdirSync') mkdirSync(join(folder, 'a/b'), { recursive: true });
      },
      async () => disk.create(path, 'text'),
    );
    expect(result).toBe(true);
    rmSync(join(folder, 'a'), { recursive: true });
    await expect(failing('mkdirSync', 'EROFS', () => disk.create(path, 'text'))).rejects.toThrow(
      'the disk is read-only',
    );
  });

  test('a file is made only where nobody else has made it', async () => {
    const path = join(emptyFolder(), 'file');
    expect(disk.create(path, 'mine')).toBe(true);
    expect(disk.create(path, 'yours')).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await expect(failing('openSync', 'EMFILE', () => disk.create(path, 'x'))).rejects.toThrow(
      'too many files are open',
    );
  });

  test('what is set aside has a name that nobody looks for; what is gone has none', async () => {
    const folder = emptyFolder();
    const path = join(folder, 'file');
    expect(disk.setAside(path)).toBe(undefined);
    writeFileSync(path, 'text');
    await expect(failing('renameSync', 'EACCES', () => disk.setAside(path))).rejects.toThrow(`cannot use ${path}`);
    const aside = disk.setAside(path) ?? '';
    expect(readdirSync(folder)).toEqual([basename(aside)]);
    expect(basename(aside)).toMatch(TEMPORARY);
    expect(await failing('rmSync', 'EPERM', () => disk.discard(aside))).toBe(undefined);
    disk.discard(aside);
    disk.discard(aside);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('text is added to the end', async () => {
    const path = join(emptyFolder(), 'file');
    writeFileSync(path, 'one');
    disk.append(path, ' two');
    expect(readFileSync(path, 'utf8')).toBe('one two');
    await expect(failing('appendFileSync', 'EDQUOT', () => disk.append(path, ''))).rejects.toThrow('the disk is full');
  });
});

describe('removing', () => {
  test('takes the folders that are left empty, up to the given one and never that', () => {
    const folder = emptyFolder();
    const out = join(folder, 'out');
    mkdirSync(join(out, 'a/b/c'), { recursive: true });
    writeFileSync(join(out, 'a/b/c/file'), '');
    writeFileSync(join(out, 'a/stays'), '');
    disk.remove(join(out, 'a/b/c/file'), out);
    expect(readdirSync(join(out, 'a'))).toEqual(['stays']);
    disk.remove(join(out, 'a/stays'), out);
    expect(readdirSync(folder)).toEqual(['out']);
    expect(readdirSync(out)).toEqual([]);
    disk.remove(join(out, 'a/stays'), out);
    disk.remove(join(folder, 'elsewhere/file'), out);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('a folder that another run removes meanwhile is no trouble; one that cannot be removed is', async () => {
    const out = emptyFolder();
    const path = join(out, 'a/b/file');
    const make = () => {
      mkdirSync(join(out, 'a/b'), { recursive: true });
      writeFileSync(path, '');
    };
    for (const call of ['readdirSync', 'rmdirSync'] as const) {
      make();
      await failing(call, 'ENOENT', () => disk.remove(path, out), 1);
      if (call === 'readdirSync') expect(readdirSync(out)).toEqual([]);
      make();
      await expect(failing(call, 'EACCES', () => disk.remove(path, out))).rejects.toThrow(
        `cannot use ${path}: permission denied`,
      );
    }
  });
});

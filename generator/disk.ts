/** The one file that touches the disk. What the system refuses becomes a `Refusal` that says what to do. */
import {
  appendFileSync,
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isLeftover, temporaryName } from './leftover.ts';
import { codeOf, Refusal, systemRefusal } from './refusal.ts';
import { isBelow } from './short-path.ts';

/** Whether anything stands here. */
export function exists(path: string): boolean {
  return find(path) !== undefined;
}

/** Whether a folder stands here; refuses where something else does, such as a link to what is not mounted now. */
export function hasFolder(path: string): boolean {
  const found = find(path) ?? find(path, lstatSync);
  if (found?.isDirectory() === false) throw new Refusal(`${path} is not a folder`);
  return found !== undefined;
}

export function hasFile(path: string): boolean {
  return find(path)?.isFile() === true;
}

/** The regular files directly in a folder, by name. Folders, pipes, devices and dangling links are passed over. */
export function filesIn(folder: string): string[] {
  return namesIn(folder).filter((name) => hasFile(join(folder, name)));
}

/** The folders directly in a folder, by name, with links that lead nowhere: nobody can tell that they are none. */
export function foldersIn(folder: string): string[] {
  return namesIn(folder).filter((name) => find(join(folder, name))?.isDirectory() !== false);
}

/** Nothing is where links lead nowhere; where it cannot be known, that is refused, or what is there would be taken for gone. */
function find(path: string, look: (path: string) => Stats = statSync): Stats | undefined {
  return attempt(path, () => unlessGone(() => look(path), ['ENOENT', 'ENOTDIR', 'ELOOP']));
}

/** What stands below a folder; `other` is neither file nor folder, such as a link. */
export type Standing = 'file' | 'folder' | 'other' | 'leftover';

/** Everything below a folder, at any depth; nothing where the folder is absent. No link is followed. */
export function standingBelow(folder: string): Map<string, Standing> {
  return hasFolder(folder) ? new Map(walk(folder, '')) : new Map();
}

function* walk(folder: string, above: string): Iterable<[string, Standing]> {
  // Another run may remove a folder meanwhile.
  const entries = attempt(folder, () => unlessGone(() => readdirSync(folder, { withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    const path = `${above}${entry.name}`;
    if (entry.isDirectory()) {
      yield [path, 'folder'];
      yield* walk(join(folder, entry.name), `${path}/`);
    } else if (entry.isFile()) yield [path, isLeftover(entry.name) ? 'leftover' : 'file'];
    else yield [path, 'other'];
  }
}

/** Whether one folder is the other or lies in it, links resolved. */
export function isWithin(inner: string, outer: string): boolean {
  return isBelow(realPath(inner), realPath(outer));
}

export function readBytes(path: string): Uint8Array {
  return attempt(path, () => readFileSync(path));
}

/** The same, or `undefined` where no such file is there (any more). */
export function findBytes(path: string): Buffer | undefined {
  return attempt(path, () => unlessGone(() => readFileSync(path)));
}

/** The text of a regular file: a pipe would be waited for, and a device may never end. */
export function findText(path: string): string | undefined {
  return hasFile(path) ? attempt(path, () => findBytes(path)?.toString('utf8')) : undefined;
}

/** The text of a file that is ours or data, bytes that are no UTF-8 replaced; specs are decoded strictly, elsewhere. */
export function readText(path: string): string {
  return attempt(path, () => readFileSync(path, 'utf8'));
}

/** In bytes; a device has no size, and may never end. */
export function sizeOf(path: string): number {
  const found = attempt(path, () => statSync(path));
  if (found.isCharacterDevice() || found.isBlockDevice()) throw new Refusal(`${path} is a device; name a file`);
  return found.size;
}

/** The day on which a file was last changed, in universal time: when a document was received. */
export function dayOf(path: string): string {
  return attempt(path, () => statSync(path))
    .mtime.toISOString()
    .slice(0, 10);
}

/**
 * Writes a text beside its place, whole and safe on the disk, and says where. The name is new to the folder, so that no
 * two runs meet and no link is followed.
 */
export function stage(path: string, text: string): string {
  return attempt(path, () => {
    makeFolder(dirname(path));
    const temporary = temporaryBeside(path);
    writeNew(temporary, text, statSync(path, { throwIfNoEntry: false }));
    return temporary;
  });
}

/** The file is the old one before, and the new one after; there is nothing between. */
export function putInPlace(temporary: string, path: string): void {
  attempt(path, () => renameSync(temporary, path));
}

/** Moves a file to a name that nobody looks for; `undefined` where it is gone. */
export function setAside(path: string): string | undefined {
  const aside = temporaryBeside(path);
  attempt(path, () => unlessGone(() => renameSync(path, aside)));
  return exists(aside) ? aside : undefined;
}

/** Takes back what is not in its place. What cannot be removed now goes with the next run. */
export function discard(temporary: string): void {
  quietly(() => rmSync(temporary));
}

/** For what may fail, because something worse is told already or nothing comes of it. */
export function quietly(work: () => void): void {
  try {
    work();
  } catch {}
}

/** Makes a file that nobody else has made: `false` where one is there. */
export function create(path: string, text: string): boolean {
  return attempt(path, () => {
    makeFolder(dirname(path));
    try {
      writeNew(path, text);
      return true;
    } catch (problem) {
      if (codeOf(problem) === 'EEXIST') return false;
      throw problem;
    }
  });
}

function temporaryBeside(path: string): string {
  return join(dirname(path), temporaryName());
}

/** Complete, and on the disk itself, or gone again. */
function writeNew(path: string, text: string, old?: Stats): void {
  const file = openSync(path, 'wx');
  try {
    try {
      // What is replaced keeps its owner, where that is ours to give, and who may read and write it.
      if (old !== undefined) quietly(() => fchownSync(file, old.uid, old.gid));
      if (old !== undefined) fchmodSync(file, old.mode & 0o777);
      const bytes = Buffer.from(text);
      // The system may take less than it is given.
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (problem) {
    discard(path);
    throw problem;
  }
}

/** One folder at a time: asked for all at once, Node 20 never returns where the system says of a parent that it is not there. */
function makeFolder(path: string): void {
  if (exists(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (problem) {
    // Another run may have made it.
    if (codeOf(problem) !== 'EEXIST') throw problem;
  }
}

/** Adds to the end of a file that somebody else owns. */
export function append(path: string, text: string): void {
  attempt(path, () => appendFileSync(path, text));
}

/** Removes a file if it is there, and the folders that it leaves empty, up to the given one. */
export function remove(path: string, upTo: string): void {
  attempt(path, () => {
    rmSync(path, { force: true });
    for (let folder = dirname(path); folder !== upTo && folder.startsWith(upTo); folder = dirname(folder)) {
      const names = unlessGone(() => readdirSync(folder)) ?? [];
      if (names.length > 0) break;
      unlessGone(() => rmdirSync(folder));
    }
  });
}

/** Everything directly in a folder, by name. */
export function namesIn(folder: string): string[] {
  return attempt(folder, () => readdirSync(folder)).sort();
}

/** The path without links, of as much as is there. */
export function realPath(path: string): string {
  if (exists(path)) return attempt(path, () => realpathSync(path));
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (problem) {
    throw codeOf(problem) === undefined ? problem : systemRefusal(path, problem);
  }
}

function unlessGone<T>(work: () => T, codes: readonly string[] = ['ENOENT']): T | undefined {
  try {
    return work();
  } catch (problem) {
    if (codes.includes(codeOf(problem) ?? '')) return undefined;
    throw problem;
  }
}

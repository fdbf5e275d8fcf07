/** The one file that touches the disk. What the system refuses becomes a `Refusal` that says what to do. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { Refusal } from './refusal.ts';

/** Whether anything stands here. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/** Whether a folder stands here; refuses where something else does. */
export function hasFolder(path: string): boolean {
  if (!existsSync(path)) return false;
  if (!attempt(path, () => statSync(path)).isDirectory()) throw new Refusal(`${path} is not a folder`);
  return true;
}

export function hasFile(path: string): boolean {
  return existsSync(path) && attempt(path, () => statSync(path)).isFile();
}

/** The regular files directly in a folder, by name. Folders, pipes, devices and dangling links are passed over. */
export function filesIn(folder: string): string[] {
  return namesIn(folder).filter((name) => isRegular(join(folder, name)));
}

export function foldersIn(folder: string): string[] {
  return namesIn(folder).filter(
    (name) => attempt(folder, () => statSync(join(folder, name), { throwIfNoEntry: false }))?.isDirectory() === true,
  );
}

/** What stands below a folder; `other` is neither file nor folder, such as a link. */
export type Standing = 'file' | 'folder' | 'other';

/** Everything below a folder, at any depth; nothing where the folder is absent. No link is followed. */
export function standingBelow(folder: string): Map<string, Standing> {
  if (!hasFolder(folder)) return new Map();
  const entries = attempt(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }));
  return new Map(
    entries.map((entry): [string, Standing] => [
      toSlashes(relative(folder, join(entry.parentPath, entry.name))),
      entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    ]),
  );
}

/** Whether one folder is the other or lies in it, links resolved. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(realPath(outer), realPath(inner));
  return path === '' || !(path.startsWith('..') || isAbsolute(path));
}

export function readBytes(path: string): Uint8Array {
  return attempt(path, () => readFileSync(path));
}

/** The text of a file that is ours or data, bytes that are no UTF-8 replaced; specs are decoded strictly, elsewhere. */
export function readText(path: string): string {
  return Buffer.from(readBytes(path)).toString('utf8');
}

/** The day on which a file was last changed, in universal time: when a document was received. */
export function dayOf(path: string): string {
  return attempt(path, () => statSync(path))
    .mtime.toISOString()
    .slice(0, 10);
}

/** Either the whole new text or the old file, never a part. */
export function write(path: string, text: string): void {
  attempt(path, () => {
    makeFolder(dirname(path));
    writeFileAtomic(path, text);
  });
}

/** One folder at a time: asked for all at once, Node 20 never returns where the system says of a parent that it is not there. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (problem) {
    // Another run may have made it.
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  }
}

/** Adds to the end of a file that somebody else owns. */
export function append(path: string, text: string): void {
  attempt(path, () => appendFileSync(path, text));
}

/** Removes a file, and the folders that it leaves empty, up to the given one. */
export function remove(path: string, upTo: string): void {
  attempt(path, () => rmSync(path));
  for (let folder = dirname(path); folder !== upTo && folder.startsWith(upTo); folder = dirname(folder)) {
    if (readdirSync(folder).length > 0) break;
    rmdirSync(folder);
  }
}

/** A path as people type it: relative to the working folder where it lies below it. */
export function shortPath(path: string, workingFolder: string): string {
  const short = relative(workingFolder, path);
  if (short === '') return '.';
  return toSlashes(short.startsWith('..') || isAbsolute(short) ? path : short);
}

/** Everything directly in a folder, by name. */
export function namesIn(folder: string): string[] {
  return attempt(folder, () => readdirSync(folder)).sort();
}

function isRegular(path: string): boolean {
  return attempt(path, () => statSync(path, { throwIfNoEntry: false }))?.isFile() === true;
}

/** The path without links, of as much of it as is there. */
function realPath(path: string): string {
  if (existsSync(path)) return attempt(path, () => realpathSync(path));
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'its links lead in a circle',
};

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException;
    if (code === undefined) throw problem;
    throw new Refusal(`cannot use ${path}: ${words[code] ?? message}`);
  }
}

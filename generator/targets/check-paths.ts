/** Every file has a place of its own below its target's folder, on every file system. */
import { type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Unit } from './target.ts';

/** A file that is made; one that is copied is `per` nothing. */
interface Place {
  readonly path: string;
  readonly at: Span;
  readonly per?: Unit;
}

/** Told once for each line of `target.yaml`. */
export function checkPaths(files: readonly Place[]): Diagnostic[] {
  const told = new Set<Span>();
  return [...strays(files), ...clashes(files)].filter(({ at }) => !told.has(at) && told.add(at));
}

/** A setting stands in a path as it is, and could lead out of the folder; Windows drops the dots at the end of a name. */
function* strays(files: readonly Place[]): Iterable<Diagnostic> {
  for (const { path, at, per } of files) {
    const name = path.split('/').find((part) => !/^\w[\w.-]*$/.test(part) || part.endsWith('.'));
    if (per === undefined || name === undefined) continue;
    yield error('stray-path', at, `${quote(path)} is no path below the output folder`, {
      hint: `write a setting in which ${quote(name)} is a name of letters, digits, ".", "_" and "-"`,
    });
  }
}

/** Two files on one path, or a file where another needs a folder, also where a file system ignores case. */
function* clashes(files: readonly Place[]): Iterable<Diagnostic> {
  const firsts = new Map<string, Place>();
  for (const file of files) {
    const key = file.path.toLowerCase();
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, file);
    else
      yield error('duplicate-path', file.at, `${quote(file.path)} is made twice`, {
        hint: 'put {provider}, {catalog}, {enum} or {payload} into the path',
        notes: first.at === file.at ? [] : [{ message: 'also made here', at: first.at }],
      });
  }
  for (const file of files) {
    const first = foldersOf(file.path.toLowerCase())
      .map((folder) => firsts.get(folder))
      .find((found) => found !== undefined);
    if (first === undefined) continue;
    yield error('duplicate-path', file.at, `${quote(file.path)} needs a folder where ${quote(first.path)} is a file`, {
      hint: 'rename one of them',
      notes: [{ message: 'the file is made here', at: first.at }],
    });
  }
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

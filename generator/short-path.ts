/** Paths by name alone, as people and messages have them; what they name may be gone. */
import { isAbsolute, relative, sep } from 'node:path';

/** A path as people type it: relative to the working folder where it lies below it. */
export function shortPath(path: string, workingFolder: string): string {
  const short = relative(workingFolder, path) || '.';
  return (isBelow(path, workingFolder) ? short : path).split(sep).join('/');
}

/** Whether a path is a folder or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

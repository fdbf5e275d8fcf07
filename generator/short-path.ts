/** How a path is shown to people. */
import { isAbsolute, relative, sep } from 'node:path';

/** A path as people type it: relative to the working folder where it lies below it. */
export function shortPath(path: string, workingFolder: string): string {
  const short = relative(workingFolder, path);
  if (short === '') return '.';
  return (short.startsWith('..') || isAbsolute(short) ? path : short).split(sep).join('/');
}

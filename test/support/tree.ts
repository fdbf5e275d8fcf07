/** What stands in a folder, for a comparison of before and after. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of every file below a folder, by path with forward slashes. */
export function treeOf(folder: string): Record<string, string> {
  return Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** When each file and folder was last written, to the nanosecond, so that writing the same again shows. */
export function timesOf(folder: string): Record<string, bigint> {
  const paths = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].sort();
  return Object.fromEntries(paths.map((path) => [path, statSync(join(folder, path), { bigint: true }).mtimeNs]));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** `manifest.json`: which inputs and which files belong together. Nothing in it depends on when or where it was made. */
import { createHash } from 'node:crypto';
import { compare } from '../diagnostic/diagnostic.ts';

export const MANIFEST = 'manifest.json';

/** Bytes of a name, as all usual disks have it. */
const LONGEST_NAME = 255;

export interface Manifest {
  /** SHA-256 by path, which starts with `spec/` or `templates/`. */
  readonly inputs: ReadonlyMap<string, string>;
  /** SHA-256 by path below the output folder. */
  readonly files: ReadonlyMap<string, string>;
}

export function renderManifest({ inputs, files }: Manifest): string {
  return `${JSON.stringify({ inputs: sorted(inputs), files: sorted(files) }, undefined, 2)}\n`;
}

/** `undefined` where the text is no manifest, such as after a merge conflict, or leads out of the folder. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const { inputs, files } = JSON.parse(text) as { inputs?: unknown; files?: unknown };
    return isHashes(inputs) && isHashes(files) && Object.keys(files).every(isBelow)
      ? { inputs: new Map(Object.entries(inputs)), files: new Map(Object.entries(files)) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Web pages and extensions have a `manifest.json`, too: JSON that says something, and nothing that ours does. */
export function isForeignManifest(text: string): boolean {
  try {
    const keys = Object.keys(JSON.parse(text));
    return keys.length > 0 && !keys.includes('inputs') && !keys.includes('files');
  } catch {
    return false;
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sorted(hashes: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...hashes].sort(([a], [b]) => compare(a, b)));
}

/** What a run removes it takes from here: `a/..` would be the folder itself, and what no file can be called is refused each time. */
function isBelow(path: string): boolean {
  return path
    .split('/')
    .every(
      (part) => !['', '.', '..'].includes(part) && !part.includes('\0') && Buffer.byteLength(part) <= LONGEST_NAME,
    );
}

function isHashes(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash))
  );
}

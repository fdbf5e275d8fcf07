/** The one decision whether the output folder is as planned. `generate` acts on it, `check` reports it. */
import { compare } from '../diagnostic/diagnostic.ts';
import type { Standing } from '../disk.ts';
import { isForeignManifest, MANIFEST, type Manifest } from './manifest.ts';
import { bearsMark } from './ownership.ts';
import type { Plan } from './plan.ts';

export type DriftKind =
  /** Planned, and not there. */
  | 'missing'
  /** Planned, and there with other bytes. */
  | 'changed'
  /** Ours, and no longer planned. */
  | 'stale'
  /** Not ours, and not planned. */
  | 'foreign'
  /** Planned, but somebody else's file stands there. */
  | 'blocked'
  /** Left by a run that was stopped, or in use by one that is not done. */
  | 'leftover';

export interface Drift {
  readonly kind: DriftKind;
  /** Below the output folder. */
  readonly path: string;
}

/** What stands in the output folder, and its bytes; bytes are asked only of regular files. */
export interface Found {
  readonly standing: ReadonlyMap<string, Standing>;
  /** `undefined` where another run has removed the file since. */
  bytesOf(path: string): Uint8Array | undefined;
}

export function driftOf(plan: Plan, { standing, bytesOf }: Found, manifest: Manifest | undefined): Drift[] {
  const planned = new Set(plan.files.map(({ path }) => path));
  const isOurs = (path: string) => {
    if (standing.get(path) !== 'file') return false;
    if (path === MANIFEST) return !isForeignManifest(Buffer.from(bytesOf(path) ?? []).toString('utf8'));
    return manifest?.files.has(path) === true || bearsMark(topOf(bytesOf(path)));
  };

  const kindOfExtra = (path: string): DriftKind => {
    if (standing.get(path) === 'leftover') return 'leftover';
    return isOurs(path) ? 'stale' : 'foreign';
  };

  const differing = plan.files.flatMap(({ path, text }): Drift[] => {
    if (ancestorsOf(path).some((folder) => (standing.get(folder) ?? 'folder') !== 'folder'))
      return [{ kind: 'blocked', path }];
    if (!standing.has(path)) return [{ kind: 'missing', path }];
    if (standing.get(path) === 'file' && Buffer.from(text).equals(bytesOf(path) ?? new Uint8Array())) return [];
    return [{ kind: isOurs(path) ? 'changed' : 'blocked', path }];
  });
  const extra = [...standing.keys()]
    .filter((path) => standing.get(path) !== 'folder' && !planned.has(path) && plan.covers(path))
    .map((path): Drift => ({ kind: kindOfExtra(path), path }));
  return [...differing, ...extra].sort((a, b) => compare(a.path, b.path));
}

/** Enough to know a file by; somebody else's may be larger than any text can be. */
function topOf(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
}

/** The folders that a path leads through. A file or a link in the place of one would be written through. */
function ancestorsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The one decision whether the output folder is as planned. `generate` acts on it, `check` reports it. */
import { compare } from '../diagnostic/diagnostic.ts';
import { MANIFEST, type Manifest, sha256 } from './manifest.ts';
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
  | 'blocked';

export interface Drift {
  readonly kind: DriftKind;
  /** Below the output folder. */
  readonly path: string;
}

/** Reads the bytes of a file of the output folder; asked only where the decision needs them. */
export type BytesOf = (path: string) => Uint8Array;

export function driftOf(
  plan: Plan,
  onDisk: ReadonlySet<string>,
  bytesOf: BytesOf,
  manifest: Manifest | undefined,
): Drift[] {
  const planned = new Map(plan.files.map((file) => [file.path, file.text]));
  const isOurs = (path: string, text: string) =>
    path === MANIFEST || manifest?.files.has(path) === true || bearsMark(text);

  const differing = plan.files.flatMap(({ path, text }): Drift[] => {
    if (!onDisk.has(path)) return [{ kind: 'missing', path }];
    const there = bytesOf(path);
    if (Buffer.from(text).equals(there)) return [];
    return [{ kind: isOurs(path, decode(there)) ? 'changed' : 'blocked', path }];
  });
  const extra = [...onDisk]
    .filter((path) => !planned.has(path) && plan.covers(path))
    .map((path): Drift => ({ kind: isOurs(path, decode(bytesOf(path))) ? 'stale' : 'foreign', path }));
  return [...differing, ...extra].sort((a, b) => compare(a.path, b.path));
}

/** Whether the manifest vouches for a text: it was verified when it was written. */
export function isVouchedFor(path: string, text: string, manifest: Manifest | undefined): boolean {
  return manifest?.files.get(path) === sha256(text);
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** The door to `semver`: which tag was the last release, and whether a version has moved far enough since. */
import { compare, gt, gte, inc, major, parse, valid } from 'semver';
import type { Verdict } from './verdict.ts';

/** A tag that names a version: `v1.2.3`. */
export interface Release {
  readonly tag: string;
  readonly version: string;
}

/** The highest of the tags that are `v` and a version; `undefined` where none is. */
export function lastRelease(tags: readonly string[]): Release | undefined {
  return tags
    .map((tag) => ({ tag, version: tag.slice(1) }))
    .filter(({ tag, version }) => tag.startsWith('v') && isVersion(version))
    .sort((a, b) => compare(b.version, a.version))[0];
}

/** The library lets a `v` stand before a version. */
export function isVersion(text: unknown): text is string {
  return typeof text === 'string' && /^\d/.test(text) && valid(text) !== null;
}

/** The lowest version that may follow. Below 1.0.0 nothing is promised, so a breaking change needs a minor version alone. */
export function neededVersion(since: string, verdict: Verdict): string {
  if (verdict === 'none') return since;
  const bump = verdict === 'major' && major(since) === 0 ? 'minor' : verdict;
  return inc(since, bump) ?? since;
}

/** Whether a version has moved far enough: `2.0.0-rc.1` has where 2.0.0 is needed. */
export function isEnough(version: string, since: string, verdict: Verdict): boolean {
  const needed = neededVersion(since, verdict);
  if (verdict === 'none') return gte(version, since);
  const parsed = parse(version);
  const core = parsed === null ? version : `${parsed.major}.${parsed.minor}.${parsed.patch}`;
  return gt(version, since) && gte(core, needed);
}

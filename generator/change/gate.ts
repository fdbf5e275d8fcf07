/** The gate before a release: has the version moved by as much as the changes since the last one need? */
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { Refusal } from '../refusal.ts';
import type { Source } from '../spec/yaml.ts';
import type { Change } from './change.ts';
import { parseJson } from './parse-json.ts';
import { isEnough, isVersion, neededVersion, type Release } from './release.ts';
import { verdictOf } from './verdict.ts';

export interface Gate {
  readonly since: Release;
  /** What `package.json` says now. */
  readonly version: string;
  /** The lowest that would do. */
  readonly needed: string;
  readonly isEnough: boolean;
}

/** Refuses a `package.json` without a version. */
export function gateOf(since: Release, packageJson: Source, changes: readonly Change[]): Gate {
  const version = versionIn(packageJson);
  const verdict = verdictOf(changes);
  return {
    since,
    version,
    needed: neededVersion(since.version, verdict),
    isEnough: isEnough(version, since.version, verdict),
  };
}

export function checkGate({ since, version, needed, isEnough: passes }: Gate, { path, text }: Source): Diagnostic[] {
  if (passes) return [];
  const found = /"version"\s*:\s*(?<value>"[^"]*")/d.exec(text)?.indices?.groups?.['value'] ?? [0, 0];
  return [
    error(
      'version-too-low',
      { path, start: found[0], end: found[1] },
      `version ${version} is too low for what changed since ${since.tag}`,
      { hint: `move it to ${needed} or higher` },
    ),
  ];
}

function versionIn(packageJson: Source): string {
  const parsed = parseJson(packageJson);
  const version = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'version') : undefined;
  if (isVersion(version)) return version;
  const there = version === undefined ? '' : `, but ${quote(String(version))}`;
  throw new Refusal(`${packageJson.path} has no version of the form 1.2.3${there}`);
}

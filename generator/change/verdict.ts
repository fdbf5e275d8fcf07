/** What changes mean as a whole: by how much a release has to move, and whether a gate stops it. */
import type { Change } from './change.ts';
import type { Bump, Level } from './kinds.ts';

export type Verdict = Bump | 'none';

const BUMPS: readonly Bump[] = ['major', 'minor', 'patch'];

/** The worst first. */
export const LEVELS: readonly Level[] = ['breaking', 'risky', 'safe'];

export function verdictOf(changes: readonly Change[]): Verdict {
  return BUMPS.find((bump) => changes.some((change) => change.bump === bump)) ?? 'none';
}

/** The changes of a level or of a worse one. */
export function changesFrom(level: Level, changes: readonly Change[]): Change[] {
  const worse = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
  return changes.filter((change) => worse.includes(change.level));
}

/** The worst first, each level in the order of the registry. */
export function worstFirst(changes: readonly Change[]): Change[] {
  return LEVELS.flatMap((level) => changes.filter((change) => change.level === level));
}

/** `2 breaking, 0 risky, 5 safe`. */
export function countsOf(changes: readonly Change[]): string {
  return LEVELS.map((level) => `${changes.filter((change) => change.level === level).length} ${level}`).join(', ');
}

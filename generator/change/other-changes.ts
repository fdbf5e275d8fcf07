/** What differs in a part of the registry beside all that has a kind of its own. Nothing that differs goes untold. */
import { isDeepStrictEqual } from 'node:util';
import { quote } from '../diagnostic/quote.ts';
import { type Change, change } from './change.ts';
import type { PartScope } from './scope.ts';

interface Scope extends PartScope {
  /** The keys that are compared elsewhere. */
  readonly apart: readonly string[];
}

export function otherChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  { subject, what, apart }: Scope,
): Change[] {
  return Object.keys({ ...before, ...after })
    .filter((key) => !apart.includes(key) && !isDeepStrictEqual(before[key], after[key]))
    .map((key) => {
      const details = { field: key, before: before[key], after: after[key] };
      return isText(before[key]) && isText(after[key])
        ? change('text-edited', subject, `the ${key} of ${what} was edited`, details)
        : change('part-changed', subject, `${quote(key)} of ${what} ${howChanged(before[key], after[key])}`, details);
    });
}

/** A flag or a number is worth a word; a structure is too long for one. */
function howChanged(before: unknown, after: unknown): string {
  const isShort = [before, after].every((value) => typeof value !== 'object');
  return isShort ? `was ${String(before ?? 'absent')} and is ${String(after ?? 'absent')}` : 'changed';
}

/** A text, or the absence of one. */
function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

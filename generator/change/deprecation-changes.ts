/** What differs in the deprecation of a row. */
import { isDeepStrictEqual } from 'node:util';
import { visible } from '../diagnostic/quote.ts';
import { type Change, change } from './change.ts';
import type { PartScope } from './scope.ts';
import type { EntrySnapshot } from './snapshot.ts';

export function deprecationChanges(
  { deprecated: before }: EntrySnapshot,
  { deprecated: after }: EntrySnapshot,
  { subject, what }: PartScope,
): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  const details = { field: 'deprecated', before, after };
  if (after === undefined)
    return [change('deprecation-withdrawn', subject, `${what} is no longer deprecated`, details)];
  const { reason, replacement } = after;
  const words = replacement === undefined ? '' : `; use code ${visible(String(replacement))}`;
  const all = { ...details, reason, ...(replacement !== undefined && { replacement }) };
  return before === undefined
    ? [change('deprecated', subject, `${what} is deprecated${words}`, all)]
    : [change('deprecation-edited', subject, `what is said of the deprecated ${what} was edited`, all)];
}

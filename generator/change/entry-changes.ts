/** What differs in a row that stayed. */
import { isDeepStrictEqual } from 'node:util';
import { quote } from '../diagnostic/quote.ts';
import { type Change, change } from './change.ts';
import { claimChanges } from './claim-changes.ts';
import { deprecationChanges } from './deprecation-changes.ts';
import { otherChanges } from './other-changes.ts';
import type { ClaimScope } from './scope.ts';
import type { CatalogSnapshot, EntrySnapshot } from './snapshot.ts';

/** With the catalog of the row on both sides. */
export interface EntryScope extends ClaimScope {
  readonly before: CatalogSnapshot;
  readonly after: CatalogSnapshot;
}

/** The keys of a row that have a kind of their own; its name is told of the code, its line of the catalog. */
const APART = ['code', 'name', 'section', 'line', 'deprecated', 'classification', 'basis', 'stated'];

export function entryChanges(before: EntrySnapshot, after: EntrySnapshot, scope: EntryScope): Change[] {
  const { subject, what } = scope;
  const fields = [...scope.before.fields, ...scope.after.fields].map(({ id }) => id);
  return [
    ...cellChanges(before, after, scope),
    ...claimChanges(before, after, scope),
    ...deprecationChanges(before, after, scope),
    ...otherChanges(before, after, { subject, what, apart: [...APART, ...fields] }),
  ];
}

/** The printed cells, and the heading under which the row stands. What is told of the whole column is not told again. */
function cellChanges(before: EntrySnapshot, after: EntrySnapshot, scope: EntryScope): Change[] {
  const shared = scope.after.fields.flatMap(({ id, type, breaking }) => {
    const was = scope.before.fields.find((field) => field.id === id && field.type === type);
    return was === undefined ? [] : [{ id, isProse: type === 'string', isBreaking: breaking || was.breaking }];
  });
  return [{ id: 'section', isProse: false, isBreaking: false }, ...shared]
    .filter(({ id }) => !isDeepStrictEqual(before[id], after[id]))
    .map(({ id, isProse, isBreaking }) => {
      const details = { field: id, before: before[id], after: after[id] };
      if (isProse && !isBreaking)
        return change('description-edited', scope.subject, `the ${id} of ${scope.what} was edited`, details);
      const words = `${id} of ${scope.what} was ${quote(String(before[id]))} and is ${quote(String(after[id]))}`;
      return change(isBreaking ? 'breaking-value-changed' : 'stated-value-changed', scope.subject, words, details);
    });
}

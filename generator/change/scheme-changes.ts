/** What differs in what is stated of codes that start alike. */
import { quote } from '../diagnostic/quote.ts';
import { type Change, change, type Subject } from './change.ts';
import { claimChanges } from './claim-changes.ts';
import { compareBy } from './compare-by.ts';
import { otherChanges } from './other-changes.ts';
import type { CatalogScope, ClaimScope } from './scope.ts';
import type { SchemeSnapshot } from './snapshot.ts';

export function schemeChanges(
  before: SchemeSnapshot | undefined,
  after: SchemeSnapshot | undefined,
  { subject, axes }: CatalogScope,
): Change[] {
  const details = { field: 'scheme' };
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return [change('scheme-added', subject, 'the document states something of unlisted codes', details)];
  if (after === undefined)
    return [change('scheme-removed', subject, 'nothing is stated of unlisted codes any more', details)];
  const { added, removed, kept } = compareBy(({ prefix }) => prefix, before.prefixes, after.prefixes);
  const startWith = (prefix: string) => `codes that start with ${quote(prefix)}`;
  return [
    ...lengthChanges(before, after, subject),
    ...removed.flatMap((was) => {
      const what = startWith(was.prefix);
      const gone = change('scheme-removed', subject, `nothing of their own is stated of ${what} any more`, details);
      return [gone, ...otherwise(was, longestOf(after.prefixes, was.prefix), { subject, what, axes })];
    }),
    ...added.flatMap((is) => {
      const what = startWith(is.prefix);
      const fresh = change('scheme-added', subject, `something is stated of ${what}`, details);
      return [fresh, ...otherwise(longestOf(before.prefixes, is.prefix), is, { subject, what, axes })];
    }),
    ...kept.flatMap(([was, is]) => {
      const what = startWith(is.prefix);
      return [
        ...otherChanges(was, is, { subject, what, apart: ['prefix', 'classification', 'stated', 'basis'] }),
        ...claimChanges(was, is, { subject, what, axes }),
      ];
    }),
  ];
}

type Prefix = SchemeSnapshot['prefixes'][number];

/** What a prefix says otherwise than a shorter one, which answers for the same codes where it is not there. */
function otherwise(was: Prefix | undefined, is: Prefix | undefined, scope: ClaimScope): Change[] {
  return was === undefined || is === undefined ? [] : claimChanges(was, is, scope);
}

/** Of the prefixes that a prefix begins with, the one that says most of its codes. */
function longestOf(prefixes: readonly Prefix[], of: string): Prefix | undefined {
  const fitting = prefixes.filter(({ prefix }) => of.startsWith(prefix));
  return fitting.sort((a, b) => b.prefix.length - a.prefix.length)[0];
}

/** Codes of another length have lost what was stated of them, unless codes of any length have it now. */
function lengthChanges(
  { length: before }: SchemeSnapshot,
  { length: after }: SchemeSnapshot,
  subject: Subject,
): Change[] {
  if (before === after) return [];
  const words = (length: number | undefined) => (length === undefined ? 'any length' : `${length} characters`);
  return [
    change(
      after === undefined ? 'scheme-changed' : 'scheme-removed',
      subject,
      `what is stated of unlisted codes was for codes of ${words(before)} and is for codes of ${words(after)}`,
      { field: 'scheme', before, after },
    ),
  ];
}

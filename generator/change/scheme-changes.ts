/** What differs in what is stated of codes that start alike. */
import { quote } from '../diagnostic/quote.ts';
import { type Change, change } from './change.ts';
import { claimChanges } from './claim-changes.ts';
import { compareBy } from './compare-by.ts';
import { otherChanges } from './other-changes.ts';
import type { CatalogScope } from './scope.ts';
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
  return [
    ...(before.length === after.length
      ? []
      : [
          change('scheme-changed', subject, 'unlisted codes have another number of characters', {
            ...details,
            before: before.length,
            after: after.length,
          }),
        ]),
    ...[...removed, ...added].map(({ prefix }) => {
      const verb = added.some((other) => other.prefix === prefix) ? 'something' : 'nothing more';
      return change('scheme-changed', subject, `${verb} is stated of codes that start with ${quote(prefix)}`, details);
    }),
    ...kept.flatMap(([was, is]) => {
      const what = `codes that start with ${quote(is.prefix)}`;
      return [
        ...otherChanges(was, is, { subject, what, apart: ['prefix', 'classification', 'stated', 'basis'] }),
        ...claimChanges(was, is, { subject, what, axes }),
      ];
    }),
  ];
}

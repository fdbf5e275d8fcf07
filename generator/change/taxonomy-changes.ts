/** What differs in the axes and in the questions about them. Their order in the specs is that of keys, and means nothing. */
import { isDeepStrictEqual } from 'node:util';
import { quote } from '../diagnostic/quote.ts';
import { type Change, change } from './change.ts';
import { compareBy } from './compare-by.ts';
import { otherChanges } from './other-changes.ts';
import type { AxisSnapshot, PredicateSnapshot, Snapshot } from './snapshot.ts';

export function taxonomyChanges(before: Snapshot, after: Snapshot): Change[] {
  const axes = compareBy(({ id }) => id, before.taxonomy ?? [], after.taxonomy ?? []);
  const predicates = compareBy(({ id }) => id, before.predicates ?? [], after.predicates ?? []);
  return [
    ...axes.removed.map(({ id }) => change('axis-removed', {}, `axis ${quote(id)} was removed`, { field: id })),
    ...axes.added.map(({ id }) => change('axis-added', {}, `axis ${quote(id)} was added`, { field: id })),
    ...axes.kept.flatMap(([was, is]) => axisChanges(was, is)),
    ...predicates.removed.map(({ id }) =>
      change('predicate-removed', {}, `predicate ${quote(id)} was removed`, { field: id }),
    ),
    ...predicates.added.map(({ id }) =>
      change('predicate-added', {}, `predicate ${quote(id)} was added`, { field: id }),
    ),
    ...predicates.kept.flatMap(([was, is]) => predicateChanges(was, is)),
  ];
}

function axisChanges(before: AxisSnapshot, after: AxisSnapshot): Change[] {
  const { id } = after;
  const { added, removed, kept } = compareBy((value) => value.id, before.values, after.values);
  const what = `axis ${quote(id)}`;
  return [
    ...otherChanges(before, after, { subject: {}, what, apart: ['id', 'listsEntries', 'values'] }),
    ...listingChanges(before, after),
    ...removed.map((value) =>
      change('value-removed', {}, `${what} has no value ${quote(value.id)} any more`, { field: id, before: value.id }),
    ),
    ...added.map((value) =>
      change('value-added', {}, `${what} has the new value ${quote(value.id)}`, { field: id, after: value.id }),
    ),
    ...kept.flatMap(([was, is]) =>
      otherChanges(was, is, { subject: {}, what: `value ${quote(is.id)} of ${what}`, apart: ['id'] }),
    ),
  ];
}

function listingChanges({ listsEntries: before }: AxisSnapshot, { id, listsEntries: after }: AxisSnapshot): Change[] {
  if (before === after) return [];
  const details = { field: id };
  return after
    ? [change('lookup-added', {}, `entries of all providers are listed by ${quote(id)}`, details)]
    : [change('lookup-removed', {}, `entries of all providers are listed by ${quote(id)} no longer`, details)];
}

function predicateChanges(before: PredicateSnapshot, after: PredicateSnapshot): Change[] {
  const { id } = after;
  const what = `predicate ${quote(id)}`;
  return [
    ...otherChanges(before, after, { subject: {}, what, apart: ['id', 'when'] }),
    ...(isDeepStrictEqual(before.when, after.when)
      ? []
      : [
          change('predicate-changed', {}, `${what} asks for other values`, {
            field: id,
            before: before.when,
            after: after.when,
          }),
        ]),
  ];
}

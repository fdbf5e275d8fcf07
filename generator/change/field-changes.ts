/** What differs in the columns of a catalog. */
import { quote } from '../diagnostic/quote.ts';
import { type Change, change, type Subject } from './change.ts';
import { compareBy } from './compare-by.ts';
import type { ChangeKind } from './kinds.ts';
import { otherChanges } from './other-changes.ts';
import type { FieldSnapshot } from './snapshot.ts';

export function fieldChanges(
  before: readonly FieldSnapshot[],
  after: readonly FieldSnapshot[],
  subject: Subject,
): Change[] {
  const { added, removed, kept, isReordered } = compareBy(({ id }) => id, before, after);
  return [
    ...removed.map(({ id }) => change('field-removed', subject, `field ${quote(id)} was removed`, { field: id })),
    ...added.map(({ id }) => change('field-added', subject, `field ${quote(id)} was added`, { field: id })),
    ...kept.flatMap(([was, is]) => changesOfOne(was, is, subject)),
    ...(isReordered
      ? [change('order-changed', subject, 'the columns stand in another order', { field: 'fields' })]
      : []),
  ];
}

function changesOfOne(before: FieldSnapshot, after: FieldSnapshot, subject: Subject): Change[] {
  const { id } = after;
  const what = `field ${quote(id)}`;
  const values = compareBy((value) => value, before.values ?? [], after.values ?? []);
  const told = (kind: ChangeKind, words: string, sides: { before?: unknown; after?: unknown }) =>
    change(kind, subject, `${what} ${words}`, { field: id, ...sides });
  const changed = (kind: ChangeKind, key: 'type' | 'enumName', words: string) =>
    before[key] === after[key] ? [] : [told(kind, words, { before: before[key], after: after[key] })];
  const named = (name: string | undefined) => (name === undefined ? 'no type of its own' : `type ${quote(name)}`);
  return [
    ...otherChanges(before, after, { subject, what, apart: ['id', 'type', 'enumName', 'values'] }),
    ...changed('value-type-changed', 'type', `was of type ${quote(before.type)} and is ${quote(after.type)}`),
    ...changed('type-name-changed', 'enumName', `had ${named(before.enumName)} and has ${named(after.enumName)}`),
    ...values.removed.map((value) => told('value-removed', `has no value ${quote(value)} any more`, { before: value })),
    ...values.added.map((value) => told('value-added', `has the new value ${quote(value)}`, { after: value })),
  ];
}

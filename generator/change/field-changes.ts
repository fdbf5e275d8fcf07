/** What differs in the columns of a catalog. */
import { quote } from '../diagnostic/quote.ts';
import { type Change, change, type Subject } from './change.ts';
import { compareBy } from './compare-by.ts';
import { otherChanges } from './other-changes.ts';
import type { FieldSnapshot } from './snapshot.ts';

export function fieldChanges(
  before: readonly FieldSnapshot[],
  after: readonly FieldSnapshot[],
  subject: Subject,
): Change[] {
  const { added, removed, kept } = compareBy(({ id }) => id, before, after);
  const order = before.filter(({ id }) => after.some((field) => field.id === id)).map(({ id }) => id);
  const isInOrder = kept.every(([, { id }], index) => id === order[index]);
  return [
    ...removed.map(({ id }) => change('field-removed', subject, `field ${quote(id)} was removed`, { field: id })),
    ...added.map(({ id }) => change('field-added', subject, `field ${quote(id)} was added`, { field: id })),
    ...kept.flatMap(([was, is]) => changesOfOne(was, is, subject)),
    ...(isInOrder ? [] : [change('order-changed', subject, 'the columns stand in another order', { field: 'fields' })]),
  ];
}

function changesOfOne(before: FieldSnapshot, after: FieldSnapshot, subject: Subject): Change[] {
  const { id } = after;
  const what = `field ${quote(id)}`;
  const values = compareBy((value) => value, before.values ?? [], after.values ?? []);
  const named = (name: string | undefined) => (name === undefined ? 'no type of its own' : `type ${quote(name)}`);
  return [
    ...otherChanges(before, after, { subject, what, apart: ['id', 'type', 'enumName', 'values'] }),
    ...(before.type === after.type
      ? []
      : [
          change(
            'value-type-changed',
            subject,
            `${what} was of type ${quote(before.type)} and is ${quote(after.type)}`,
            {
              field: id,
              before: before.type,
              after: after.type,
            },
          ),
        ]),
    ...(before.enumName === after.enumName
      ? []
      : [
          change(
            'type-name-changed',
            subject,
            `${what} had ${named(before.enumName)} and has ${named(after.enumName)}`,
            {
              field: id,
              before: before.enumName,
              after: after.enumName,
            },
          ),
        ]),
    ...values.removed.map((value) =>
      change('value-removed', subject, `${what} has no value ${quote(value)} any more`, { field: id, before: value }),
    ),
    ...values.added.map((value) =>
      change('value-added', subject, `${what} has the new value ${quote(value)}`, { field: id, after: value }),
    ),
  ];
}

/** What differs in the fields of a payload and of the objects in it. */
import { isDeepStrictEqual } from 'node:util';
import { quote } from '../diagnostic/quote.ts';
import { type Change, change, type Subject } from './change.ts';
import { compareBy } from './compare-by.ts';
import { otherChanges } from './other-changes.ts';
import type { PayloadFieldSnapshot, PayloadObjectSnapshot } from './snapshot.ts';

export function payloadFieldChanges(
  before: readonly PayloadObjectSnapshot[],
  after: readonly PayloadObjectSnapshot[],
  subject: Subject,
): Change[] {
  const { added, removed, kept } = compareBy(({ path }) => path, fieldsOf(before), fieldsOf(after));
  return [
    ...removed.map(({ path }) =>
      change('payload-field-removed', subject, `field ${quote(path)} was removed`, { field: path }),
    ),
    ...added.map(({ path }) =>
      change('payload-field-added', subject, `field ${quote(path)} was added`, { field: path }),
    ),
    ...kept.flatMap(([was, is]) => changesOfField(was, is, subject)),
  ];
}

/** A field, with the name of the object that has it. */
interface Field {
  readonly path: string;
  readonly field: PayloadFieldSnapshot;
}

function fieldsOf(objects: readonly PayloadObjectSnapshot[]): Field[] {
  return objects.flatMap(({ typeName, fields }) =>
    fields.map((field) => ({ path: `${typeName}.${field.name}`, field })),
  );
}

/** What the type of a field is made of. */
const TYPE = ['type', 'typeName', 'isList', 'isOptional', 'isNullable', 'isClosed'];

function changesOfField({ field: before }: Field, { path, field: after }: Field, subject: Subject): Change[] {
  const what = `field ${quote(path)}`;
  const values = compareBy(({ value }) => value, before.values ?? [], after.values ?? []);
  const hasOtherType = TYPE.some((key) => !isDeepStrictEqual(before[key], after[key]));
  const details = { field: path };
  return [
    ...otherChanges(before, after, { subject, what, apart: ['name', 'values', ...TYPE] }),
    ...(hasOtherType ? [change('payload-field-changed', subject, `${what} has another type`, details)] : []),
    ...values.removed.map(({ value }) =>
      change('value-removed', subject, `${what} has no value ${quote(value)} any more`, { ...details, before: value }),
    ),
    ...values.added.map(({ value }) =>
      change('value-added', subject, `${what} has the new value ${quote(value)}`, { ...details, after: value }),
    ),
    ...values.kept.flatMap(([was, is]) => changesOfValue(was, is, `value ${quote(is.value)} of ${what}`, subject)),
  ];
}

type FieldValue = NonNullable<PayloadFieldSnapshot['values']>[number];

function changesOfValue(before: FieldValue, after: FieldValue, what: string, subject: Subject): Change[] {
  return [
    ...otherChanges(before, after, { subject, what, apart: ['value', 'state'] }),
    ...(before['state'] === after['state']
      ? []
      : [change('outcomes-changed', subject, `${what} says something else of the message`, { field: after.value })]),
  ];
}

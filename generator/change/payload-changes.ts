/** What differs in the payloads of a provider and in the functions that read them. */
import { quote } from '../diagnostic/quote.ts';
import { type Change, change, type Subject } from './change.ts';
import { compareBy } from './compare-by.ts';
import type { ChangeKind } from './kinds.ts';
import { otherChanges } from './other-changes.ts';
import { payloadFieldChanges } from './payload-field-changes.ts';
import type { PayloadSnapshot, ProviderSnapshot, ReaderSnapshot } from './snapshot.ts';
import { isSameInAnyOrder } from './unordered.ts';

export function payloadChanges(before: ProviderSnapshot, after: ProviderSnapshot): Change[] {
  const subject = { provider: after.id };
  const payloads = compareBy(({ typeName }) => typeName, before.payloads ?? [], after.payloads ?? []);
  const readers = compareBy(({ id }) => id, before.readers ?? [], after.readers ?? []);
  const told = (id: ChangeKind, field: string, words: string) => change(id, subject, words, { field });
  return [
    ...payloads.removed.map(({ typeName }) =>
      told('payload-removed', typeName, `payload ${quote(typeName)} was removed`),
    ),
    ...payloads.added.map(({ typeName }) => told('payload-added', typeName, `payload ${quote(typeName)} was added`)),
    ...payloads.kept.flatMap(([was, is]) => changesOfPayload(was, is, subject)),
    ...readers.removed.map(({ id }) => told('reader-removed', id, `reader ${quote(id)} was removed`)),
    ...readers.added.map(({ id }) => told('reader-added', id, `reader ${quote(id)} was added`)),
    ...readers.kept.flatMap(([was, is]) => changesOfReader(was, is, subject)),
  ];
}

function changesOfPayload(before: PayloadSnapshot, after: PayloadSnapshot, subject: Subject): Change[] {
  const what = `payload ${quote(after.typeName)}`;
  const objects = compareBy(({ typeName }) => typeName, before.objects, after.objects);
  const fields = payloadFieldChanges(before.objects, after.objects, subject);
  // Outcomes repeat what the values of a field say of the message, which is told of the value.
  const isToldOfValue = fields.some(({ id }) => id === 'outcomes-changed');
  const howRead = (payload: PayloadSnapshot, key: string) =>
    isToldOfValue ? withoutStates(payload[key]) : payload[key];
  const isReadOtherwise = HOW_READ.some((key) => !isSameInAnyOrder(howRead(before, key), howRead(after, key)));
  return [
    ...otherChanges(before, after, { subject, what, apart: ['typeName', 'objects', ...HOW_READ] }),
    ...(isReadOtherwise
      ? [change('outcomes-changed', subject, `${what} is read otherwise`, { field: after.typeName })]
      : []),
    ...objects.kept.flatMap(([was, is]) =>
      otherChanges(was, is, { subject, what: `type ${quote(is.typeName)}`, apart: ['typeName', 'fields'] }),
    ),
    ...fields,
  ];
}

function withoutStates(part: unknown): unknown {
  return JSON.parse(JSON.stringify(part ?? null, (key, value) => (key === 'states' ? undefined : value)));
}

/** How a body is told from others, and where its codes are. */
const HOW_READ = ['isList', 'isSingle', 'anyOf', 'values', 'outcomes'];

function changesOfReader(before: ReaderSnapshot, after: ReaderSnapshot, subject: Subject): Change[] {
  const field = after.id;
  const what = `reader ${quote(field)}`;
  const { added, removed, isReordered } = compareBy((payload) => payload, before.payloads, after.payloads);
  return [
    ...otherChanges(before, after, { subject, what, apart: ['id', 'payloads'] }),
    ...removed.map((name) =>
      change('payload-removed', subject, `${what} does not read ${quote(name)} any more`, { field }),
    ),
    ...added.map((name) => change('payload-added', subject, `${what} reads ${quote(name)}`, { field })),
    // The first payload that fits a body is what it is read as.
    ...(isReordered
      ? [change('outcomes-changed', subject, `${what} tries its payloads in another order`, { field })]
      : []),
  ];
}

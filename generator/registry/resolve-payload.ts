/** From a Spec without errors to the Registry: payloads, their readers, and the rules of outcomes. */
import { stepsOf } from '../spec/node.ts';
import type { OutcomeSpec, PayloadFieldSpec, PayloadSpec } from '../spec/payload-spec.ts';
import type { CatalogSpec, OutcomeRulesSpec, ProviderSpec } from '../spec/spec.ts';
import { codeValue } from './cell.ts';
import type { OutcomePlaces, OutcomeRules, Payload, PayloadField, Reader } from './payload.ts';

export function resolvePayload(payload: PayloadSpec, catalogs: readonly CatalogSpec[]): Payload {
  const { typeName, title, isList, isSingle, discriminator, anyOf, fields, outcomes } = payload;
  const telling = discriminator && fields.find(({ name }) => name.value === discriminator.value);
  return {
    typeName: typeName.value,
    title,
    isList,
    isSingle,
    anyOf: (discriminator === undefined ? anyOf : [discriminator]).map(({ value }) => value),
    ...(telling && { values: telling.values.map(({ value }) => value) }),
    fields: fields.map((field) => resolveField(field, field === telling)),
    outcomes: outcomes.map((outcome) => resolveOutcome(outcome, payload, catalogs)),
  };
}

export function resolveReaders({ readers }: ProviderSpec, payloads: readonly Payload[]): Reader[] {
  return readers.map((reader) => ({
    id: reader.id.value,
    title: reader.title,
    payloads: reader.payloads.flatMap(({ value }) => payloads.find(({ typeName }) => typeName === value) ?? []),
  }));
}

export function resolveOutcomeRules({ axes, states }: OutcomeRulesSpec): OutcomeRules {
  return {
    axes: axes.map(({ value }) => value),
    states: states.flatMap(({ state, when }) =>
      when.map(({ axis, values }) => ({ state, axis: axis.value, values: values.map(({ value }) => value) })),
    ),
  };
}

function resolveField(field: PayloadFieldSpec, isClosed: boolean): PayloadField {
  const { name, definition, values, fields, ...rest } = field;
  return {
    ...rest,
    name: name.value,
    ...(definition !== undefined && { definition }),
    values: values.map(({ value, definition: meaning, state }) => ({
      value,
      definition: meaning,
      ...(state !== undefined && { state }),
    })),
    isClosed,
    fields: fields.map((inner) => resolveField(inner, false)),
  };
}

function resolveOutcome(
  { catalog, code, status, recipient, messageId, count, noFailure }: OutcomeSpec,
  { fields }: PayloadSpec,
  catalogs: readonly CatalogSpec[],
): OutcomePlaces {
  const codeType = catalogs.find(({ id }) => id.value === catalog.value)?.codeType ?? 'string';
  const statusField = status && fieldAt(fields, status.value);
  return {
    catalog: catalog.value,
    code: code.value,
    ...(status && { status: status.value }),
    ...(recipient && { recipient: recipient.value }),
    ...(messageId && { messageId: messageId.value }),
    ...(count && { count: count.value }),
    states: (statusField?.values ?? []).flatMap(({ value, state }) =>
      state === undefined ? [] : [{ status: value, state }],
    ),
    noFailure: noFailure.flatMap((scalar) => codeValue(scalar, codeType) ?? []),
  };
}

/** The field at the end of a pointer. */
function fieldAt(fields: readonly PayloadFieldSpec[], pointer: string): PayloadFieldSpec | undefined {
  let field: PayloadFieldSpec | undefined;
  for (const step of stepsOf(pointer).filter((one) => one !== '*')) {
    field = (field?.fields ?? fields).find(({ name }) => name.value === step);
  }
  return field;
}

/** Payloads as plain data, the form in which `registry.json` publishes them. */
import {
  innerTypeName,
  type OutcomeRules,
  objectsIn,
  type Payload,
  type PayloadField,
  type Reader,
} from './payload.ts';
import { publicName } from './public-name.ts';

export function plainPayload(payload: Payload): object {
  const { typeName, title, isList, isSingle, anyOf, values, outcomes } = payload;
  return {
    typeName,
    title,
    isList,
    isSingle,
    anyOf: [...anyOf],
    ...(values && { values: [...values] }),
    objects: [...objectsIn(payload), payload].map((object) => ({
      typeName: object.typeName,
      title: object.title,
      fields: object.fields.map((field) => plainField(field, object.typeName)),
    })),
    outcomes: outcomes.map(({ states, noFailure, ...places }) => ({
      ...places,
      ...(states.length > 0 && { states: states.map((state) => ({ ...state })) }),
      ...(noFailure.length > 0 && { noFailure: [...noFailure] }),
    })),
  };
}

export function plainReader({ id, title, payloads }: Reader): object {
  return { id: publicName(id), title, payloads: payloads.map(({ typeName }) => typeName) };
}

export function plainOutcomeRules({ axes, states }: OutcomeRules): object {
  return {
    axes: axes.map((axis) => publicName(axis)),
    states: states.map(({ state, axis, values }) => ({ state, axis: publicName(axis), values: [...values] })),
  };
}

function plainField(field: PayloadField, parent: string): object {
  const { name, type, isList, isOptional, isNullable, source, definition, isClosed, values } = field;
  return {
    name,
    type,
    ...(type === 'object' && { typeName: innerTypeName(parent, name) }),
    isList,
    isOptional,
    isNullable,
    source,
    ...(definition !== undefined && { definition }),
    ...(values.length > 0 && { isClosed, values: values.map((value) => ({ ...value })) }),
  };
}

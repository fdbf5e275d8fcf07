/** From located trees to the Spec, payloads and their readers. Converts what the frame has let through. */
import { childOf, itemsOf, type Node, type Pair, pairsOf } from './node.ts';
import type {
  FieldType,
  FieldValueSpec,
  OutcomeSpec,
  PayloadFieldSpec,
  PayloadSpec,
  ReaderSpec,
  State,
} from './payload-spec.ts';
import { flagOf, located, locatedChild, locatedItems, locatedOf, scalarOf, textOf } from './value.ts';

export function decodePayload({ key, value: payload }: Pair): PayloadSpec {
  return {
    typeName: located(key),
    title: textOf(payload, 'title'),
    isList: flagOf(payload, 'list'),
    isSingle: flagOf(payload, 'single') || !flagOf(payload, 'list'),
    discriminator: locatedChild(payload, 'discriminator'),
    anyOf: locatedItems(payload, 'any_of'),
    fields: pairsOf(childOf(payload, 'fields')).map(decodeField),
    outcomes: itemsOf(childOf(payload, 'outcomes')).map(decodeOutcome),
  };
}

export function decodeReader({ key, value: reader }: Pair): ReaderSpec {
  return { id: located(key), title: textOf(reader, 'title'), payloads: locatedItems(reader, 'payloads') };
}

function decodeField({ key, value: field }: Pair): PayloadFieldSpec {
  return {
    name: located(key),
    type: textOf(field, 'type') as FieldType,
    isList: flagOf(field, 'list'),
    isOptional: flagOf(field, 'optional'),
    isNullable: flagOf(field, 'nullable'),
    source: textOf(field, 'source'),
    definition: scalarOf(field, 'definition')?.source,
    values: pairsOf(childOf(field, 'values')).map(decodeValue),
    fields: pairsOf(childOf(field, 'fields')).map(decodeField),
  };
}

function decodeValue({ key, value }: Pair): FieldValueSpec {
  return {
    value: key.source,
    definition: textOf(value, 'definition'),
    state: scalarOf(value, 'state')?.source as State | undefined,
  };
}

function decodeOutcome(outcome: Node): OutcomeSpec {
  return {
    catalog: locatedOf(outcome, 'catalog'),
    code: locatedOf(outcome, 'code'),
    status: locatedChild(outcome, 'status'),
    recipient: locatedChild(outcome, 'recipient'),
    messageId: locatedChild(outcome, 'message_id'),
    count: locatedChild(outcome, 'count'),
    noFailure: itemsOf(childOf(outcome, 'no_failure')).filter((item) => item.kind === 'scalar'),
  };
}

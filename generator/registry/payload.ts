/** The Registry family, payloads: the bodies that carry codes, and the functions that read them. */

export interface Payload {
  readonly typeName: string;
  readonly title: string;
  /** Whether a body is a list of them. */
  readonly isList: boolean;
  /** Whether one comes alone, too. */
  readonly isSingle: boolean;
  /** It is this payload where one of these fields is there. */
  readonly anyOf: readonly string[];
  /** And, where this is given, has one of these values. */
  readonly values?: readonly string[];
  readonly fields: readonly PayloadField[];
  readonly outcomes: readonly OutcomePlaces[];
}

export interface PayloadField {
  /** As it goes over the wire. */
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'object';
  readonly isList: boolean;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  /** Where it is known from. */
  readonly source: string;
  readonly definition?: string;
  readonly values: readonly FieldValue[];
  /** Whether it has no other values. */
  readonly isClosed: boolean;
  /** Of an object. */
  readonly fields: readonly PayloadField[];
}

export interface FieldValue {
  readonly value: string;
  readonly definition: string;
  readonly state?: State;
}

/** What became of a message. */
export type State = 'delivered' | 'pending' | 'failed' | 'unknown';

/** Where a payload has a code and what belongs to it, as JSON pointers with `*` for each element of a list. */
export interface OutcomePlaces {
  /** The id of the catalog. */
  readonly catalog: string;
  readonly code: string;
  readonly status?: string;
  readonly recipient?: string;
  readonly messageId?: string;
  readonly count?: string;
  /** What the values of the status say of the message. */
  readonly states: readonly StatusState[];
  /** What stands for a code where nothing failed. */
  readonly noFailure: readonly (string | number)[];
}

export interface StatusState {
  readonly status: string;
  readonly state: State;
}

/** A function that reads some of a provider's payloads. */
export interface Reader {
  /** snake_case, as in the specs. */
  readonly id: string;
  readonly title: string;
  /** The first one that fits a body is it. */
  readonly payloads: readonly Payload[];
}

/** What the taxonomy says of outcomes. */
export interface OutcomeRules {
  /** The axes that an outcome has. */
  readonly axes: readonly string[];
  /** The first one that holds of a known code is the state; otherwise the state is unknown. */
  readonly states: readonly StateRule[];
}

export interface StateRule {
  readonly state: State;
  readonly axis: string;
  readonly values: readonly string[];
}

/** An object of a payload: the payload itself, or what stands in a field of it. */
export interface PayloadObject {
  readonly typeName: string;
  readonly title: string;
  readonly fields: readonly PayloadField[];
}

/** The objects inside another, the innermost first, so that each stands before it is named. */
export function objectsIn({ typeName: outer, fields }: PayloadObject): PayloadObject[] {
  return fields
    .filter(({ type }) => type === 'object')
    .map(({ name, definition, fields }) => ({
      typeName: innerTypeName(outer, name),
      title: definition ?? name,
      fields,
    }))
    .flatMap((object) => [...objectsIn(object), object]);
}

/** The type of what stands in a field: `AcmeReceipt` and `number_detail` give `AcmeReceiptNumberDetail`. */
export function innerTypeName(parent: string, field: string): string {
  const words = field.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return parent + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

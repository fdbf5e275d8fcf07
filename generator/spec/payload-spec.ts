/** The Spec family, payloads: what a person wrote of the bodies that carry codes. Maybe wrong. */
import type { Located, ScalarNode } from './node.ts';

export type FieldType = 'string' | 'integer' | 'boolean' | 'object';

/** What became of a message. */
export type State = 'delivered' | 'pending' | 'failed' | 'unknown';

export interface PayloadSpec {
  readonly typeName: Located<string>;
  readonly title: string;
  /** Whether a body is a list of them. */
  readonly isList: boolean;
  /** Whether one comes alone, too. */
  readonly isSingle: boolean;
  /** The one field whose values tell this payload from others. */
  readonly discriminator: Located<string> | undefined;
  /** In its place: fields of which one is there in this payload and in no other. */
  readonly anyOf: readonly Located<string>[];
  readonly fields: readonly PayloadFieldSpec[];
  readonly outcomes: readonly OutcomeSpec[];
}

export interface PayloadFieldSpec {
  /** As it goes over the wire. */
  readonly name: Located<string>;
  readonly type: FieldType;
  readonly isList: boolean;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  /** Where it is known from. */
  readonly source: string;
  readonly definition: string | undefined;
  readonly values: readonly FieldValueSpec[];
  /** Of an object. */
  readonly fields: readonly PayloadFieldSpec[];
}

export interface FieldValueSpec {
  readonly value: string;
  readonly definition: string;
  /** What it says of the message, where the field is a status. */
  readonly state: State | undefined;
}

/** Where a payload has a code and what belongs to it, as JSON pointers with `*` for each element of a list. */
export interface OutcomeSpec {
  readonly catalog: Located<string>;
  readonly code: Located<string>;
  readonly status: Located<string> | undefined;
  readonly recipient: Located<string> | undefined;
  readonly messageId: Located<string> | undefined;
  readonly count: Located<string> | undefined;
  /** What stands for a code where nothing failed. */
  readonly noFailure: readonly ScalarNode[];
}

/** A function that reads some of a provider's payloads. */
export interface ReaderSpec {
  readonly id: Located<string>;
  readonly title: string;
  readonly payloads: readonly Located<string>[];
}

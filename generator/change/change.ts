/** What a change is: something that differs between two registries, and what that means for who uses the output. */
import type { Code } from '../registry/registry.ts';
import { type Bump, type ChangeKind, kinds, type Level } from './kinds.ts';

/** What a change is about; whatever does not apply is absent. */
export interface Subject {
  readonly provider?: string;
  readonly catalog?: string;
  readonly code?: Code;
  /** Of a row of a code that can have several: all its key fields. */
  readonly key?: Readonly<Record<string, unknown>>;
}

export interface Details {
  /** The axis, the column or the part of the registry, as `registry.json` calls it. */
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Why a code is deprecated or was removed, in the words of the spec. */
  readonly reason?: string;
  /** The code to use in its place. */
  readonly replacement?: Code;
}

export interface Change extends Subject, Details {
  readonly id: ChangeKind;
  readonly bump: Bump;
  readonly level: Level;
  /** Lower-case, one line; names the code, and neither provider nor catalog. */
  readonly message: string;
}

export function change(id: ChangeKind, subject: Subject, message: string, details: Details = {}): Change {
  const { bump, level } = kinds[id];
  return { id, bump, level, ...subject, ...details, message };
}

/** What a change is about, for people: `acme/api`; empty where it is the registry as a whole. */
export function labelOf({ provider, catalog }: Subject): string {
  return [provider, catalog].filter((part) => part !== undefined).join('/');
}

/** The message with what it is about. */
export function sentenceOf({ message, ...subject }: Change): string {
  const label = labelOf(subject);
  return label === '' ? message : `${label}: ${message}`;
}

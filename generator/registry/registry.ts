/** The Registry family: what the specs mean. Resolved and total; everything after `resolve` sees only this. */
import type { Span } from '../diagnostic/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { OutcomeRules, Payload, Reader } from './payload.ts';

export interface Registry {
  readonly axes: readonly Axis[];
  readonly predicates: readonly Predicate[];
  /** Absent where the taxonomy says nothing of outcomes. */
  readonly outcomes?: OutcomeRules;
  readonly providers: readonly Provider[];
}

export interface Axis {
  /** snake_case, as in the specs. */
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** Whether a document can state it; otherwise each value is our inference. */
  readonly stateable: boolean;
  readonly required: boolean;
  /** Whether targets list the entries of all providers by its values. */
  readonly listsEntries: boolean;
  /** Whether another value of it, in an entry that is kept, is a breaking change. */
  readonly isBreaking: boolean;
  /** The axis that this one shares its values with; its own id where it has values of its own. */
  readonly valuesOf: string;
  readonly values: readonly AxisValue[];
}

export interface AxisValue {
  readonly id: string;
  readonly definition: string;
  /** What a support agent can read to an end user. */
  readonly sentence?: string;
}

/** A ready-made question about a classification: yes where every axis has one of the values. */
export interface Predicate {
  /** snake_case, as in the specs. */
  readonly id: string;
  readonly definition: string;
  readonly when: readonly AxisValues[];
}

/** Some values of an axis. */
export interface AxisValues {
  readonly axis: string;
  readonly values: readonly string[];
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  /** The spec file it comes from. */
  readonly path: string;
  readonly document: SourceDocument;
  readonly catalogs: readonly Catalog[];
  readonly payloads: readonly Payload[];
  readonly readers: readonly Reader[];
}

export interface SourceDocument {
  readonly title: string;
  readonly received: string;
  readonly sha256: string;
}

export interface Catalog {
  readonly id: string;
  readonly title: string;
  readonly typeName: string;
  readonly codeType: 'integer' | 'string';
  /** The fields that identify a row, the code first. */
  readonly key: readonly string[];
  /** Fields other than the code that have a look-up of their own. */
  readonly lookups: readonly string[];
  /** What is printed beside the code, in the document's order. */
  readonly fields: readonly Field[];
  readonly sections: readonly Section[];
  /** What holds for every row that does not say otherwise. */
  readonly classification: Classification;
  /** Absent where the document states nothing of unlisted codes. */
  readonly scheme?: CodeScheme;
  /** Rows in document order. */
  readonly entries: readonly Entry[];
  /** Codes that stood here once. */
  readonly removed: readonly Removal[];
}

export interface Field {
  /** snake_case, as in the specs. */
  readonly id: string;
  readonly header: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'enum';
  readonly enumName?: string;
  /** Whether another value of it, in an entry that is kept, is a breaking change. */
  readonly isBreaking: boolean;
  /** Of an enum: what may be printed. */
  readonly values: readonly string[];
  /** Of yes or no: what is printed for it. */
  readonly printed?: ReadonlyMap<Value, string>;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  /** With what it inherits from the catalog. */
  readonly classification: Classification;
}

/** What a document states of codes that start alike, listed or not. */
export interface CodeScheme {
  /** Where the document says so; absent where the rule was only observed. */
  readonly line?: number;
  /** The number of characters of every code. */
  readonly length?: number;
  readonly prefixes: readonly SchemePrefix[];
}

export interface SchemePrefix {
  readonly prefix: string;
  readonly title: string;
  /** With what the shorter prefixes say, where this one says nothing else. All of it is stated. */
  readonly classification: Classification;
}

export interface Entry {
  readonly code: Code;
  readonly name: string;
  readonly section?: string;
  /** By field, in the catalog's order. */
  readonly cells: ReadonlyMap<string, Value>;
  /** The row's line in the document as received, from 1. */
  readonly line: number;
  readonly classification: Classification;
  readonly note?: string;
  readonly deprecated?: Deprecation;
  /** Where it stands in the spec. */
  readonly at: Span;
}

/** That an entry is on its way out, and what to use in its place. */
export interface Deprecation {
  /** The first version, or the date, for which it holds. */
  readonly since: string;
  readonly reason: string;
  readonly replacement?: Code;
  readonly note?: string;
}

/** A code that stood in its catalog once. Neither the code nor its name is used again. */
export interface Removal {
  readonly code: Code;
  readonly name: string;
  readonly since: string;
  readonly reason: string;
  readonly replacement?: Code;
}

export type Code = number | string;
export type Value = string | number | boolean;

/** By axis, in the taxonomy's order. */
export type Classification = ReadonlyMap<string, Claim>;

export interface Claim {
  readonly value: string;
  /** The document's line that states it; absent where it is inferred. */
  readonly statedOn?: number;
  /** Of an axis that no document states: the line whose words fit. */
  readonly basis?: number;
}

/** A cell as the document prints it; nothing where the row has none. */
export function printedIn({ cells }: Entry, { id, printed }: Field): string | undefined {
  const value = cells.get(id);
  return value === undefined ? undefined : (printed?.get(value) ?? String(value));
}

/** The section that a row stands in. */
export function sectionOf({ section }: Entry, { sections }: Catalog): Section | undefined {
  return sections.find(({ id }) => id === section);
}

/** What tells the rows of one code apart: the other key fields; none where the code is a key. */
export function variantOf({ cells }: Entry, { key }: Catalog): string[] {
  return key.slice(1).map((field) => String(cells.get(field) ?? ''));
}

/** The column that has a row's sentence: the last one of text. */
export function proseOf({ fields }: Catalog): Field | undefined {
  return fields.findLast(({ type }) => type === 'string');
}

/** All rows of one code: a code is not always a key. */
export interface CodeGroup {
  readonly code: Code;
  readonly name: string;
  readonly entries: readonly [Entry, ...Entry[]];
}

/** The codes of a catalog, each once, in the order of their first rows. */
export function codesOf(catalog: Catalog): CodeGroup[] {
  const groups = groupBy(catalog.entries, ({ code }) => code);
  return [...groups].map(([code, entries]) => ({ code, name: entries[0].name, entries }));
}

/** What to use in place of codes that are deprecated or were removed, by those codes. */
export function replacementsOf({ entries, removed }: Catalog): Map<Code, Code> {
  const leaving = [...entries.map(({ code, deprecated }) => ({ code, ...deprecated })), ...removed];
  return new Map(
    leaving.flatMap(({ code, replacement }): [Code, Code][] =>
      replacement === undefined ? [] : [[code, replacement]],
    ),
  );
}

/** So many rows can have a type and a schema each before compilers and validators become slow, and then give up. */
const MOST_SINGLE = 250;

/** Whether rows share one type and one list of values, because one for each would not serve. */
export function isLarge({ entries }: Catalog): boolean {
  return entries.length > MOST_SINGLE;
}

/** Whether a code of this catalog can stand in several rows. */
export function hasCompositeKey(catalog: Catalog): boolean {
  return catalog.key.length > 1;
}

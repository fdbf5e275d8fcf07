/** The Spec family: what a person wrote, with the place of everything that a message may have to point at. Maybe wrong. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Located, ScalarNode } from './node.ts';
import type { PayloadSpec, ReaderSpec, State } from './payload-spec.ts';

/** All files of a spec folder. */
export interface Spec {
  readonly taxonomy: TaxonomySpec | undefined;
  readonly providers: readonly ProviderSpec[];
  /** Whether every file could be read; otherwise the one that is missing may be the taxonomy. */
  readonly isWhole: boolean;
}

export interface TaxonomySpec {
  readonly path: string;
  readonly axes: readonly AxisSpec[];
  readonly predicates: readonly PredicateSpec[];
  readonly outcomes: OutcomeRulesSpec | undefined;
}

/** What a known code says of the outcome of a message. */
export interface OutcomeRulesSpec {
  /** The axes that an outcome has. */
  readonly axes: readonly Located<string>[];
  /** The first one of which any line holds is the state. */
  readonly states: readonly { readonly state: State; readonly when: readonly AxisValuesSpec[] }[];
}

/** A ready-made question about a classification: yes where every axis has one of the values. */
export interface PredicateSpec {
  readonly id: Located<string>;
  readonly definition: string;
  readonly when: readonly AxisValuesSpec[];
}

/** Some values of an axis. */
export interface AxisValuesSpec {
  readonly axis: Located<string>;
  readonly values: readonly Located<string>[];
}

export interface AxisSpec {
  readonly id: Located<string>;
  readonly title: string;
  readonly definition: string;
  /** Whether a document can state this axis, or only we can infer it. */
  readonly stateable: boolean;
  readonly required: boolean;
  /** Whether targets list the entries of all providers by its values. */
  readonly listsEntries: boolean;
  /** Whether another value of it is a breaking change. */
  readonly isBreaking: boolean;
  /** The axis whose values this one shares, in place of values of its own. */
  readonly valuesOf: Located<string> | undefined;
  readonly values: readonly AxisValueSpec[];
}

export interface AxisValueSpec {
  readonly id: Located<string>;
  readonly definition: string;
  readonly sentence: string | undefined;
  /** `first`: what commands propose of a row of which nothing is known. `never`: what only a person may choose. */
  readonly proposed: string | undefined;
}

export interface ProviderSpec {
  readonly path: string;
  readonly id: Located<string>;
  readonly name: string;
  readonly document: DocumentSpec;
  readonly catalogs: readonly CatalogSpec[];
  readonly payloads: readonly PayloadSpec[];
  readonly readers: readonly ReaderSpec[];
}

export interface DocumentSpec {
  readonly title: string;
  readonly received: string;
  readonly sha256: string;
}

export type CodeType = 'integer' | 'string';

export interface CatalogSpec {
  /** The part after the slash: `api`. */
  readonly id: Located<string>;
  /** For people: `acme/api`. */
  readonly label: string;
  readonly title: string;
  readonly typeName: Located<string>;
  readonly codeType: CodeType;
  readonly codeTypeAt: Span;
  readonly key: readonly Located<string>[];
  readonly lookups: readonly Located<string>[];
  /** How many rows the document has: a claim. */
  readonly rows: Located<number>;
  /** How many rows stand in the file, readable or not. */
  readonly written: number;
  readonly cellsSha256: Located<string>;
  /** Of all columns in their order, also of those that are not transcribed. */
  readonly headers: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly codeRule: CodeRuleSpec | undefined;
  readonly sections: readonly SectionSpec[];
  readonly classification: ClassificationSpec;
  readonly entries: readonly EntrySpec[];
  /** Codes that stood here once. */
  readonly removed: readonly RemovalSpec[];
}

export type ColumnType = 'string' | 'integer' | 'boolean' | 'enum';

/** A column of the document's table that is transcribed. */
export interface ColumnSpec {
  readonly header: string;
  readonly field: Located<string>;
  /** Of the code's own column: the catalog's code type. */
  readonly type: ColumnType;
  /** Whether another value of it is a breaking change. */
  readonly isBreaking: boolean;
  readonly enumName: Located<string> | undefined;
  /** What may be printed, and what it means; empty where anything may be. */
  readonly values: ReadonlyMap<string, string | boolean>;
}

export interface CodeRuleSpec {
  readonly line: number | undefined;
  readonly length: Located<number> | undefined;
  readonly prefixes: readonly PrefixSpec[];
  readonly exceptions: readonly Located<string>[];
}

export interface PrefixSpec {
  readonly prefix: Located<string>;
  readonly title: string;
  readonly classification: ClassificationSpec;
}

export interface SectionSpec {
  readonly id: Located<string>;
  readonly title: string;
  readonly line: number;
  readonly classification: ClassificationSpec;
}

/** What one block says of the axes. The same axis in `stated` and `inferred` is a mistake. */
export interface ClassificationSpec {
  readonly stated: readonly StatedSpec[];
  readonly inferred: readonly AxisClaim[];
  readonly basis: readonly { readonly axis: Located<string>; readonly line: Located<number> }[];
}

export interface AxisClaim {
  readonly axis: Located<string>;
  readonly value: Located<string>;
}

export interface StatedSpec extends AxisClaim {
  readonly line: Located<number>;
}

export interface EntrySpec {
  readonly at: Span;
  readonly code: ScalarNode;
  readonly line: Located<number>;
  readonly section: Located<string> | undefined;
  readonly name: Located<string>;
  /** Everything on the row that is not a word of the format: the printed cells, as written. */
  readonly cells: ReadonlyMap<string, CellSpec>;
  readonly classification: ClassificationSpec;
  readonly note: string | undefined;
  /** What a person has still to confirm. */
  readonly review: Located<string> | undefined;
  readonly deprecated: DeprecationSpec | undefined;
}

/** That a row is on its way out. */
export interface DeprecationSpec {
  readonly since: string;
  readonly reason: string;
  readonly replacement: ScalarNode | undefined;
  readonly note: string | undefined;
}

/** A code that stood in its catalog once. */
export interface RemovalSpec {
  readonly code: ScalarNode;
  readonly name: Located<string>;
  readonly since: string;
  readonly reason: string;
  readonly replacement: ScalarNode | undefined;
}

export interface CellSpec {
  readonly field: Located<string>;
  readonly cell: ScalarNode;
}

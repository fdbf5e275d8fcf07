/** The Spec family: what a person wrote, with the place of everything that a message may have to point at. Maybe wrong. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Located, ScalarNode } from './node.ts';

/** All files of a spec folder. */
export interface Spec {
  readonly taxonomy: TaxonomySpec | undefined;
  readonly providers: readonly ProviderSpec[];
}

export interface TaxonomySpec {
  readonly path: string;
  readonly axes: readonly AxisSpec[];
}

export interface AxisSpec {
  readonly id: Located<string>;
  readonly title: string;
  readonly definition: string;
  /** Whether a document can state this axis, or only we can infer it. */
  readonly stateable: boolean;
  readonly required: boolean;
  /** The axis whose values this one shares, in place of values of its own. */
  readonly valuesOf: Located<string> | undefined;
  readonly values: readonly AxisValueSpec[];
}

export interface AxisValueSpec {
  readonly id: Located<string>;
  readonly definition: string;
  readonly sentence: string | undefined;
}

export interface ProviderSpec {
  readonly path: string;
  readonly id: Located<string>;
  readonly name: string;
  readonly document: DocumentSpec;
  readonly catalogs: readonly CatalogSpec[];
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
  /** For people: `alibaba/api`. */
  readonly label: string;
  readonly title: string;
  readonly typeName: Located<string>;
  readonly codeType: CodeType;
  readonly key: readonly Located<string>[];
  readonly lookups: readonly Located<string>[];
  /** How many rows the document has: a claim. */
  readonly rows: Located<number>;
  /** How many rows stand in the file, readable or not. */
  readonly written: number;
  readonly cellsSha256: Located<string> | undefined;
  readonly columns: readonly ColumnSpec[];
  readonly codeRule: CodeRuleSpec | undefined;
  readonly sections: readonly SectionSpec[];
  readonly classification: ClassificationSpec;
  readonly entries: readonly EntrySpec[];
}

export type ColumnType = 'string' | 'integer' | 'boolean' | 'enum';

/** A column of the document's table that is transcribed. */
export interface ColumnSpec {
  readonly header: string;
  readonly field: Located<string>;
  /** Of the code's own column: the catalog's code type. */
  readonly type: ColumnType;
  readonly enumName: Located<string> | undefined;
  /** What may be printed, and what it means; empty where anything may be. */
  readonly values: ReadonlyMap<string, string | boolean>;
}

export interface CodeRuleSpec {
  readonly line: number | undefined;
  readonly length: Located<number> | undefined;
  readonly prefixes: readonly PrefixSpec[];
  readonly exceptions: readonly { readonly code: Located<string>; readonly reason: string }[];
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
  readonly line: Located<number> | undefined;
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
}

export interface CellSpec {
  readonly field: Located<string>;
  readonly cell: ScalarNode;
}

/** What a comparison has to know besides its two sides. */
import type { Subject } from './change.ts';

/** Of a part of the registry. */
export interface PartScope {
  readonly subject: Subject;
  /** The part, in words: `code 402`. */
  readonly what: string;
}

/** Of a part that is classified. */
export interface ClaimScope extends PartScope {
  readonly axes: AxisScope;
}

export interface CatalogScope {
  readonly subject: Subject;
  readonly axes: AxisScope;
}

/** What is known of the axes from both sides. */
export interface AxisScope {
  /** Of which a change is a breaking one. */
  readonly breaking: ReadonlySet<string>;
  /** That came or went as a whole, which is told once. */
  readonly told: ReadonlySet<string>;
}

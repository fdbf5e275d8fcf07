/** What the comparison of a catalog has to know besides its two sides. */
import type { Subject } from './change.ts';

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

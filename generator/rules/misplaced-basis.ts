/** Where a basis may stand. */
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { blocksOf } from '../registry/inherit.ts';
import type { AxisSpec, CatalogSpec, EntrySpec } from '../spec/spec.ts';
import { catalogsOf, isClassifiable, type Rule } from './rule.ts';

/**
 * A basis is the line whose words fit a value of our own vocabulary, so it goes with an inferred value of an axis
 * that cannot be stated; an axis that can be is stated by that line, or is not.
 * Bad: `basis: { retry: 12 }`, or a basis for an axis to which no block of the row gives a value.
 */
export const misplacedBasis: Rule = {
  id: 'misplaced-basis',
  *check(spec) {
    const axes = spec.taxonomy?.axes ?? [];
    for (const catalog of catalogsOf(spec)) {
      for (const entry of catalog.entries) yield* check(entry, catalog, axes);
    }
  },
};

function* check(entry: EntrySpec, catalog: CatalogSpec, axes: readonly AxisSpec[]): Iterable<Diagnostic> {
  const stateable = new Map(axes.map((axis) => [axis.id.value, axis.stateable]));
  const blocks = blocksOf(entry, catalog);
  for (const { axis } of entry.classification.basis) {
    if (stateable.get(axis.value) === true) {
      yield error('misplaced-basis', axis.at, `axis ${quote(axis.value)} can be stated, so it has no basis`, {
        hint: 'move it to "stated" if the line says so; otherwise delete the basis',
      });
    } else if (
      stateable.has(axis.value) &&
      isClassifiable(entry, catalog, axes) &&
      !blocks.some(({ inferred }) => inferred.some((claim) => claim.axis.value === axis.value))
    ) {
      yield error('misplaced-basis', axis.at, `a basis for ${quote(axis.value)}, which has no value here`, {
        hint: 'add the value to "inferred"',
      });
    }
  }
}

/** Axes that the taxonomy does not have. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Spec } from '../spec/spec.ts';
import { catalogsOf, classificationsOf, type Rule, selectionsOf } from './rule.ts';

/**
 * A classification and a predicate name axes of the taxonomy; without a taxonomy there is none.
 * Bad: `inferred: { falt: customer }`.
 */
export const unknownAxis: Rule = {
  id: 'unknown-axis',
  *check(spec) {
    if (spec.taxonomy === undefined) {
      if (!spec.isWhole) return;
      // Every axis would be told; the taxonomy is missing once.
      const [first] = claimsOf(spec);
      if (first !== undefined) {
        yield error('unknown-axis', first.axis.at, `${quote(first.axis.value)} is no axis: no file defines any`, {
          hint: 'define them under "axes" in a file of their own, or remove what is stated and inferred',
        });
      }
      return;
    }
    const known = spec.taxonomy.axes.map(({ id }) => id.value);
    for (const { axis } of [...claimsOf(spec), ...selectionsOf(spec.taxonomy)]) {
      if (known.includes(axis.value)) continue;
      yield error('unknown-axis', axis.at, `${quote(axis.value)} is not an axis of the taxonomy`, {
        hint: suggest(axis.value, known),
      });
    }
  },
};

function claimsOf(spec: Spec) {
  return catalogsOf(spec)
    .flatMap(classificationsOf)
    .flatMap(({ stated, inferred, basis }) => [...stated, ...inferred, ...basis]);
}

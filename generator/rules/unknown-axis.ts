/** Axes that the taxonomy does not have. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { catalogsOf, classificationsOf, type Rule, selectionsOf } from './rule.ts';

/**
 * A classification and a predicate name axes of the taxonomy; without a taxonomy there is none.
 * Bad: `inferred: { falt: customer }`.
 */
export const unknownAxis: Rule = {
  id: 'unknown-axis',
  *check(spec) {
    if (spec.taxonomy === undefined && !spec.isWhole) return;
    const known = spec.taxonomy?.axes.map(({ id }) => id.value) ?? [];
    const claims = catalogsOf(spec)
      .flatMap(classificationsOf)
      .flatMap(({ stated, inferred, basis }) => [...stated, ...inferred, ...basis]);
    for (const { axis } of [...claims, ...selectionsOf(spec.taxonomy)]) {
      if (known.includes(axis.value)) continue;
      yield error('unknown-axis', axis.at, `${quote(axis.value)} is not an axis of the taxonomy`, {
        hint: suggest(axis.value, known),
      });
    }
  },
};

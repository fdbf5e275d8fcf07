import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { catalogsOf, classificationsOf, type Rule } from './rule.ts';

/**
 * A classification names axes of the taxonomy; without a taxonomy there is none.
 * Bad: `inferred: { falt: customer }`.
 */
export const unknownAxis: Rule = {
  id: 'unknown-axis',
  *check(spec) {
    const known = spec.taxonomy?.axes.map(({ id }) => id.value) ?? [];
    for (const { stated, inferred, basis } of catalogsOf(spec).flatMap(classificationsOf)) {
      for (const { axis } of [...stated, ...inferred, ...basis]) {
        if (known.includes(axis.value)) continue;
        yield error('unknown-axis', axis.at, `${quote(axis.value)} is not an axis of the taxonomy`, {
          hint: suggest(axis.value, known),
        });
      }
    }
  },
};

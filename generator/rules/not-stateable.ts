/** Axes that no document can state. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { catalogsOf, classificationsOf, type Rule } from './rule.ts';

/**
 * An axis of our own vocabulary is never stated: no document can use words that we made up.
 * Bad: `stated: { category: { value: opted-out, line: 12 } }`.
 */
export const notStateable: Rule = {
  id: 'not-stateable',
  *check(spec) {
    const ours = new Set((spec.taxonomy?.axes ?? []).filter(({ stateable }) => !stateable).map(({ id }) => id.value));
    for (const { axis } of catalogsOf(spec)
      .flatMap(classificationsOf)
      .flatMap(({ stated }) => stated)) {
      if (!ours.has(axis.value)) continue;
      yield error('not-stateable', axis.at, `axis ${quote(axis.value)} cannot be stated by a document`, {
        hint: 'move it to "inferred", and the line to "basis"',
      });
    }
  },
};

import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Rule } from './rule.ts';

/**
 * `values_of` names an axis that has values of its own.
 * Bad: `values_of: categories` where the axis is `category`.
 */
export const danglingValuesOf: Rule = {
  id: 'dangling-values-of',
  *check({ taxonomy }) {
    const owners = (taxonomy?.axes ?? []).filter(({ values }) => values.length > 0).map(({ id }) => id.value);
    for (const { id, valuesOf } of taxonomy?.axes ?? []) {
      if (valuesOf === undefined ? owners.includes(id.value) : owners.includes(valuesOf.value)) continue;
      const { value, at } = valuesOf ?? id;
      yield error('dangling-values-of', at, `axis ${quote(value)} has no values`, {
        hint: valuesOf === undefined ? 'add values or values_of' : suggest(value, owners),
      });
    }
  },
};

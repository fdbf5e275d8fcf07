/** The axis that another one takes its values from. */
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
    const axes = taxonomy?.axes ?? [];
    const owners = axes.filter(({ valuesOf }) => valuesOf === undefined).map(({ id }) => id.value);
    for (const { valuesOf } of axes) {
      if (valuesOf === undefined || owners.includes(valuesOf.value)) continue;
      const { value, at } = valuesOf;
      yield error('dangling-values-of', at, `${quote(value)} is not an axis with values of its own`, {
        hint: suggest(value, owners),
      });
    }
  },
};

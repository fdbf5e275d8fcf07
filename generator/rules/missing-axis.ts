/** The axes that every row has a value of. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { blocksOf, findClaim } from '../registry/inherit.ts';
import { catalogsOf, isClassifiable, type Rule } from './rule.ts';

/**
 * Every row has a value for every required axis: its own, its section's or its catalog's.
 * Bad: a row without `retry` where neither section nor catalog gives one.
 */
export const missingAxis: Rule = {
  id: 'missing-axis',
  *check(spec) {
    const axes = spec.taxonomy?.axes ?? [];
    const required = axes.filter((axis) => axis.required).map(({ id }) => id.value);
    for (const catalog of catalogsOf(spec)) {
      for (const entry of catalog.entries) {
        const blocks = blocksOf(entry, catalog);
        const missing = required.filter((axis) => findClaim(axis, blocks) === undefined);
        if (missing.length === 0 || !isClassifiable(entry, catalog, axes)) continue;
        yield error('missing-axis', entry.code.at, `the row has no value for ${missing.map(quote).join(', ')}`, {
          hint: 'add it under "stated" with its line, or under "inferred"',
        });
      }
    }
  },
};

/** Rows against what the scheme of their codes states. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { blocksOf, blocksOfScheme, findClaim } from '../registry/inherit.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * A row does not contradict what the document's own scheme states of codes that start alike.
 * Bad: `fault: carrier` on code 4117 where codes that start with 4 are stated to be the customer's fault.
 */
export const schemeConflict: Rule = {
  id: 'scheme-conflict',
  *check(spec) {
    const isAxis = new Set(spec.taxonomy?.axes.map(({ id }) => id.value));
    for (const catalog of catalogsOf(spec)) {
      const exceptions = new Set(catalog.codeRule?.exceptions.map(({ value }) => value));
      for (const entry of catalog.entries) {
        if (exceptions.has(entry.code.source)) continue;
        const blocks = blocksOf(entry, catalog);
        const scheme = blocksOfScheme(entry.code.source, catalog.codeRule?.prefixes);
        for (const { axis, value } of scheme.flatMap(({ stated }) => stated)) {
          const own = isAxis.has(axis.value) ? findClaim(axis.value, blocks) : undefined;
          if (own === undefined || own.value === value.value) continue;
          yield error(
            'scheme-conflict',
            entry.code.at,
            `code ${visible(entry.code.source)} has ${axis.value} ${quote(own.value)}, but its scheme states ${quote(value.value)}`,
            {
              hint: 'correct the row or the scheme, or name the code among the exceptions',
              notes: [{ message: 'the scheme', at: value.at }],
            },
          );
        }
      }
    }
  },
};

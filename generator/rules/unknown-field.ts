/** Cells of no column. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { nearest, suggest } from '../diagnostic/suggest.ts';
import { ROW_WORDS } from '../spec/decode-entry.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * A row has the cells that its catalog's columns declare, and no others.
 * Bad: `desciption: …` where the column is `description`.
 */
export const unknownField: Rule = {
  id: 'unknown-field',
  *check(spec) {
    for (const { label, columns, entries } of catalogsOf(spec)) {
      const known = new Set(columns.map(({ field }) => field.value));
      for (const { cells } of entries) {
        for (const { field } of cells.values()) {
          if (known.has(field.value)) continue;
          const unused = [...known].filter((word) => word !== 'code' && !cells.has(word));
          const isNearWord = nearest(field.value, ROW_WORDS) !== undefined;
          yield error('unknown-field', field.at, `catalog "${label}" has no column for ${quote(field.value)}`, {
            hint: suggest(field.value, isNearWord ? [...unused, ...ROW_WORDS] : unused),
          });
        }
      }
    }
  },
};

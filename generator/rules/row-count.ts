/** The number of rows that a catalog declares. */
import { error } from '../diagnostic/diagnostic.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * A catalog says how many rows the document has, and has as many, so that a row that gets lost is missed.
 * Bad: `rows: 12` above eleven entries.
 */
export const rowCount: Rule = {
  id: 'row-count',
  *check(spec) {
    for (const { label, rows, written } of catalogsOf(spec)) {
      if (rows.value === written) continue;
      yield error('row-count', rows.at, `catalog "${label}" claims ${rows.value} rows and has ${written}`, {
        hint: 'count the rows of the document; correct the claim or the entries',
      });
    }
  },
};

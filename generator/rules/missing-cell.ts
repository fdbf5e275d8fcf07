/** The cells that every row has. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { nearest } from '../diagnostic/suggest.ts';
import { ROW_WORDS } from '../spec/decode-entry.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * Every printed cell is transcribed: a row has a cell for each column of its catalog.
 * Bad: a row without `description` in a catalog that declares the column.
 */
export const missingCell: Rule = {
  id: 'missing-cell',
  *check(spec) {
    for (const { columns, entries } of catalogsOf(spec)) {
      const fields = new Set(columns.map(({ field }) => field.value));
      for (const { code, cells } of entries) {
        const unknown = [...cells.keys()].filter((word) => !fields.has(word));
        for (const { field, header } of columns) {
          if (ROW_WORDS.has(field.value) || cells.has(field.value)) continue;
          // A misspelt field is told as one, and is not missing as well.
          if (unknown.some((word) => nearest(word, [field.value]) !== undefined)) continue;
          yield error('missing-cell', code.at, `the row has no ${quote(field.value)}`, {
            hint: `add what the document prints under ${quote(header)}`,
          });
        }
      }
    }
  },
};

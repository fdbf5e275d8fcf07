/** The values of printed cells, by their columns. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { cellValue } from '../registry/cell.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * A cell holds what its column allows: one of the declared values, an integer in plain decimal digits, or some text.
 * Bad: `billable: MAYBE` in a column whose values are YES and NO.
 */
export const cellValueRule: Rule = {
  id: 'cell-value',
  *check(spec) {
    for (const { columns, entries } of catalogsOf(spec)) {
      for (const { cells } of entries) {
        for (const column of columns) {
          const cell = cells.get(column.field.value)?.cell;
          if (cell === undefined || cellValue(cell, column) !== undefined) continue;
          const hint =
            column.type === 'integer'
              ? 'write an integer in plain decimal digits, without quotes'
              : suggest(cell.source, column.values.keys());
          yield error('cell-value', cell.at, `${quote(cell.source)} is no value of column ${quote(column.header)}`, {
            hint,
          });
        }
      }
    }
  },
};

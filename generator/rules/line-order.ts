/** The lines of rows, in the order of the document. */
import { error } from '../diagnostic/diagnostic.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * Rows stand in the document's order, so their line numbers never fall. Rows of a page without line breaks share one.
 * Bad: the row of line 9 below the row of line 12.
 */
export const lineOrder: Rule = {
  id: 'line-order',
  *check(spec) {
    for (const { entries } of catalogsOf(spec)) {
      for (const [index, { line }] of entries.entries()) {
        const before = entries[index - 1]?.line;
        if (before === undefined || before.value <= line.value) continue;
        yield error('line-order', line.at, `line ${line.value} does not follow line ${before.value}`, {
          hint: 'put the rows in the order of the document, or correct the line number',
          notes: [{ message: 'the row before', at: before.at }],
        });
      }
    }
  },
};

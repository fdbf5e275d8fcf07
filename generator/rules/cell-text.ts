import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * A printed cell is one line of visible text, in which a run of white space is one blank.
 * Bad: `description: "Timed out.  Reason unknown"`, with two blanks, or a cell with a line break or a control character.
 */
export const cellText: Rule = {
  id: 'cell-text',
  *check(spec) {
    for (const { entries } of catalogsOf(spec)) {
      for (const { code, cells } of entries) {
        for (const { source, at } of [code, ...[...cells.values()].map(({ cell }) => cell)]) {
          if (source === source.replace(/\s+/g, ' ').trim() && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(source)) continue;
          yield error('cell-text', at, `${quote(source)} has white space or characters that no printed cell has`, {
            hint: 'write one line, with single blanks, and without control characters',
          });
        }
      }
    }
  },
};

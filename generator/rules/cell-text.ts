/** The text of printed cells. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { catalogsOf, type Rule } from './rule.ts';

/** Everything invisible but the blank and the two joiners, without which some scripts cannot be written. */
const INVISIBLE = /(?![ \u200c\u200d])[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

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
          const fault = faultOf(source);
          if (fault === undefined) continue;
          yield error('cell-text', at, `${quote(source)} has ${fault}`, {
            hint: 'write one line of visible text, with single blanks',
          });
        }
      }
    }
  },
};

function faultOf(text: string): string | undefined {
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (invisible !== undefined) return `the invisible character ${quote(invisible)}`;
  if (text.includes('  ')) return 'two blanks in a row';
  return text === text.trim() ? undefined : 'a blank at its start or end';
}

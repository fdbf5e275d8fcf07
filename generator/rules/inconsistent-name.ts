/** Rows of one code with different names. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { catalogsOf, duplicatesBy, firstHere, type Rule } from './rule.ts';

/**
 * A name belongs to the code: where a code has several rows, all bear the same name.
 * Bad: two rows of `code: E.BUSY`, one named `busy` and the other `overloaded`.
 */
export const inconsistentName: Rule = {
  id: 'inconsistent-name',
  *check(spec) {
    for (const { key, entries } of catalogsOf(spec)) {
      // Where the code alone is the key, a second row of it is a duplicate whatever its name.
      if (key.length === 1) continue;
      for (const [row, first] of duplicatesBy(entries, ({ code }) => code.source)) {
        if (row.name.value === first.name.value) continue;
        yield error(
          'inconsistent-name',
          row.name.at,
          `code ${visible(row.code.source)} is named ${quote(row.name.value)} here and ${quote(first.name.value)} elsewhere`,
          {
            hint: 'use one name for all rows of a code',
            ...firstHere(first.name.at, 'named here'),
          },
        );
      }
    }
  },
};

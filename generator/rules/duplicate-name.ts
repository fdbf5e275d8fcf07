/** Codes that share a name. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { catalogsOf, duplicatesBy, firstHere, type Rule } from './rule.ts';

/**
 * A name stands for one code of its catalog, because it becomes that code's constant in every language.
 * Bad: `name: rejected` on the rows of code 17 and of code 18.
 */
export const duplicateName: Rule = {
  id: 'duplicate-name',
  *check(spec) {
    for (const { label, entries } of catalogsOf(spec)) {
      for (const [row, first] of duplicatesBy(entries, ({ name }) => name.value)) {
        if (row.code.source === first.code.source) continue;
        yield error(
          'duplicate-name',
          row.name.at,
          `name ${quote(row.name.value)} is already the name of code ${visible(first.code.source)} in catalog "${label}"`,
          {
            hint: 'give both a suffix that tells them apart, such as the code',
            ...firstHere(first.name.at, 'same name here'),
          },
        );
      }
    }
  },
};

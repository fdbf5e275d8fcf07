/** The sections that rows name. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { catalogsOf, duplicatesBy, firstHere, isWhole, type Rule } from './rule.ts';

/**
 * Where a catalog has sections every row names one of them, and each section has a row.
 * Bad: `section: client-error` where the section is `client-errors`.
 */
export const unknownSection: Rule = {
  id: 'unknown-section',
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      const { label, sections, entries } = catalog;
      const known = [...new Set(sections.map(({ id }) => id.value))];
      // A row that names none where there are some is rejected by the frame.
      const named = entries.flatMap(({ section }) => section ?? []);
      const strays = named.filter(({ value }) => !known.includes(value));
      for (const section of strays) {
        yield error('unknown-section', section.at, `catalog "${label}" has no section ${quote(section.value)}`, {
          hint: suggest(section.value, known),
        });
      }
      for (const { id } of sections) {
        // A row that misspells its section may be one of this section.
        const mayHaveRow = !isWhole(catalog) || strays.length > 0;
        if (mayHaveRow || named.some(({ value }) => value === id.value)) continue;
        yield error('unknown-section', id.at, `section ${quote(id.value)} has no row`, {
          hint: 'delete it, or give it its rows',
        });
      }
      for (const [{ id }, first] of duplicatesBy(sections, (section) => section.id.value)) {
        yield error('unknown-section', id.at, `section ${quote(id.value)} is already defined`, {
          hint: 'delete one of the two',
          ...firstHere(first.id.at),
        });
      }
    }
  },
};

import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * A name is allowed in every language that is written.
 * Bad: `name: infinity`: no TypeScript enum may have a member `Infinity`.
 */
export const reservedWord: Rule = {
  id: 'reserved-word',
  *check(spec, { languages }) {
    for (const language of languages) {
      for (const { entries, columns } of catalogsOf(spec)) {
        for (const [role, located] of [
          ['member', entries.map(({ name }) => name)],
          ['field', columns.map(({ field }) => field)],
        ] as const) {
          for (const { value, at } of located) {
            const cased = language.name(role, value);
            if (language.reserved[role]?.has(cased) !== true) continue;
            yield error(
              'reserved-word',
              at,
              `${quote(value)} becomes ${quote(cased)}, which ${language.title} reserves`,
              { hint: 'choose another name, or add a suffix' },
            );
          }
        }
      }
    }
  },
};

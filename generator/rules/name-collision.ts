import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { catalogsOf, duplicatesBy, type Rule } from './rule.ts';

/**
 * Two names stay two after re-casing, in every language that is written.
 * Bad: `error_12` and `error12`: both become `Error12` in TypeScript.
 */
export const nameCollision: Rule = {
  id: 'name-collision',
  *check(spec, { languages }) {
    for (const language of languages) {
      for (const { entries, columns } of catalogsOf(spec)) {
        const names = [...new Map(entries.map(({ name }) => [name.value, name])).values()];
        const fields = [...columns.map(({ field }) => field), ...(spec.taxonomy?.axes ?? []).map(({ id }) => id)];
        for (const [role, located] of [
          ['member', names],
          ['field', fields],
        ] as const) {
          for (const [name, first] of duplicatesBy(located, ({ value }) => language.name(role, value))) {
            if (name.value === first.value) continue;
            yield error(
              'name-collision',
              name.at,
              `${quote(name.value)} and ${quote(first.value)} both become ${quote(language.name(role, name.value))} in ${language.title}`,
              {
                hint: 'rename the newer of the two',
                notes: [{ message: 'the other one', at: first.at }],
              },
            );
          }
        }
      }
    }
  },
};

/** Words of a language that no name may become. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Language, NameRole } from '../languages/language.ts';
import { catalogsOf, type Namespace, namespacesOf, type Rule } from './rule.ts';

/**
 * A name is allowed in every language that is written.
 * Bad: `name: infinity`: no TypeScript enum may have a member `Infinity`.
 */
export const reservedWord: Rule = {
  id: 'reserved-word',
  *check(spec, { languages }) {
    // A language that has types of their own for axes has them in no row as a field.
    const axes: Namespace = { role: 'field', names: (spec.taxonomy?.axes ?? []).map(({ id }) => id) };
    for (const language of languages) {
      for (const { role, names, isEnum = false } of [
        ...(language.hasAxisEnums === true ? [] : [axes]),
        ...catalogsOf(spec).flatMap(namespacesOf),
      ]) {
        if (isEnum && language.memberOf === undefined) continue;
        for (const { value, at } of names) {
          const cased = language.name(role, value);
          const fault = faultOf(cased, role, language);
          if (fault === undefined) continue;
          yield error('reserved-word', at, `${quote(value)} becomes ${quote(cased)}, ${fault}`, {
            hint: isEnum ? 'delete the "enum_name"' : 'choose another name, or add a suffix',
          });
        }
      }
    }
  },
};

function faultOf(cased: string, role: NameRole, { reserved, title }: Language): string | undefined {
  if (reserved[role]?.has(cased) === true) return `which ${title} reserves`;
  return /^\p{L}[\p{L}\p{N}_]*$/u.test(cased) ? undefined : `which is no name in ${title}`;
}

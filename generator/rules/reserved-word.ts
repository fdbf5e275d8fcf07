/** Words of a language that no name may become. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Language, NameRole } from '../languages/language.ts';
import { hasNames, type Namespace, namespacesOf } from './namespace.ts';
import type { Rule } from './rule.ts';

/**
 * A name is allowed in every language that is written.
 * Bad: `name: infinity`: no TypeScript enum may have a member `Infinity`.
 */
export const reservedWord: Rule = {
  id: 'reserved-word',
  *check(spec, { languages }) {
    const modules: Namespace = {
      role: 'module',
      names: spec.providers.flatMap(({ id, catalogs }) => [id, ...catalogs.map((catalog) => catalog.id)]),
    };
    const predicates = (spec.taxonomy?.predicates ?? []).map(({ id }) => id);
    const readers = spec.providers.flatMap((provider) => provider.readers.map(({ id }) => id));
    const functions: Namespace = { role: 'constant', names: [...predicates, ...readers] };
    // Beside the axes, where a language has methods for them.
    const methods: Namespace = { role: 'field', names: predicates };
    const namespaces = [...namespacesOf(spec), modules, functions, methods];
    for (const language of languages) {
      for (const { role, names, isEnum } of namespaces.filter((namespace) => hasNames(namespace, language))) {
        for (const { value, at } of names) {
          const cased = language.name(role, value);
          const fault = faultOf(cased, role, language);
          if (fault === undefined) continue;
          yield error('reserved-word', at, `${quote(value)} becomes ${quote(cased)}, ${fault}`, {
            hint: isEnum === true ? 'delete the "enum_name"' : 'choose another name, or add a suffix',
          });
        }
      }
    }
  },
};

function faultOf(cased: string, role: NameRole, { reserved, title }: Language): string | undefined {
  if (reserved[role]?.has(cased) === true) return `which ${title} reserves`;
  // A module may be the name of a file, which can have more than letters.
  const isName = role === 'module' || /^\p{L}[\p{L}\p{N}_]*$/u.test(cased);
  return isName ? undefined : `which is no name in ${title}`;
}

/** Words of a language that no name may become. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Language, NameRole } from '../languages/language.ts';
import { catalogsOf, hasNames, type Namespace, namespacesOf, type Rule, valuesOf } from './rule.ts';

/**
 * A name is allowed in every language that is written.
 * Bad: `name: infinity`: no TypeScript enum may have a member `Infinity`.
 */
export const reservedWord: Rule = {
  id: 'reserved-word',
  *check(spec, { languages }) {
    const axes: Namespace = { role: 'field', names: (spec.taxonomy?.axes ?? []).map(({ id }) => id) };
    const namespaces = [axes, ...valuesOf(spec.taxonomy), ...catalogsOf(spec).flatMap(namespacesOf)];
    const modules = spec.providers.flatMap(({ id, catalogs }) => [id, ...catalogs.map((catalog) => catalog.id)]);
    for (const language of languages) {
      for (const namespace of namespaces.filter((one) => hasNames(one, language))) {
        const { role, names, isEnum = false } = namespace;
        for (const { value, at } of names) {
          const cased = language.name(role, value);
          const fault = reservedIn(language, role, cased) ?? malformedIn(language, cased);
          if (fault === undefined) continue;
          yield error('reserved-word', at, `${quote(value)} becomes ${quote(cased)}, ${fault}`, {
            hint: isEnum ? 'delete the "enum_name"' : 'choose another name, or add a suffix',
          });
        }
      }
      for (const { value, at } of modules) {
        const cased = language.name('module', value);
        const fault = reservedIn(language, 'module', cased);
        if (fault === undefined) continue;
        yield error('reserved-word', at, `${quote(value)} becomes ${quote(cased)}, ${fault}`, {
          hint: 'choose another name, or add a suffix',
        });
      }
    }
  },
};

function reservedIn({ reserved, title }: Language, role: NameRole, cased: string): string | undefined {
  return reserved[role]?.has(cased) === true ? `which ${title} reserves` : undefined;
}

function malformedIn({ title }: Language, cased: string): string | undefined {
  return /^\p{L}[\p{L}\p{N}_]*$/u.test(cased) ? undefined : `which is no name in ${title}`;
}

/** Names that become one in some language. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Language } from '../languages/language.ts';
import type { Located } from '../spec/node.ts';
import { hasNames, type Namespace, namespacesOf } from './namespace.ts';
import { duplicatesBy, type Rule } from './rule.ts';

/**
 * Two names stay two after re-casing, in every language that is written.
 * Bad: `error_12` and `error12`: both become `Error12` in TypeScript.
 */
export const nameCollision: Rule = {
  id: 'name-collision',
  *check(spec, { languages }) {
    const axes = (spec.taxonomy?.axes ?? []).map(({ id }) => id);
    for (const namespace of namespacesOf(spec)) {
      const names = namespace.role === 'field' ? [...axes, ...namespace.names] : namespace.names;
      for (const { name, first, cased, titles } of collisionsIn({ ...namespace, names }, languages)) {
        // Two axes are told once, and not with the fields of each catalog.
        if (!namespace.names.includes(name)) continue;
        yield error(
          'name-collision',
          name.at,
          `${quote(name.value)} and ${quote(first.value)} both become ${quote(cased)} in ${titles.join(' and ')}`,
          // Printed values are never renamed.
          namespace.isEnum === true
            ? { hint: 'delete the "enum_name"' }
            : { hint: 'rename the newer of the two', notes: [{ message: 'the other one', at: first.at }] },
        );
      }
    }
  },
};

interface Collision {
  readonly name: Located<string>;
  readonly first: Located<string>;
  readonly cased: string;
  /** The languages in which it happens. */
  readonly titles: string[];
}

/** Each pair once, however many languages case it alike. */
function collisionsIn(namespace: Namespace, languages: readonly Language[]): Iterable<Collision> {
  const { role, names } = namespace;
  const seen = new Set<string>();
  const distinct = names.filter(({ value }) => !seen.has(value) && seen.add(value));
  const collisions = new Map<string, Collision>();
  for (const language of languages) {
    if (!hasNames(namespace, language)) continue;
    for (const [name, first] of duplicatesBy(distinct, ({ value }) => language.name(role, value))) {
      const cased = language.name(role, name.value);
      const key = JSON.stringify([name.value, first.value, cased]);
      const known = collisions.get(key);
      if (known === undefined) collisions.set(key, { name, first, cased, titles: [language.title] });
      else known.titles.push(language.title);
    }
  }
  return collisions.values();
}

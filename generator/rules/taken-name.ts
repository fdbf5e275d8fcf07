/** Names that meet in an output. */
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Scope } from '../registry/scope.ts';
import { type Bearer, bearersOf } from './bearer.ts';
import { firstHere, type Rule } from './rule.ts';

/**
 * What a target declares side by side has names that differ: the files of its folder, and what its `target.yaml` lists under
 * `scopes`.
 * Bad: `type_name: AcmeError` beside `type_name: AcmeErrors`: both declare `AcmeErrors` in Go.
 */
export const takenName: Rule = {
  id: 'taken-name',
  *check(spec, { scopes }) {
    // The same two meet again in every scope that has both of them.
    const found = new Map<string, Diagnostic>();
    for (const language of new Set(scopes.map((scope) => scope.language))) {
      const own = scopes.filter((scope) => scope.language === language);
      const parts = new Set(own.flatMap(({ patterns }) => patterns.map(({ part }) => part)));
      const bearers = bearersOf(spec, language, parts);
      for (const scope of own) {
        for (const [pair, diagnostic] of namespacesIn(bearers, scope).flatMap((inner) => [
          ...clashesIn(inner, scope),
        ])) {
          if (!found.has(pair)) found.set(pair, diagnostic);
        }
      }
    }
    yield* found.values();
  },
};

/** The bearers of each namespace: its own, and those of the whole registry. */
function namespacesIn(given: readonly Bearer[], { within, patterns }: Scope): Bearer[][] {
  const parts = new Set(patterns.map(({ part }) => part));
  const bearers = given.filter(({ part }) => parts.has(part));
  if (within === 'registry') return [bearers];
  const owners = new Set(bearers.flatMap((bearer) => bearer[within] ?? []));
  return [...owners].map((owner) =>
    bearers.filter(
      (bearer) => bearer[within] === owner || (bearer.provider === undefined && bearer.catalog === undefined),
    ),
  );
}

function* clashesIn(bearers: readonly Bearer[], scope: Scope): Iterable<[string, Diagnostic]> {
  const { own, patterns, ofFiles, language } = scope;
  const keyOf = (name: string) => (ofFiles ? name.toLowerCase() : name);
  const taken = new Map<string, Bearer | undefined>(own.map((name) => [keyOf(name), undefined]));
  for (const bearer of bearers) {
    for (const name of namesOf(bearer, patterns)) {
      const key = keyOf(name);
      const first = taken.get(key);
      if (!taken.has(key)) taken.set(key, bearer);
      else if (first === undefined || !isSame(first, bearer)) {
        const pair = JSON.stringify([first?.at, bearer.at]);
        yield [pair, clash(name, bearer, first, `${language.title}${ofFiles ? ', as a file' : ''}`)];
      }
    }
  }
}

/** One name in the specs, or two of which another rule tells. */
function isSame(first: Bearer, second: Bearer): boolean {
  const type = first.words['type']?.toLowerCase();
  const hasSameType = type !== undefined && type === second.words['type']?.toLowerCase();
  if (isType(first) && isType(second)) return hasSameType || first.what === second.what;
  if (areProperties(first, second) && first.words['field'] === second.words['field']) return true;
  // A column of several catalogs is one where a target has one table for all; a provider in two files is told as that.
  if (first.part === second.part && ['field', 'provider'].includes(first.part)) return first.what === second.what;
  return first === second || (first.part === second.part && !['payload', 'reader'].includes(first.part) && hasSameType);
}

function isType({ part }: Bearer): boolean {
  return part === 'catalog' || part === 'enum';
}

/** Whether one entry may have both, which `name-collision` and `reserved-field` tell of. */
function areProperties(first: Bearer, second: Bearer): boolean {
  const isProperty = ({ part }: Bearer) => part === 'axis' || part === 'field';
  // An axis is of no catalog, and of the entries of all of them.
  const meet = first.part === 'axis' || second.part === 'axis' || first.catalog === second.catalog;
  return isProperty(first) && isProperty(second) && meet;
}

function clash(name: string, { what, at }: Bearer, first: Bearer | undefined, where: string): Diagnostic {
  const other = first === undefined ? 'which the target has for itself' : `and so would ${first.what}`;
  return error('taken-name', at, `${what} would declare ${quote(name)} in ${where}, ${other}`, {
    hint: 'choose another name, or leave the target out with --target',
    ...(first && firstHere(first.at, 'the other one')),
  });
}

/** A pattern with a placeholder that the bearer has nothing for is not about it. */
export function namesOf({ part, words }: Bearer, patterns: Scope['patterns']): string[] {
  return patterns.flatMap(({ part: of, pattern }) => {
    if (of !== part) return [];
    // A word is empty where a name has no letters, of which another rule tells.
    const name = pattern.replace(/\{([a-z_]+)\}/g, (placeholder, id: string) => words[id] || placeholder);
    return name.includes('{') ? [] : [name];
  });
}

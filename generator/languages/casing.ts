/** The casings of `change-case` as languages want them, and names that are cased once. */
import * as changeCase from 'change-case';
import type { Language, NameRole } from './language.ts';

/** Without it `error_5100` would become `Error_5100`. */
const MERGED: changeCase.PascalCaseOptions = { mergeAmbiguousCharacters: true };

export function camelCase(name: string): string {
  return changeCase.camelCase(name, MERGED);
}

export function pascalCase(name: string): string {
  return changeCase.pascalCase(name, MERGED);
}

/** Rules, views and what reads them back ask for the same names again and again. */
export function casedOnce(casing: Readonly<Record<NameRole, (name: string) => string>>): Language['name'] {
  const known: Record<NameRole, Map<string, string>> = {
    type: new Map(),
    member: new Map(),
    field: new Map(),
    constant: new Map(),
    module: new Map(),
  };
  return (role, name) => {
    const before = known[role].get(name);
    if (before !== undefined) return before;
    const cased = casing[role](name);
    known[role].set(name, cased);
    return cased;
  };
}

/** What a code is called in each language that has names for codes. */
import type { Language } from '../languages/language.ts';
import type { Catalog } from '../registry/registry.ts';

export interface MemberName {
  readonly title: string;
  readonly name: string;
}

/** A language without enumerations of its own has the literal, and is left out. */
export function memberNames(name: string, { typeName }: Catalog, languages: readonly Language[]): MemberName[] {
  return languages.flatMap((language) => {
    if (language.memberOf === undefined) return [];
    const enumName = language.typeName(`${typeName}Code`);
    return [{ title: language.title, name: language.memberOf(enumName, language.name('member', name)) }];
  });
}

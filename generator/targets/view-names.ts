/** What a language makes of names and types that come together from several parts. */
import type { Language } from '../languages/language.ts';
import { type Catalog, type Entry, type Field, variantOf } from '../registry/registry.ts';

export class Names {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  /** The member of the codes' enumeration. */
  member(name: string, { typeName }: Catalog): string {
    const { memberOf = (type, member) => `${type}.${member}` } = this.language;
    return memberOf(this.language.typeName(`${typeName}Code`), this.language.name('member', name));
  }

  /** In a catalog whose rows share codes every row's type bears the other key fields, so that a new row renames none. */
  typeNameOf(entry: Entry, catalog: Catalog): string {
    const others = variantOf(entry, catalog).map((value) => this.language.name('member', `x_${value}`).slice(1));
    return this.language.typeName(catalog.typeName) + this.language.name('member', entry.name) + others.join('');
  }

  /** The enumeration of a column that is one, where the language has enumerations. */
  fieldType({ type, enumName }: Field, types: Language['types']): string {
    if (enumName !== undefined && this.language.memberOf !== undefined) return this.language.typeName(enumName);
    return types[type === 'enum' ? 'string' : type];
  }
}

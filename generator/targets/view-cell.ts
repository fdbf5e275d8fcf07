/** The printed cells of a row, and its section. */
import type { Refused } from '../languages/language.ts';
import type { Catalog, Entry, Field, Value } from '../registry/registry.ts';
import type { Names } from './view-names.ts';
import type { PropertyView } from './view-shape.ts';

export class CellViews {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  cells({ section, cells }: Entry, catalog: Catalog): PropertyView[] {
    return [
      ...(section === undefined ? [] : [this.section(section)]),
      ...catalog.fields.map((field): PropertyView => {
        const value = cells.get(field.id) ?? '';
        return {
          name: this.#names.language.name('field', field.id),
          type: this.#typeOf(value, field),
          value: this.#valueOf(value, field),
          isAbsent: false,
          isOptional: false,
        };
      }),
    ];
  }

  section(id: string): PropertyView {
    const value = this.#names.language.literal(id);
    const name = this.#names.language.name('field', 'section');
    return { name, type: value, value, isAbsent: false, isOptional: false };
  }

  /** Prose is open; what a program can decide upon is a literal. */
  #typeOf(value: Value, field: Field): string | Refused {
    if (field.type === 'string') return this.#names.language.types.string;
    return this.#valueOf(value, field);
  }

  #valueOf(value: Value, { type, enumName }: Field): string | Refused {
    const { literal, memberOf, name } = this.#names.language;
    if (type === 'string') return this.#names.language.prose(String(value));
    return enumName === undefined || memberOf === undefined
      ? literal(value)
      : memberOf(this.#names.language.typeName(enumName), name('member', String(value)));
  }
}

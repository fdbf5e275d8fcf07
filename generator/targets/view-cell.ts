/** The printed cells of a row, and its section. */
import type { Language, Refused } from '../languages/language.ts';
import type { Catalog, Entry, Field, Value } from '../registry/registry.ts';
import type { PropertyView } from './view-shape.ts';

export function cellViews({ section, cells }: Entry, { fields }: Catalog, language: Language): PropertyView[] {
  return [
    ...(section === undefined ? [] : [sectionView(section, language)]),
    ...fields.map((field) => cellView(cells.get(field.id) ?? '', field, language)),
  ];
}

export function sectionView(id: string, { name, literal }: Language): PropertyView {
  return propertyOf(name('field', 'section'), literal(id));
}

/** Prose is open; what a program can decide upon is a literal. */
function cellView(value: Value, field: Field, language: Language): PropertyView {
  const name = language.name('field', field.id);
  return field.type === 'string'
    ? propertyOf(name, language.prose(String(value)), language.types.string)
    : propertyOf(name, literalOf(value, field, language));
}

function literalOf(value: Value, { enumName }: Field, { literal, memberOf, name, typeName }: Language) {
  if (enumName === undefined || memberOf === undefined) return literal(value);
  return memberOf(typeName(enumName), name('member', String(value)));
}

function propertyOf(name: string, value: string | Refused, type = value): PropertyView {
  return { name, type, value, isAbsent: false, isOptional: false };
}

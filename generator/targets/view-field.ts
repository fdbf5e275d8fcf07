/** The fields of a catalog, with what they may hold, and the look-ups by them. */
import type { Catalog } from '../registry/registry.ts';
import type { FieldView } from './view-field-shape.ts';
import type { Names } from './view-names.ts';
import type { CatalogView } from './view-shape.ts';

export function fieldViews({ fields }: Catalog, names: Names): FieldView[] {
  const { name, literal, types } = names.language;
  return fields.map(({ id, header, type, enumName, values, isBreaking }) => ({
    id,
    name: name('field', id),
    type: names.fieldType({ type, enumName }, types),
    header,
    typeId: type,
    ...(enumName !== undefined && { enumName: names.language.typeName(enumName) }),
    isBreaking,
    values: values.map(literal),
  }));
}

export function lookupViews({ id, fields, lookups }: Catalog, names: Names): CatalogView['lookups'] {
  const { name, types, boxed } = names.language;
  return fields
    .filter((field) => lookups.includes(field.id))
    .map((field) => ({
      name: name('type', field.id),
      field: name('field', field.id),
      constant: name('constant', field.id),
      type: names.fieldType(field, types),
      boxedType: names.fieldType(field, boxed),
      ...(field.enumName !== undefined && { module: name('module', `${id}-${field.id}`) }),
    }));
}

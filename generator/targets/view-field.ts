/** The fields of a catalog, with what they may hold, and the look-ups by them. */
import type { Catalog } from '../registry/registry.ts';
import type { FieldView } from './view-field-shape.ts';
import type { Names } from './view-names.ts';
import type { CatalogView } from './view-shape.ts';

export function fieldViews({ fields }: Catalog, names: Names): FieldView[] {
  const { name, typeName, literal, types } = names.language;
  return fields.map((field) => ({
    id: field.id,
    name: name('field', field.id),
    type: names.fieldType(field, types),
    header: field.header,
    typeId: field.type,
    ...(field.enumName !== undefined && { enumName: typeName(field.enumName) }),
    isBreaking: field.isBreaking,
    values: field.values.map(literal),
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

/** The fields of a catalog, with what they may hold. */
import type { Catalog } from '../registry/registry.ts';
import type { FieldView } from './view-field-shape.ts';
import type { Names } from './view-names.ts';

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

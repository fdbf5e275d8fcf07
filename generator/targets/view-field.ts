/** The fields of a catalog, with what they may hold. */
import type { Axis, Catalog } from '../registry/registry.ts';
import type { FieldView } from './view-field-shape.ts';
import type { Names } from './view-names.ts';

/** What rows of a catalog have: the printed cells, then the axes that occur. */
export function fieldViews(catalog: Catalog, known: readonly Axis[], names: Names): FieldView[] {
  const { name, literal, types } = names.language;
  const cells = catalog.fields.map(
    ({ id, header, type, enumName, values, isBreaking }): FieldView => ({
      id,
      name: name('field', id),
      type: names.fieldType({ type, enumName }, types),
      header,
      isOptional: false,
      isAxis: false,
      isNumeric: type === 'integer',
      isBoolean: type === 'boolean',
      typeId: type,
      ...(enumName !== undefined && { enumName: names.typed(enumName) }),
      isBreaking,
      values: values.map(literal),
    }),
  );
  const axes = known.flatMap(({ id, title, valuesOf, values, isBreaking }): FieldView[] => {
    const having = catalog.entries.filter(({ classification }) => classification.has(id));
    if (having.length === 0) return [];
    return [
      {
        id,
        name: name('field', id),
        type: name('type', valuesOf),
        header: title,
        isOptional: having.length < catalog.entries.length,
        isAxis: true,
        isNumeric: false,
        isBoolean: false,
        typeId: 'enum',
        isBreaking,
        values: values.map((value) => literal(value.id)),
      },
    ];
  });
  return [...cells, ...axes];
}

/** The enumerations of a catalog: its codes, and the columns that are one. */
import type { Span } from '../diagnostic/diagnostic.ts';
import { Refused } from '../languages/language.ts';
import { type Catalog, codesOf } from '../registry/registry.ts';
import { describe, linesOfCode, oneLine } from './describe.ts';
import type { EnumView } from './view-enum-shape.ts';
import { deprecationOf } from './view-lifecycle.ts';
import type { Names } from './view-names.ts';

/** The codes of a catalog. Each member stands where its first row stands in the specs. */
export function codeEnumView(
  catalog: Catalog,
  label: string,
  names: Names,
  from: <V extends object>(at: Span, view: V) => V,
): EnumView {
  const { literal, limits, title } = names.language;
  const members = codesOf(catalog).map((group, index) => {
    const doc = linesOfCode(group, catalog);
    const deprecation = deprecationOf(group, catalog, names);
    return from(group.entries[0].at, {
      name: names.language.name('member', group.name),
      // One refusal is enough.
      value:
        index === limits?.membersOfEnum
          ? new Refused(String(group.code), `is beyond the ${index} codes that an enum of ${title} can hold`)
          : literal(group.code),
      isDeprecated: deprecation !== undefined,
      ...(deprecation !== undefined && { deprecation }),
      doc,
      title: group.name,
      description: group.entries.map((entry) => oneLine(describe(entry, catalog))).join(' Or: '),
    });
  });
  return {
    name: names.language.typeName(`${catalog.typeName}Code`),
    module: names.language.name('module', `${catalog.id}-code`),
    title: `${catalog.title} (${label}).`,
    type: names.language.types[catalog.codeType],
    boxedType: names.language.boxed[catalog.codeType],
    isNumeric: catalog.codeType === 'integer',
    hasDeprecated: members.some(({ isDeprecated }) => isDeprecated),
    members,
  };
}

/** The values of each column that is an enumeration. */
export function columnEnumViews({ id: catalog, fields }: Catalog, label: string, { language }: Names): EnumView[] {
  const { name, typeName, types, boxed, literal } = language;
  return fields.flatMap(({ id, header, values, enumName }): EnumView[] => {
    if (enumName === undefined) return [];
    const members = values.map((value) => {
      const summary = `${header} "${value}".`;
      return {
        name: name('member', value),
        value: literal(value),
        isDeprecated: false,
        doc: [summary],
        title: value,
        description: summary,
      };
    });
    return [
      {
        name: typeName(enumName),
        module: name('module', `${catalog}-${id}`),
        title: `What ${label} prints in column "${header}".`,
        type: types.string,
        boxedType: boxed.string,
        isNumeric: false,
        hasDeprecated: false,
        members,
      },
    ];
  });
}

/** Types that share a name. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { catalogsOf, duplicatesBy, firstHere, type Rule } from './rule.ts';

/**
 * A type name, of a catalog or of a column's enum, is used once, because all of them are exported side by side.
 * Bad: two catalogs with `type_name: AcmeError`.
 */
export const duplicateTypeName: Rule = {
  id: 'duplicate-type-name',
  *check(spec) {
    // A provider that is there twice is told once.
    const catalogs = [...new Map(catalogsOf(spec).map((catalog) => [catalog.label, catalog])).values()];
    const names = catalogs.flatMap(({ typeName, columns }) => [
      typeName,
      ...columns.flatMap(({ enumName }) => enumName ?? []),
    ]);
    for (const [name, first] of duplicatesBy(names, ({ value }) => value.toLowerCase())) {
      yield error('duplicate-type-name', name.at, `type name ${quote(name.value)} is already taken`, {
        hint: 'choose another name',
        ...firstHere(first.at),
      });
    }
    const ownerByName = new Map(catalogs.map((catalog) => [`${catalog.typeName.value}code`.toLowerCase(), catalog]));
    for (const { value, at } of names) {
      const owner = ownerByName.get(value.toLowerCase());
      if (owner === undefined) continue;
      yield error('duplicate-type-name', at, `type name ${quote(value)} is that of the codes of "${owner.label}"`, {
        hint: 'choose another name',
        ...firstHere(owner.typeName.at, 'the codes bear this name with "Code"'),
      });
    }
  },
};

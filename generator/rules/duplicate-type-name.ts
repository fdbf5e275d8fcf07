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
    const names = catalogsOf(spec).flatMap(({ typeName, columns }) => [
      typeName,
      ...columns.flatMap(({ enumName }) => (enumName === undefined ? [] : [enumName])),
    ]);
    for (const [name, first] of duplicatesBy(names, ({ value }) => value.toLowerCase())) {
      yield error('duplicate-type-name', name.at, `type name ${quote(name.value)} is already taken`, {
        hint: 'choose another name',
        ...firstHere(first.at),
      });
    }
  },
};

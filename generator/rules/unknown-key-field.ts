/** Key and look-up fields of no column. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * A key starts with the code, and it and the look-ups name columns of the catalog.
 * Bad: `key: [code, smpp]` where the column's field is `smpp_code`.
 */
export const unknownKeyField: Rule = {
  id: 'unknown-key-field',
  *check(spec) {
    for (const { label, key, lookups, columns } of catalogsOf(spec)) {
      const fields = columns.map(({ field }) => field.value);
      const [first] = key;
      if (first !== undefined && first.value !== 'code') {
        yield error('unknown-key-field', first.at, `the key of catalog "${label}" does not start with the code`, {
          hint: 'write "code" first',
        });
      }
      for (const { value, at } of [...key, ...lookups]) {
        if (fields.includes(value)) continue;
        yield error('unknown-key-field', at, `${quote(value)} is not a column of catalog "${label}"`, {
          hint: value === 'code' ? 'declare the column of the codes, with "field: code"' : suggest(value, fields),
        });
      }
    }
  },
};

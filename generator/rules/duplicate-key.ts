/** Rows that agree in all key fields. */
import { error } from '../diagnostic/diagnostic.ts';
import { visible } from '../diagnostic/quote.ts';
import type { CatalogSpec, EntrySpec } from '../spec/spec.ts';
import { catalogsOf, duplicatesBy, firstHere, type Rule } from './rule.ts';

/**
 * A row is identified by its catalog's key fields, so no two rows may agree in all of them. Quotes make no difference.
 * Bad: two rows with `code: 117` in a catalog whose key is the code alone.
 */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      for (const [row, first] of duplicatesBy(catalog.entries, (entry) => JSON.stringify(keyOf(entry, catalog)))) {
        const shown = keyOf(row, catalog)
          .map(([field, value]) => `${field} ${visible(value)}`)
          .join(', ');
        yield error('duplicate-key', row.code.at, `${shown} appears twice in catalog "${catalog.label}"`, {
          hint: 'delete one of the two rows',
          ...firstHere(first.code.at),
        });
      }
    }
  },
};

/** Each key field, and what the row has there. */
function keyOf({ code, cells }: EntrySpec, { key }: CatalogSpec): [field: string, value: string][] {
  return key.map(({ value: field }) => [field, field === 'code' ? code.source : (cells.get(field)?.cell.source ?? '')]);
}

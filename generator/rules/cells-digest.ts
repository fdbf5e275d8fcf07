/** The digest that a catalog declares of its printed cells. */
import { createHash } from 'node:crypto';
import { warning } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { CatalogSpec } from '../spec/spec.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * The cells are those that were read from the document: their digest is the one that the catalog declares.
 * A warning, because a person may be transcribing; the project's own tests accept none.
 * Bad: a word of a `description` was corrected, and the document still has it misspelt.
 */
export const cellsDigest: Rule = {
  id: 'cells-digest',
  isEcho: true,
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      const { label, cellsSha256: declared } = catalog;
      const actual = digestOf(catalog);
      if (actual === declared.value) continue;
      const message = `the cells of catalog "${label}" are not those that were read from the document`;
      yield warning('cells-digest', declared.at, message, {
        hint: `compare them with the document; if they are right, write ${quote(actual)}`,
      });
    }
  },
};

/** Line, section and printed cells of every row, in the document's order. */
export function digestOf({ columns, entries }: CatalogSpec): string {
  const hash = createHash('sha256');
  for (const { code, line, section, cells } of entries) {
    const printed = columns.map(({ field: { value: field } }) =>
      field === 'code' ? code.source : cells.get(field)?.cell.source,
    );
    hash.update(`${JSON.stringify([line.value, section?.value ?? null, ...printed])}\n`);
  }
  return hash.digest('hex');
}

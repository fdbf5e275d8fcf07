/** Which row of a document is which entry of the spec. */
import { groupBy } from '../group-by.ts';
import type { CatalogSpec, EntrySpec } from '../spec/spec.ts';
import { isUnderItsHeading, type PrintedRow, printedKey, writtenCell, writtenKey } from './printed.ts';

/** A row of the document with its entry, where the spec has one. */
export interface Pair {
  readonly printed: PrintedRow;
  readonly entry: EntrySpec | undefined;
}

/** By the whole key, and for what is left by the code alone. */
export function pair(catalog: CatalogSpec, rows: readonly PrintedRow[]): Pair[] {
  const byKey = groupBy(catalog.entries, (entry) => writtenKey(entry, catalog));
  const byCode = groupBy(catalog.entries, ({ code }) => code.source);
  const waiting = new Set(catalog.entries);
  const entryByRow = new Map<PrintedRow, EntrySpec>();
  const isWaiting = (entry: EntrySpec) => waiting.has(entry);
  const passes: ((row: PrintedRow) => EntrySpec | undefined)[] = [
    // First of all: where a document has a key twice, the row that has changed in nothing is the one.
    (row) => byKey.get(printedKey(row, catalog))?.find((entry) => isWaiting(entry) && isSame(entry, row)),
    (row) => byKey.get(printedKey(row, catalog))?.find(isWaiting),
    (row) => (catalog.key.length > 1 ? byCode.get(row.code)?.find(isWaiting) : undefined),
  ];
  for (const findFor of passes) {
    for (const row of rows) {
      const entry = entryByRow.has(row) ? undefined : findFor(row);
      if (entry === undefined) continue;
      entryByRow.set(row, entry);
      waiting.delete(entry);
    }
  }
  return rows.map((printed) => ({ printed, entry: entryByRow.get(printed) }));
}

function isSame(entry: EntrySpec, { cells, section }: PrintedRow): boolean {
  return isUnderItsHeading(entry, section) && [...cells].every(([field, cell]) => cell === writtenCell(entry, field));
}

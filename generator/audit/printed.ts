/** What is printed, on both sides: the rows of a spec and the rows of a document in the same words. */
import type { Layout } from '../document/columns.ts';
import type { Heading } from '../document/table.ts';
import type { CatalogSpec, EntrySpec } from '../spec/spec.ts';

/** A row of the document, its cells under the fields of the catalog. */
export interface PrintedRow {
  readonly line: number;
  readonly code: string;
  readonly cells: ReadonlyMap<string, string>;
  /** Absent where the catalog has no sections, or the document shows none of them. */
  readonly section: Heading | undefined;
}

/** The cell as it is transcribed; empty where there is none. */
export function writtenCell(entry: EntrySpec, field: string): string {
  return field === 'code' ? entry.code.source : (entry.cells.get(field)?.cell.source ?? '');
}

/** The cells that identify a row. */
export function keyOf(catalog: CatalogSpec, cellOf: (field: string) => string): string {
  return JSON.stringify(catalog.key.map(({ value }) => cellOf(value)));
}

/** How a flattened table of this catalog is read: the last column of text takes all the words that no other column has. */
export function layoutOf({ headers, columns, entries }: CatalogSpec): Layout {
  const text = columns.findLast(({ field, type }) => field.value !== 'code' && type === 'string');
  const waiting = [...columns];
  return {
    headers,
    columns: headers.map((header) => {
      if (waiting[0]?.header !== header) return 'none';
      return waiting.shift() === text ? 'text' : 'word';
    }),
    codes: new Set(entries.map(({ code }) => code.source)),
  };
}

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

/** Whether the document has a row in the section of its entry, as far as it shows sections. */
export function isUnderItsHeading(entry: EntrySpec, heading: PrintedRow['section']): boolean {
  return heading === undefined || heading.id === entry.section?.value;
}

/** The cells that identify a row of the document. */
export function printedKey({ cells }: PrintedRow, { key }: CatalogSpec): string {
  return JSON.stringify(key.map(({ value }) => cells.get(value) ?? ''));
}

/** The same of an entry. */
export function writtenKey(entry: EntrySpec, { key }: CatalogSpec): string {
  return JSON.stringify(key.map(({ value }) => writtenCell(entry, value)));
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

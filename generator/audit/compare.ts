/** A catalog against its tables: the one decision on what differs, told by `audit` and followed by `audit --write`. */
import { plain } from '../document/cell.ts';
import type { Heading } from '../document/table.ts';
import type { CatalogSpec, EntrySpec, SectionSpec } from '../spec/spec.ts';
import { isDeclared, type MatchedTable } from './match.ts';
import { keyOf, type PrintedRow, writtenCell } from './printed.ts';
import { longestRising } from './rising.ts';

export interface Comparison {
  readonly catalog: CatalogSpec;
  /** All rows of the document, in its order; those that the spec lacks have no entry. */
  readonly rows: readonly ComparedRow[];
  readonly removed: readonly EntrySpec[];
  /** Headers of columns that the catalog does not declare. */
  readonly newHeaders: readonly string[];
  /** Headers that are written otherwise than they are printed, by field. */
  readonly renamedHeaders: ReadonlyMap<string, Renamed>;
  /** Headings that have kept their anchor alone, by section. */
  readonly renamedSections: ReadonlyMap<SectionSpec, Renamed>;
}

export interface Renamed {
  readonly written: string;
  readonly printed: string;
}

export interface ComparedRow {
  readonly printed: PrintedRow;
  readonly entry: EntrySpec | undefined;
  readonly isMoved: boolean;
  readonly changes: readonly CellChange[];
}

export interface CellChange {
  readonly field: string;
  readonly header: string;
  readonly written: string;
  readonly printed: string;
}

export function compareCatalog(catalog: CatalogSpec, matches: readonly MatchedTable[]): Comparison {
  const printedRows = printedRowsOf(catalog, matches);
  const entries = pair(catalog, printedRows);
  const moved = movedOf(catalog, printedRows, entries);
  const rows = printedRows.map((printed, index): ComparedRow => {
    const entry = entries[index];
    return {
      printed,
      entry,
      isMoved: entry !== undefined && moved.has(entry),
      changes: entry === undefined ? [] : changesOf(entry, printed, catalog),
    };
  });
  return {
    catalog,
    rows,
    removed: catalog.entries.filter((entry) => !entries.includes(entry)),
    ...headersOf(catalog, matches),
    renamedSections: renamedSectionsOf(catalog, printedRows),
  };
}

function printedRowsOf(catalog: CatalogSpec, matches: readonly MatchedTable[]): PrintedRow[] {
  const showsSections = matches.some(({ table }) => knownSection(table.headings, catalog) !== undefined);
  return matches.flatMap(({ table, indexByField }) => {
    const nearest = table.headings.findLast(({ id }) => id !== '');
    const section = showsSections ? (knownSection(table.headings, catalog) ?? nearest) : undefined;
    return table.rows.flatMap(({ line, cells }): PrintedRow[] => {
      const code = plain(cells[indexByField.get('code') ?? -1] ?? '');
      // A row without a code divides a table, or goes on with the row above.
      if (code === '') return [];
      const named = catalog.columns.map(({ field: { value } }): [string, string] => [
        value,
        value === 'code' ? code : (cells[indexByField.get(value) ?? -1] ?? ''),
      ]);
      return [{ line, code, cells: new Map(named), section }];
    });
  });
}

/** The nearest heading that the catalog has as a section, by anchor or by title. */
function knownSection(headings: readonly Heading[], { sections }: CatalogSpec): Heading | undefined {
  for (const heading of [...headings].reverse()) {
    const known =
      sections.find(({ id }) => id.value === heading.id) ?? sections.find(({ title }) => title === heading.title);
    if (known !== undefined) return { ...heading, id: known.id.value };
  }
  return undefined;
}

/** For each row of the document its entry: by the whole key, and for what is left by the code alone. */
function pair(catalog: CatalogSpec, rows: readonly PrintedRow[]): (EntrySpec | undefined)[] {
  const entries: (EntrySpec | undefined)[] = rows.map(() => undefined);
  const free = new Set(catalog.entries);
  const writtenKey = (entry: EntrySpec) => keyOf(catalog, (field) => writtenCell(entry, field));
  const printedKey = ({ cells }: PrintedRow) => keyOf(catalog, (field) => cells.get(field) ?? '');
  const isWhole = (entry: EntrySpec, { cells }: PrintedRow) =>
    [...cells].every(([field, cell]) => cell === writtenCell(entry, field));
  const passes: ((entry: EntrySpec, row: PrintedRow) => boolean)[] = [
    // First of all: where a document has a key twice, the row that has changed in nothing is the one.
    (entry, row) => writtenKey(entry) === printedKey(row) && isWhole(entry, row),
    (entry, row) => writtenKey(entry) === printedKey(row),
    (entry, row) => catalog.key.length > 1 && entry.code.source === row.code,
  ];
  for (const isSame of passes) {
    for (const [index, row] of rows.entries()) {
      const entry = entries[index] === undefined ? [...free].find((one) => isSame(one, row)) : undefined;
      if (entry === undefined) continue;
      entries[index] = entry;
      free.delete(entry);
    }
  }
  return entries;
}

/** As few as can be; where two rows have changed places, the one that has changed its section. */
function movedOf(
  { entries }: CatalogSpec,
  rows: readonly PrintedRow[],
  entryByRow: readonly (EntrySpec | undefined)[],
): Set<EntrySpec> {
  const pairs = rows.flatMap(({ section }, index) => {
    const entry = entryByRow[index];
    return entry === undefined
      ? []
      : [{ entry, hasSection: section === undefined || section.id === entry.section?.value }];
  });
  const places = new Map(entries.map((entry, place) => [entry, place]));
  const staying = longestRising(
    pairs.map(({ entry }) => places.get(entry) ?? 0),
    (index) => pairs[index]?.hasSection ?? false,
  );
  return new Set(pairs.filter((_, index) => !staying.has(index)).map(({ entry }) => entry));
}

function changesOf(entry: EntrySpec, printed: PrintedRow, catalog: CatalogSpec): CellChange[] {
  const section: CellChange[] =
    printed.section === undefined
      ? []
      : [{ field: 'section', header: 'section', written: entry.section?.value ?? '', printed: printed.section.id }];
  const cells = catalog.columns.map(({ field, header }) => ({
    field: field.value,
    header,
    written: writtenCell(entry, field.value),
    printed: printed.cells.get(field.value) ?? '',
  }));
  return [...section, ...cells].filter((change) => change.written !== change.printed);
}

function renamedSectionsOf({ sections }: CatalogSpec, rows: readonly PrintedRow[]): Map<SectionSpec, Renamed> {
  return new Map(
    sections.flatMap((section): [SectionSpec, Renamed][] => {
      const heading = rows.find((row) => row.section?.id === section.id.value)?.section;
      if (heading === undefined || heading.title === section.title) return [];
      return [[section, { written: section.title, printed: heading.title }]];
    }),
  );
}

function headersOf(
  catalog: CatalogSpec,
  matches: readonly MatchedTable[],
): Pick<Comparison, 'newHeaders' | 'renamedHeaders'> {
  const newHeaders = new Set<string>();
  const renamedHeaders = new Map<string, Renamed>();
  for (const { table, indexByField } of matches) {
    const mapped = new Set(indexByField.values());
    for (const [index, header] of table.headers.entries()) {
      if (!mapped.has(index) && header !== '' && !isDeclared(header, catalog)) newHeaders.add(header);
    }
    for (const { field, header } of catalog.columns) {
      const printed = table.headers[indexByField.get(field.value) ?? -1];
      // A column without a header has one in our words.
      if (printed && printed !== header) renamedHeaders.set(field.value, { written: header, printed });
    }
  }
  return { newHeaders: [...newHeaders], renamedHeaders };
}

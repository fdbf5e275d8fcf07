/** A catalog against its tables: the one decision on what differs, told by `audit` and followed by `audit --write`. */
import { plain } from '../document/cell.ts';
import type { Heading } from '../document/table.ts';
import type { CatalogSpec, ColumnSpec, EntrySpec, SectionSpec } from '../spec/spec.ts';
import { firstOfEach } from './first-of-each.ts';
import { isDeclared, type MatchedTable } from './match.ts';
import { type Pair, pair } from './pair.ts';
import { isUnderItsHeading, type PrintedRow, printedKey, writtenCell } from './printed.ts';
import { longestRising } from './rising.ts';

export interface Comparison {
  readonly catalog: CatalogSpec;
  /** All rows of the document, in its order; those that the spec lacks have no entry. */
  readonly rows: readonly ComparedRow[];
  /** Rows of the document that say cell by cell what another one says; they are in no other list. */
  readonly repeated: readonly PrintedRow[];
  readonly removed: readonly EntrySpec[];
  /** Columns that no table has any more; their cells are in no list of changes. */
  readonly goneColumns: readonly ColumnSpec[];
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

export interface ComparedRow extends Pair {
  readonly isMoved: boolean;
  /** Whether another row has its key, which the spec can hold once. */
  readonly isSecond: boolean;
  readonly changes: readonly CellChange[];
}

/** A row that the spec has, too. */
export interface KeptRow extends ComparedRow {
  readonly entry: EntrySpec;
}

export function isKept(row: ComparedRow): row is KeptRow {
  return row.entry !== undefined;
}

export interface CellChange {
  readonly field: string;
  readonly header: string;
  readonly written: string;
  readonly printed: string;
}

export function compareCatalog(catalog: CatalogSpec, matches: readonly MatchedTable[]): Comparison {
  const goneColumns = goneColumnsOf(catalog, matches);
  const printedRows = printedRowsOf(catalog, matches, goneColumns);
  const all = pair(catalog, printedRows);
  const again = againOf(all, ({ cells }) => JSON.stringify([...cells]));
  const isRepeated = ({ printed, entry }: Pair) => entry === undefined && again.has(printed);
  const pairs = all.filter((one) => !isRepeated(one));
  const seconds = againOf(pairs, (printed) => printedKey(printed, catalog));
  const moved = movedOf(catalog, pairs);
  const rows = pairs.map(
    ({ printed, entry }): ComparedRow => ({
      printed,
      entry,
      isMoved: entry !== undefined && moved.has(entry),
      isSecond: seconds.has(printed),
      changes: entry === undefined ? [] : changesOf(entry, printed, catalog),
    }),
  );
  const kept = new Set(rows.map(({ entry }) => entry));
  return {
    catalog,
    rows,
    repeated: all.filter(isRepeated).map(({ printed }) => printed),
    removed: catalog.entries.filter((entry) => !kept.has(entry)),
    goneColumns,
    ...headersOf(catalog, matches),
    renamedSections: renamedSectionsOf(catalog, printedRows),
  };
}

function goneColumnsOf({ columns, entries }: CatalogSpec, matches: readonly MatchedTable[]): ColumnSpec[] {
  const isPrinted = ({ field }: ColumnSpec) => matches.some(({ indexByField }) => indexByField.has(field.value));
  const isWritten = ({ field }: ColumnSpec) => entries.some((entry) => writtenCell(entry, field.value) !== '');
  return matches.length === 0 ? [] : columns.filter((column) => !isPrinted(column) && isWritten(column));
}

function printedRowsOf(
  catalog: CatalogSpec,
  matches: readonly MatchedTable[],
  goneColumns: readonly ColumnSpec[],
): PrintedRow[] {
  const columns = catalog.columns.filter((column) => !goneColumns.includes(column));
  const showsSections = matches.some(({ table }) => knownSection(table.headings, catalog) !== undefined);
  return matches.flatMap(({ table, indexByField }) => {
    const nearest = table.headings.findLast(({ id }) => id !== '');
    const section = showsSections ? (knownSection(table.headings, catalog) ?? nearest) : undefined;
    const codeIndex = indexByField.get('code') ?? -1;
    return table.rows.flatMap(({ line, cells }): PrintedRow[] => {
      const code = plain(cells[codeIndex] ?? '');
      // A row without a code divides a table, or goes on with the row above; long tables have their headers again.
      if (code === '' || code === table.headers[codeIndex]) return [];
      const named = columns.map(({ field: { value } }): [string, string] => [
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

/** Of the rows that are the same in this all but one: the one with an entry, or else the first. */
function againOf(pairs: readonly Pair[], wordsOf: (row: PrintedRow) => string): Set<PrintedRow> {
  const rows = pairs.map(({ printed }) => printed);
  const known = pairs.flatMap(({ printed, entry }) => (entry === undefined ? [] : [printed]));
  const firsts = new Set(firstOfEach([...known, ...rows], wordsOf));
  return new Set(rows.filter((row) => !firsts.has(row)));
}

/** As few as can be; where two rows have changed places, the one that has changed its section. */
function movedOf({ entries }: CatalogSpec, pairs: readonly Pair[]): Set<EntrySpec> {
  const known = pairs.flatMap(({ printed: { section }, entry }) =>
    entry === undefined ? [] : [{ entry, keepsSection: isUnderItsHeading(entry, section) }],
  );
  const places = new Map(entries.map((entry, place) => [entry, place]));
  const staying = longestRising(
    known.map(({ entry }) => places.get(entry) ?? 0),
    (index) => known[index]?.keepsSection ?? false,
  );
  return new Set(known.filter((_, index) => !staying.has(index)).map(({ entry }) => entry));
}

function changesOf(entry: EntrySpec, printed: PrintedRow, catalog: CatalogSpec): CellChange[] {
  const section: CellChange[] =
    printed.section === undefined
      ? []
      : [{ field: 'section', header: 'section', written: entry.section?.value ?? '', printed: printed.section.id }];
  const cells = catalog.columns.flatMap(({ field: { value: field }, header }) => {
    const cell = printed.cells.get(field);
    return cell === undefined ? [] : [{ field, header, written: writtenCell(entry, field), printed: cell }];
  });
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
  const kept = new Set<string>();
  for (const { table, indexByField } of matches) {
    const mapped = new Set(indexByField.values());
    for (const [index, header] of table.headers.entries()) {
      if (!mapped.has(index) && header !== '' && !isDeclared(header, catalog)) newHeaders.add(header);
    }
    for (const { field, header } of catalog.columns) {
      const printed = table.headers[indexByField.get(field.value) ?? -1];
      // A column without a header has one in our words.
      if (printed === header) kept.add(field.value);
      else if (printed) renamedHeaders.set(field.value, { written: header, printed });
    }
  }
  // Where tables disagree, one of them is enough.
  for (const field of kept) renamedHeaders.delete(field);
  return { newHeaders: [...newHeaders], renamedHeaders };
}

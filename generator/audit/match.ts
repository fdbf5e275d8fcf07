/** Which table of a document belongs to which catalog, and which of its columns to which field. */
import { plain } from '../document/cell.ts';
import type { Table } from '../document/table.ts';
import { groupBy } from '../group-by.ts';
import type { CatalogSpec, ColumnSpec, EntrySpec } from '../spec/spec.ts';
import { writtenCell } from './printed.ts';

export interface MatchedTable {
  readonly catalog: CatalogSpec;
  readonly table: Table;
  /** For each column that the table has, the index of its cells. */
  readonly indexByField: ReadonlyMap<string, number>;
  /** How many of its rows have a code that the catalog knows. */
  readonly known: number;
  /** How many of the catalog's columns have the same header here. */
  readonly sameHeaders: number;
}

/** Tables of other things are left out, and so are those that only repeat codes of a table that is whole. */
export function matchTables(tables: readonly Table[], catalogs: readonly CatalogSpec[]): MatchedTable[] {
  const known = catalogs.map(
    (catalog): KnownCatalog => ({ catalog, entriesByCode: groupBy(catalog.entries, ({ code }) => code.source) }),
  );
  const matched = tables.flatMap((table) => bestMatch(table, known) ?? []);
  return withSameColumns(matched.filter((match) => !isExtract(match, matched)));
}

interface KnownCatalog {
  readonly catalog: CatalogSpec;
  readonly entriesByCode: ReadonlyMap<string, readonly EntrySpec[]>;
}

/** Parts of one table have the same columns, also those parts of which no row is known. */
function withSameColumns(matches: readonly MatchedTable[]): MatchedTable[] {
  const columns = new Map<string, MatchedTable['indexByField']>();
  const tableOf = ({ catalog, table }: MatchedTable) => JSON.stringify([catalog.label, table.headers]);
  for (const match of matches) {
    const known = columns.get(tableOf(match));
    if (known === undefined || known.size < match.indexByField.size) columns.set(tableOf(match), match.indexByField);
  }
  return matches.map((match) => ({ ...match, indexByField: columns.get(tableOf(match)) ?? match.indexByField }));
}

function bestMatch(table: Table, catalogs: readonly KnownCatalog[]): MatchedTable | undefined {
  const [best] = catalogs
    .flatMap((catalog) => matchOf(table, catalog) ?? [])
    .sort((a, b) => b.known - a.known || b.sameHeaders - a.sameHeaders);
  return best;
}

function matchOf(table: Table, { catalog, entriesByCode }: KnownCatalog): MatchedTable | undefined {
  const knownRowsAt = (index: number) =>
    table.rows.flatMap(({ cells }): KnownRow[] => {
      const entries = entriesByCode.get(plain(cells[index] ?? ''));
      return entries === undefined ? [] : [{ cells, entries }];
    });
  const codeIndex = codeIndexOf(table, catalog, (index) => knownRowsAt(index).length);
  if (codeIndex === undefined) return undefined;
  const rows = knownRowsAt(codeIndex);
  const known = rows.length;
  const sameHeaders = catalog.columns.filter(({ header }) => indexesOf(header, table).length > 0).length;
  const isWhole = sameHeaders === catalog.columns.length;
  const isMostly = known > 0 && (sameHeaders * 2 >= catalog.columns.length || known * 2 >= table.rows.length);
  if (!isWhole && !isMostly) return undefined;
  return { catalog, table, indexByField: indexByField(table, catalog, { codeIndex, rows }), known, sameHeaders };
}

function isExtract(match: MatchedTable, all: readonly MatchedTable[]): boolean {
  if (match.sameHeaders === match.catalog.columns.length) return false;
  const whole = all.filter(({ catalog, sameHeaders }) => catalog === match.catalog && sameHeaders > match.sameHeaders);
  const codes = new Set(whole.flatMap(codesOf));
  return codes.size > 0 && codesOf(match).every((code) => codes.has(code));
}

function codesOf({ table, indexByField: indexes }: MatchedTable): string[] {
  return table.rows.map(({ cells }) => plain(cells[indexes.get('code') ?? -1] ?? ''));
}

/** The column with the header of the codes; where there is none or several, the one that has most of them. */
function codeIndexOf(table: Table, { columns }: CatalogSpec, countAt: (index: number) => number): number | undefined {
  const named = indexesOf(columns.find(({ field }) => field.value === 'code')?.header ?? '', table);
  if (named.length === 1) return named[0];
  const candidates = named.length > 0 ? named : [...table.headers.keys()];
  const counts = candidates.map((index) => ({ index, count: countAt(index) }));
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return most === 0 ? named[0] : counts.find(({ count }) => count === most)?.index;
}

/** A row whose code the catalog knows, with the entries of that code. */
interface KnownRow {
  readonly cells: readonly string[];
  readonly entries: readonly EntrySpec[];
}

/** By header; of several with one header, and where the header has changed, the one with the same cells. */
function indexByField(
  table: Table,
  catalog: CatalogSpec,
  { codeIndex, rows }: { codeIndex: number; rows: readonly KnownRow[] },
): Map<string, number> {
  const indexes = new Map([['code', codeIndex]]);
  const isFree = (index: number) => ![...indexes.values()].includes(index);
  for (const column of catalog.columns.filter(({ field }) => field.value !== 'code')) {
    const same = indexesOf(column.header, table).filter(isFree);
    const isIt = (index: number) => same.length === 1 || hasSameCells(rows, column, index);
    const index = same.find(isIt) ?? same[0];
    if (index !== undefined) indexes.set(column.field.value, index);
  }
  for (const column of catalog.columns.filter(({ field }) => !indexes.has(field.value))) {
    const index = table.headers.findIndex(
      (header, other) => isFree(other) && !isDeclared(header, catalog) && hasSameCells(rows, column, other),
    );
    if (index !== -1) indexes.set(column.field.value, index);
  }
  return indexes;
}

/** Whether at least half of the known rows agree. */
function hasSameCells(rows: readonly KnownRow[], { field }: ColumnSpec, index: number): boolean {
  const same = rows.filter(({ cells, entries }) =>
    entries.some((entry) => writtenCell(entry, field.value) === cells[index]),
  ).length;
  return same > 0 && same * 2 >= rows.length;
}

export function isDeclared(header: string, { headers }: CatalogSpec): boolean {
  return headers.some((declared) => normal(declared) === normal(header));
}

/** The columns with this header. */
function indexesOf(header: string, { headers }: Table): number[] {
  return headers.flatMap((printed, index) => (normal(printed) === normal(header) ? [index] : []));
}

function normal(header: string): string {
  return plain(header).toLowerCase();
}

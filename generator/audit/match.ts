/** Which table of a document belongs to which catalog, and which of its columns to which field. */
import { plain } from '../document/cell.ts';
import type { Table } from '../document/table.ts';
import type { CatalogSpec, ColumnSpec } from '../spec/spec.ts';
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
  const matched = tables.flatMap((table) => bestMatch(table, catalogs) ?? []);
  return withSameColumns(matched.filter((match) => !isExtract(match, matched)));
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

function bestMatch(table: Table, catalogs: readonly CatalogSpec[]): MatchedTable | undefined {
  const [best] = catalogs
    .flatMap((catalog) => matchOf(table, catalog) ?? [])
    .sort((a, b) => b.known - a.known || b.sameHeaders - a.sameHeaders);
  return best;
}

function matchOf(table: Table, catalog: CatalogSpec): MatchedTable | undefined {
  const codeIndex = codeIndexOf(table, catalog);
  if (codeIndex === undefined) return undefined;
  const knows = knownIn(catalog);
  const known = table.rows.filter((row) => knows(row.cells[codeIndex])).length;
  const sameHeaders = catalog.columns.filter(({ header }) => headerIndex(table, header) !== -1).length;
  const isWhole = sameHeaders === catalog.columns.length;
  const isMostly = known > 0 && (sameHeaders * 2 >= catalog.columns.length || known * 2 >= table.rows.length);
  if (!isWhole && !isMostly) return undefined;
  return { catalog, table, indexByField: indexByField(table, catalog, codeIndex), known, sameHeaders };
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
function codeIndexOf(table: Table, catalog: CatalogSpec): number | undefined {
  const header = catalog.columns.find(({ field }) => field.value === 'code')?.header ?? '';
  const all = [...table.headers.keys()];
  const named = all.filter((index) => normal(table.headers[index] ?? '') === normal(header));
  if (named.length === 1) return named[0];
  const knows = knownIn(catalog);
  const counts = new Map(
    (named.length > 0 ? named : all).map((index) => [
      index,
      table.rows.filter(({ cells }) => knows(cells[index])).length,
    ]),
  );
  const most = Math.max(0, ...counts.values());
  return most === 0 ? named[0] : [...counts].find(([, count]) => count === most)?.[0];
}

function knownIn({ entries }: CatalogSpec): (cell: string | undefined) => boolean {
  const codes = new Set(entries.map(({ code }) => code.source));
  return (cell = '') => codes.has(plain(cell));
}

/** By header; of several with one header, and where the header has changed, the one with the same cells. */
function indexByField(table: Table, catalog: CatalogSpec, codeIndex: number): Map<string, number> {
  const indexes = new Map([['code', codeIndex]]);
  for (const column of catalog.columns.filter(({ field }) => field.value !== 'code')) {
    const taken = new Set(indexes.values());
    const same = [...table.headers.keys()].filter(
      (index) => !taken.has(index) && normal(table.headers[index] ?? '') === normal(column.header),
    );
    const isIt = (index: number) => same.length === 1 || hasSameCells(table, catalog, column, codeIndex, index);
    const index = same.find(isIt) ?? same[0];
    if (index !== undefined) indexes.set(column.field.value, index);
  }
  for (const column of catalog.columns.filter(({ field }) => !indexes.has(field.value))) {
    const taken = new Set(indexes.values());
    const index = table.headers.findIndex(
      (header, free) =>
        !taken.has(free) && !isDeclared(header, catalog) && hasSameCells(table, catalog, column, codeIndex, free),
    );
    if (index !== -1) indexes.set(column.field.value, index);
  }
  return indexes;
}

/** Whether at least half of the known rows agree. */
function hasSameCells(
  { rows }: Table,
  { entries }: CatalogSpec,
  { field }: ColumnSpec,
  codeIndex: number,
  index: number,
): boolean {
  const written = new Map<string, Set<string>>();
  for (const entry of entries) {
    const cells = written.get(entry.code.source) ?? new Set();
    written.set(entry.code.source, cells.add(writtenCell(entry, field.value)));
  }
  const known = rows.flatMap(({ cells }) => written.get(plain(cells[codeIndex] ?? ''))?.has(cells[index] ?? '') ?? []);
  const same = known.filter((isSame) => isSame).length;
  return same > 0 && same * 2 >= known.length;
}

export function isDeclared(header: string, { headers }: CatalogSpec): boolean {
  return headers.some((declared) => normal(declared) === normal(header));
}

function headerIndex({ headers }: Table, header: string): number {
  return headers.findIndex((printed) => normal(printed) === normal(header));
}

function normal(header: string): string {
  return plain(header).toLowerCase();
}

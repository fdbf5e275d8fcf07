/** What the tables of an unknown page seem to be: catalogs, their columns and their rows. */
import { snakeCase } from 'change-case';
import { plain } from '../../document/cell.ts';
import { toKebab } from '../../document/heading.ts';
import type { Heading, Row, Table } from '../../document/table.ts';
import { groupBy } from '../../group-by.ts';
import { firstOfEach } from '../first-of-each.ts';
import { NO_WORD } from '../patch/propose-name.ts';

export interface DraftCatalog {
  readonly id: string;
  readonly title: string;
  readonly codeType: 'integer' | 'string';
  readonly key: readonly string[];
  readonly columns: readonly DraftColumn[];
  /** Empty where the page does not divide the table. */
  readonly sections: readonly Heading[];
  readonly rows: readonly DraftRow[];
  /** How many rows are left out because they say what another one says. */
  readonly repeated: number;
}

export interface DraftColumn {
  readonly header: string;
  readonly field: string;
  readonly type: 'code' | 'string' | 'integer' | 'boolean' | 'enum' | 'omitted';
  /** As printed, each once. */
  readonly values: readonly string[];
}

export interface DraftRow {
  readonly code: string;
  readonly line: number;
  readonly section: string | undefined;
  /** By field; only those of columns that are transcribed. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface DraftWords {
  /** Id of the provider, which says nothing in the id of a catalog. */
  readonly provider: string;
  /** Whether a field or a catalog of this name would be taken for something else. */
  isTaken(name: string): boolean;
}

/** Tables with the same headers are one catalog. */
export function draftCatalogs(tables: readonly Table[], words: DraftWords): DraftCatalog[] {
  const groups = groupBy(tables, ({ headers }) => JSON.stringify(headers));
  const ids = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    // What tells codes need not stand in each part of a table.
    const codeIndex = group.map(codeIndexOf).find((index) => index !== -1);
    if (codeIndex === undefined) return [];
    const catalog = draftCatalog(group, codeIndex, words);
    if (catalog.rows.length === 0) return [];
    const own = catalog.id !== NO_ID && words.isTaken(catalog.id) ? `${catalog.id}-codes` : catalog.id;
    let id = own;
    for (let number = 2; ids.has(id); number += 1) id = `${own}-${number}`;
    ids.add(id);
    return { ...catalog, id };
  });
}

function draftCatalog(
  group: readonly [Table, ...Table[]],
  codeIndex: number,
  { provider, isTaken }: DraftWords,
): DraftCatalog {
  const [first] = group;
  const printed = group.flatMap((table) =>
    table.rows.map((row) => ({ row, heading: table.headings.findLast(({ id }) => id !== '') })),
  );
  // Long tables have their headers again.
  const coded = printed.filter(({ row }) => !['', first.headers[codeIndex]].includes(codeOf(row, codeIndex)));
  const columns = draftColumns(
    first.headers,
    codeIndex,
    coded.map(({ row }) => row),
    isTaken,
  );
  const sections = firstOfEach(
    coded.flatMap(({ heading }) => heading ?? []),
    ({ id }) => id,
  );
  const isDivided = sections.length > 1 && coded.every(({ heading }) => heading !== undefined);
  const all = coded.map(
    ({ row, heading }): DraftRow => ({
      code: codeOf(row, codeIndex),
      line: row.line,
      section: isDivided ? heading?.id : undefined,
      cells: new Map(
        columns.flatMap(({ field, type }, index) =>
          type === 'omitted' || type === 'code' ? [] : [[field, row.cells[index] ?? '']],
        ),
      ),
    }),
  );
  const fields = columns.map(({ field }) => field);
  const rows = firstOfEach(all, (row) => wordsOf(row, fields));
  const heading = isDivided ? first.headings.at(-2) : sections[0];
  return {
    id: idOf(heading, provider),
    title: heading?.title ?? 'Codes',
    codeType: rows.every(({ code }) => /^(?:0|[1-9]\d{0,14})$/.test(code)) ? 'integer' : 'string',
    key: keyOf(rows, columns),
    columns,
    sections: isDivided ? sections : [],
    rows,
    repeated: all.length - rows.length,
  };
}

/** The first column that is called so, or else the first that holds single words, each once. */
function codeIndexOf({ headers, rows }: Table): number {
  const hasCodes = (index: number) => rows.some((row) => codeOf(row, index) !== '');
  const named = headers.findIndex((header, index) => /\bcodes?\b/i.test(header) && hasCodes(index));
  if (named !== -1 || rows.length === 0) return named;
  return headers.findIndex((_, index) => {
    const codes = rows.map((row) => codeOf(row, index));
    return codes.every((code) => /^[\w.:-]+$/.test(code) && /\d/.test(code)) && new Set(codes).size === codes.length;
  });
}

function codeOf({ cells }: Row, index: number): string {
  return plain(cells[index] ?? '');
}

function draftColumns(
  headers: readonly string[],
  codeIndex: number,
  rows: readonly Row[],
  isTaken: (field: string) => boolean,
): DraftColumn[] {
  const fields = new Set(['code']);
  return headers.map((printed, index) => {
    const cells = rows.map((row) => row.cells[index] ?? '');
    const values = [...new Set(cells)];
    const header = printed === '' ? `Column ${index + 1}` : printed;
    const type = index === codeIndex ? 'code' : typeOf(cells, values);
    return { header, field: type === 'code' ? 'code' : fieldOf(header, index, fields, isTaken), type, values };
  });
}

function typeOf(cells: readonly string[], values: readonly string[]): DraftColumn['type'] {
  if (values.includes('')) return 'omitted';
  if (values.every((value) => /^(?:0|-?[1-9]\d{0,14})$/.test(value))) return 'integer';
  if (values.length <= 2 && values.every((value) => /^(?:yes|no|true|false)$/i.test(value))) return 'boolean';
  if (values.every((value) => /^(?:yes|no|maybe|sometimes|n\/a)$/i.test(value))) return 'enum';
  // A few short words that come again and again are a closed list.
  const isList = values.length <= 8 && values.length * 3 <= cells.length && values.every((value) => value.length <= 24);
  return isList ? 'enum' : 'string';
}

function fieldOf(header: string, index: number, fields: Set<string>, isTaken: (field: string) => boolean): string {
  const words = snakeCase(header.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, ' '));
  const isKey = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(words) && !NO_WORD.test(words);
  const base = isKey ? words : `column_${index + 1}`;
  const own = isTaken(base) ? `printed_${base}` : base;
  const field = fields.has(own) ? `${own}_${index + 1}` : own;
  fields.add(field);
  return field;
}

/** The code, and where that is not enough the columns that it takes to tell its rows apart. */
function keyOf(rows: readonly DraftRow[], columns: readonly DraftColumn[]): string[] {
  const isKey = (fields: readonly string[]) => new Set(rows.map((row) => wordsOf(row, fields))).size === rows.length;
  const fields = columns.filter(({ type }) => type !== 'omitted' && type !== 'code').map(({ field }) => field);
  const needed = fields.reduceRight((kept, field) => {
    const others = kept.filter((other) => other !== field);
    return isKey(others) ? others : kept;
  }, fields);
  return ['code', ...needed];
}

function wordsOf({ code, cells }: DraftRow, fields: readonly string[]): string {
  return JSON.stringify([code, ...fields.map((field) => cells.get(field))]);
}

/** The id where the heading tells none. Not `codes`: targets have a file of that name for each provider. */
export const NO_ID = 'message';

/** Files are called so. A number and `-codes` may come after it. */
const LONGEST_ID = 48;

/** Words that every such heading has say nothing. */
function idOf(heading: Heading | undefined, provider: string): string {
  const words = toKebab(heading?.title ?? '')
    .split('-')
    .filter((word) => word !== provider && !/^(?:codes?|errors?|tables?|lists?|of|the)$/.test(word));
  const id = words.join('-').slice(0, LONGEST_ID).replace(/-$/, '');
  return id === '' || NO_WORD.test(id) ? NO_ID : id;
}

/** The table of a catalog: its rows are the Registry's, and what a compiler is shown of very many. */
import type { Language } from '../../languages/language.ts';
import { linesOf } from '../../registry/plain.ts';
import { type Axis, type Catalog, type Entry, isLarge } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { differenceOf } from '../mismatch.ts';
import { type Plain, type Row, rowsOf } from './read-rows.ts';

export interface Table {
  readonly catalog: Catalog;
  readonly rows: readonly Row[];
  /** In what it differs from the catalog. */
  readonly difference: string | undefined;
  /** All that a row of the catalog may have. */
  readonly properties: ReadonlySet<string>;
}

/** The table of a file that holds one. */
export function tableOf(
  { text, holds, catalogs: [catalog], target: { language } }: RenderedFile,
  axes: readonly Axis[],
): Table | undefined {
  if (holds !== 'entries' || catalog === undefined) return undefined;
  const rows = rowsIn(text, catalog, language);
  const expected = catalog.entries.map((entry) => expectedRow(entry, axes, language));
  const difference = differenceOf(
    rows.map(({ value }) => value),
    expected,
  );
  return { catalog, rows, difference, properties: new Set(expected.flatMap((row) => Object.keys(row))) };
}

export function rowsIn(text: string, catalog: Catalog, language: Language): readonly Row[] {
  return rowsOf(text, memberOf(catalog, language));
}

function expectedRow(entry: Entry, axes: readonly Axis[], language: Language): Plain {
  const { classification, cells, line } = entry;
  return {
    ...identity(entry),
    line,
    ...named(cells, language),
    ...named(
      [...classification].map(([axis, { value }]) => [axis, value]),
      language,
    ),
    // With a taxonomy every row has it, so that nobody asks for a property that may be absent.
    ...(axes.length > 0 && { stated: linesOf(classification, 'statedOn') }),
  };
}

export function identity({ code, name, section }: Entry): Plain {
  return { code, name, ...(section !== undefined && { section }) };
}

export function named(values: Iterable<readonly [string, unknown]>, language: Language): Plain {
  return Object.fromEntries([...values].map(([name, value]) => [language.name('field', name), value]));
}

/** What nobody knows beforehand is known by its type. */
export function typesOf({ fields }: Catalog, language: Language): Plain {
  const texts = fields.filter(({ type }) => type === 'string').map(({ id }) => [id, { type: 'string' }] as const);
  return { line: { type: 'number' }, ...named(texts, language) };
}

/** The value of a member of the catalog's enums. That these have it is found where they are read back. */
function memberOf({ typeName, fields, entries }: Catalog, language: Language): (reference: string) => unknown {
  let values: ReadonlyMap<string, unknown> | undefined;
  const referenceTo = (enumName: string, name: string) =>
    language.memberOf?.(enumName, language.name('member', name)) ?? '';
  return (reference) => {
    values ??= new Map([
      ...entries.map(({ name, code }) => [referenceTo(`${typeName}Code`, name), code] as const),
      ...fields.flatMap(({ enumName = '', values: listed }) =>
        listed.map((value) => [referenceTo(enumName, value), value] as const),
      ),
    ]);
    return values.get(reference);
  };
}

/** The text of its file for a compiler. */
export function shownOf(text: string, table: Table | undefined): string {
  const isShort = table === undefined || table.difference !== undefined || !isLarge(table.catalog);
  return isShort ? text : shortened(text, table.rows, table.catalog);
}

/**
 * Without each row that has nothing which no row before it has: types of ten thousand rows take over ten seconds, and
 * say the same again and again. Rows of one shape differ in their literals alone, which have been compared; of what has few
 * values, each value is shown. Lines stay where they are, for messages.
 */
function shortened(text: string, rows: readonly Row[], { entries, fields }: Catalog): string {
  const columns = fields.filter(({ type }) => type === 'enum');
  const known = new Set<string>();
  let shown = '';
  let end = 0;
  for (const [index, row] of rows.entries()) {
    const entry = entries[index];
    const traits = [row.shape, ...(entry === undefined ? [] : fewValuesOf(entry, columns))];
    const isNew = traits.some((trait) => !known.has(trait));
    for (const trait of traits) known.add(trait);
    const own = text.slice(row.start, row.end);
    shown += text.slice(end, row.start) + (isNew ? own : own.replace(/.+/g, ''));
    end = row.end;
  }
  return shown + text.slice(end);
}

function fewValuesOf({ section = '', cells, classification }: Entry, columns: Catalog['fields']): string[] {
  return [
    `section ${section}`,
    ...columns.map(({ id }) => `${id} ${cells.get(id)}`),
    ...[...classification].map(([axis, { value }]) => `${axis} ${value}`),
  ];
}

/** The table of a catalog: its rows are the Registry's. */
import type { Language } from '../../languages/language.ts';
import { linesOf } from '../../registry/plain.ts';
import type { Axis, Catalog, Entry } from '../../registry/registry.ts';
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

/** What a compiler is shown of a file: of a table of very many rows what differs. */
import { type Catalog, type Entry, isLarge } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import type { Row } from './read-rows.ts';
import type { Table } from './table.ts';

export function shownOf(file: RenderedFile, tableOf: (file: RenderedFile) => Table | undefined): string {
  const table = file.catalogs.some(isLarge) ? tableOf(file) : undefined;
  return table === undefined || table.difference !== undefined
    ? file.text
    : shortened(file.text, table.rows, table.catalog);
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

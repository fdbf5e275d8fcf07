/** What of a document can stand in a spec; the rest a person has to settle. */
import { cellValue } from '../../registry/cell.ts';
import type { CatalogSpec, ColumnSpec } from '../../spec/spec.ts';
import type { ComparedRow } from '../compare.ts';
import { writtenCell } from '../printed.ts';

/** Why a row of the document cannot be written; `undefined` where it can. */
export function refusalOf(row: ComparedRow, { columns }: CatalogSpec): string | undefined {
  for (const column of columns) {
    const written = row.entry && writtenCell(row.entry, column.field.value);
    // Of a column that the document has no more, a row keeps its cell, and a new row has none.
    const printed = row.printed.cells.get(column.field.value) ?? written ?? '';
    if (printed !== written && !isWritable(printed, column)) {
      return printed === '' ? `column "${column.header}" is empty` : `column "${column.header}" cannot hold it`;
    }
  }
  return row.isSecond ? 'another row has its key; give `key` a column that tells them apart' : undefined;
}

function isWritable(printed: string, column: ColumnSpec): boolean {
  if (printed === '') return false;
  if (column.type === 'boolean') return twinOf(printed, column) !== undefined;
  return column.type !== 'integer' || cellValue({ value: Number(printed), source: printed }, column) !== undefined;
}

/** A printed value that differs from this one in its capitals alone. */
export function twinOf(printed: string, { values }: ColumnSpec): boolean | string | undefined {
  return [...values].find(([value]) => value.toLowerCase() === printed.toLowerCase())?.[1];
}

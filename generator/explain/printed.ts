/** The cells of a row as the document prints them. */
import type { Catalog, Entry } from '../registry/registry.ts';

export interface PrintedCell {
  readonly header: string;
  readonly printed: string;
}

export function printedCells({ section, cells }: Entry, { fields, sections }: Catalog): PrintedCell[] {
  const heading = sections.find(({ id }) => id === section);
  return [
    ...(heading === undefined ? [] : [{ header: 'Section', printed: heading.title }]),
    ...fields.flatMap(({ id, header, printed }) => {
      const value = cells.get(id);
      return value === undefined ? [] : [{ header, printed: printed?.get(value) ?? String(value) }];
    }),
  ];
}

/** The cells of a row as the document prints them. */
import { type Catalog, type Entry, printedIn } from '../registry/registry.ts';

export interface PrintedCell {
  readonly header: string;
  readonly printed: string;
}

export function printedCells(entry: Entry, { fields, sections }: Catalog): PrintedCell[] {
  const heading = sections.find(({ id }) => id === entry.section);
  return [
    ...(heading === undefined ? [] : [{ header: 'Section', printed: heading.title }]),
    ...fields.flatMap((field) => {
      const printed = printedIn(entry, field);
      return printed === undefined ? [] : [{ header: field.header, printed }];
    }),
  ];
}

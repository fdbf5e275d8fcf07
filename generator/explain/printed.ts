/** The cells of a row as the document prints them. */
import { type Catalog, type Entry, printedIn, sectionOf } from '../registry/registry.ts';

export interface PrintedCell {
  readonly header: string;
  readonly printed: string;
}

export function printedCells(entry: Entry, catalog: Catalog): PrintedCell[] {
  const section = sectionOf(entry, catalog);
  return [
    ...(section === undefined ? [] : [{ header: 'Section', printed: section.title }]),
    ...catalog.fields.flatMap((field) => {
      const printed = printedIn(entry, field);
      return printed === undefined ? [] : [{ header: field.header, printed }];
    }),
  ];
}

/** What a reader makes of a document: headings and tables in their order. Nothing here knows a provider. */

/** A heading, or whatever else divides a page. */
export interface Heading {
  /** The anchor in kebab-case; made from the title where none is printed. */
  readonly id: string;
  readonly title: string;
  /** From 1, in the document as received. */
  readonly line: number;
  /** 1 for the title of a page; greater further in. */
  readonly depth: number;
}

export interface Row {
  readonly line: number;
  /** As printed, with single blanks; as many as the table has headers. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly headers: readonly string[];
  readonly line: number;
  readonly rows: readonly Row[];
  /** The headings that it stands under, the outermost first. */
  readonly headings: readonly Heading[];
}

/** What readers yield, in the order of the document. */
export type Block =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'table'; readonly table: Omit<Table, 'headings'> }
  /** The rest of the page was not read. */
  | ({ readonly kind: 'stop' } & Stop);

/** Where a page gets what nobody writes, and what parsers take too long for. */
export interface Stop {
  readonly why: 'too-deep' | 'too-many-headings';
  readonly line: number;
}

/** Puts each table under its headings. */
export function tablesUnderHeadings(blocks: Iterable<Block>): Table[] {
  const tables: Table[] = [];
  let headings: readonly Heading[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') tables.push({ ...block.table, headings });
    if (block.kind === 'heading')
      headings = [...headings.filter(({ depth }) => depth < block.heading.depth), block.heading];
  }
  return tables;
}

/** Wider than any page; what stands further out is a mistake or an attack. */
export const MOST_COLUMNS = 64;

/** A table whose rows have a cell for each header. */
export function tableBlock(printed: readonly string[], line: number, rows: readonly Row[]): Block {
  const headers = printed.slice(0, MOST_COLUMNS);
  const fitted = rows.map((row) => ({ ...row, cells: headers.map((_, index) => row.cells[index] ?? '') }));
  return { kind: 'table', table: { headers, line, rows: fitted } };
}

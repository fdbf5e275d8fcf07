/** Tables that were flattened to lines of words: what a column holds must be known to tell where it ends. */
import { plain, tidy } from './cell.ts';
import { headingBlock } from './heading.ts';
import { type Block, type Row, tableBlock } from './table.ts';

/** How the lines of one table are to be read. */
export interface Layout {
  /** All headers as printed, in their order. */
  readonly headers: readonly string[];
  /** Of each: one word, text of any number of words, or nothing at all. */
  readonly columns: readonly ('word' | 'text' | 'none')[];
  /** What its rows may start with, to recognise a table whose headers have changed. */
  readonly codes: ReadonlySet<string>;
}

interface Line {
  readonly line: number;
  readonly text: string;
}

/** Only paragraphs that fit a layout; `isTaken` tells which lines belong to other tables. */
export function* readColumns(
  text: string,
  layouts: readonly Layout[],
  isTaken: (line: number) => boolean,
): Iterable<Block> {
  const lines = text
    .split('\n')
    .map((words, index) => ({ line: index + 1, text: isTaken(index + 1) ? '' : tidy(words) }));
  let last: Line | undefined;
  for (const paragraph of paragraphsOf(lines)) {
    const found = headedTable(paragraph, layouts) ?? tableOfKnownCodes(paragraph, layouts);
    if (found !== undefined) {
      if (found.title ?? last) yield titleOf(found.title ?? last);
      yield tableBlock(
        found.layout.headers,
        found.head.line,
        found.rows.map((row) => rowOf(row, found.layout)),
      );
    }
    // A line of its own above a table is its title; a sentence of a paragraph, or a row, is none.
    last = found === undefined && paragraph.length === 1 ? paragraph[0] : undefined;
  }
}

interface Found {
  readonly layout: Layout;
  readonly title: Line | undefined;
  readonly head: Line;
  readonly rows: readonly Line[];
}

function headedTable(paragraph: readonly Line[], layouts: readonly Layout[]): Found | undefined {
  for (const layout of layouts) {
    const heads = headLinesOf(layout);
    const index = paragraph.findIndex(({ text }) => heads.has(text.toLowerCase()));
    const head = paragraph[index];
    if (head !== undefined) return { layout, head, title: paragraph[index - 1], rows: paragraph.slice(index + 1) };
  }
  return undefined;
}

/** The headers of all columns, or of those that hold something. */
function headLinesOf({ headers, columns }: Layout): Set<string> {
  const filled = headers.filter((_, index) => columns[index] !== 'none');
  return new Set([headers, filled].map((list) => tidy(list.join(' ')).toLowerCase()));
}

/** At least half of the lines start with a known code; a first line that does not is the line of headers. */
function tableOfKnownCodes(paragraph: readonly Line[], layouts: readonly Layout[]): Found | undefined {
  const [first] = paragraph;
  if (first === undefined) return undefined;
  const knownIn = ({ codes }: Layout) => paragraph.filter(({ text }) => codes.has(wordsOf(text)[0] ?? '')).length;
  const [best] = [...layouts].sort((a, b) => knownIn(b) - knownIn(a));
  if (best === undefined || knownIn(best) * 2 < paragraph.length || knownIn(best) < 2) return undefined;
  const isHeaded = !best.codes.has(wordsOf(first.text)[0] ?? '');
  return { layout: best, head: first, title: undefined, rows: isHeaded ? paragraph.slice(1) : paragraph };
}

/** Words are given out from both ends; the one column of text has what is left. */
function rowOf({ line, text }: Line, { columns }: Layout): Row {
  const words = wordsOf(text);
  const middle = columns.indexOf('text');
  const before = columns.slice(0, middle === -1 ? columns.length : middle);
  const after = middle === -1 ? [] : columns.slice(middle + 1);
  const leading = before.map((column) => (column === 'none' ? '' : (words.shift() ?? '')));
  const trailing = after
    .map((column) => column)
    .reverse()
    .map((column) => (column === 'none' ? '' : (words.pop() ?? '')));
  const cells = [...leading, ...(middle === -1 ? [] : [words.join(' ')]), ...trailing.reverse()];
  return { line, cells };
}

function titleOf(line: Line | undefined): Block {
  return headingBlock(plain(line?.text ?? ''), 1, line?.line ?? 1);
}

function* paragraphsOf(lines: readonly Line[]): Iterable<Line[]> {
  let paragraph: Line[] = [];
  for (const line of [...lines, { line: 0, text: '' }]) {
    if (line.text !== '') paragraph.push(line);
    else if (paragraph.length > 0) {
      yield paragraph;
      paragraph = [];
    }
  }
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

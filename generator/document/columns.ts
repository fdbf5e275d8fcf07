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

/** Only paragraphs that fit a layout; lines that are taken belong to other tables. */
export function* readColumns(text: string, layouts: readonly Layout[], taken: ReadonlySet<number>): Iterable<Block> {
  const lines = text
    .split('\n')
    .map((words, index) => ({ line: index + 1, text: taken.has(index + 1) ? '' : tidy(words) }));
  let last: Line | undefined;
  for (const paragraph of paragraphsOf(lines)) {
    const found = headedTable(paragraph, layouts) ?? tableOfKnownCodes(paragraph, layouts);
    if (found !== undefined) {
      const title = found.title ?? last;
      if (title !== undefined) yield headingBlock(plain(title.text), 1, title.line);
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
  const fromLeft = (column: string) => (column === 'none' ? '' : (words.shift() ?? ''));
  const fromRight = (column: string) => (column === 'none' ? '' : (words.pop() ?? ''));
  const middle = columns.indexOf('text');
  if (middle === -1) return { line, cells: columns.map(fromLeft) };
  const leading = columns.slice(0, middle).map(fromLeft);
  const trailing = columns
    .slice(middle + 1)
    .reverse()
    .map(fromRight)
    .reverse();
  return { line, cells: [...leading, words.join(' '), ...trailing] };
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

/** Row and column spans become cells: whoever reads a row finds in it all that it says. */
import { MOST_COLUMNS } from './table.ts';

export interface SpannedRow {
  readonly line: number;
  readonly isHead: boolean;
  readonly cells: readonly SpannedCell[];
}

export interface SpannedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface GridRow {
  readonly line: number;
  readonly isHead: boolean;
  readonly cells: readonly string[];
  /** One cell over the whole width, which says something of the rows below it. */
  readonly isDivider: boolean;
}

export function expandSpans(rows: readonly SpannedRow[]): GridRow[] {
  const reaching: (Reaching | undefined)[] = [];
  const grid = rows.map((row) => ({ ...row, texts: textsOf(row.cells, reaching) }));
  const width = grid.reduce((most, { cells, texts }) => (cells.length > 1 ? Math.max(most, texts.length) : most), 0);
  return grid.map(({ line, isHead, cells: [first, ...others], texts }) => {
    const isWide = first !== undefined && others.length === 0 && first.columns > 1 && first.columns >= width;
    return { line, isHead, cells: texts, isDivider: isWide && texts.some((text) => text.trim() !== '') };
  });
}

/** What stands in a column of this row, and in how many rows from here on. */
type Reaching = Pick<SpannedCell, 'text' | 'rows'>;

/** `reaching` has, by column, the cells of rows above; those of this row join them. */
function textsOf(cells: readonly SpannedCell[], reaching: (Reaching | undefined)[]): string[] {
  const texts: string[] = [];
  const waiting = [...cells];
  for (let column = 0; column < MOST_COLUMNS && (waiting.length > 0 || column < reaching.length); column += 1) {
    if (reaching[column] === undefined) {
      const cell = waiting.shift();
      const end = Math.min(column + (cell?.columns ?? 0), MOST_COLUMNS);
      for (let covered = column; covered < end; covered += 1) reaching[covered] = cell;
    }
    const here = reaching[column];
    if (here === undefined) continue;
    texts[column] = here.text;
    reaching[column] = here.rows > 1 ? { text: here.text, rows: here.rows - 1 } : undefined;
  }
  return Array.from(texts, (text) => text ?? '');
}

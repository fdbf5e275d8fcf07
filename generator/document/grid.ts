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
  /** By column, a cell that reaches down from a row above, and how many rows further. */
  const reaching: ({ text: string; rows: number } | undefined)[] = [];
  const grid = rows.map(({ line, isHead, cells }) => {
    const texts: string[] = [];
    const waiting = [...cells];
    for (let column = 0; column < MOST_COLUMNS && (waiting.length > 0 || column < reaching.length); column += 1) {
      const above = reaching[column];
      if (above !== undefined) {
        texts[column] = above.text;
        reaching[column] = above.rows > 1 ? { ...above, rows: above.rows - 1 } : undefined;
        continue;
      }
      const cell = waiting.shift();
      if (cell === undefined) continue;
      const end = Math.min(column + cell.columns, MOST_COLUMNS);
      for (let covered = column; covered < end; covered += 1) {
        texts[covered] = cell.text;
        reaching[covered] = cell.rows > 1 ? { text: cell.text, rows: cell.rows - 1 } : undefined;
      }
      column = end - 1;
    }
    return {
      line,
      isHead,
      cells: Array.from(texts, (text) => text ?? ''),
      columns: cells[0]?.columns ?? 1,
      count: cells.length,
    };
  });
  const width = Math.max(0, ...grid.filter(({ count }) => count > 1).map(({ cells }) => cells.length));
  return grid.map(({ columns, count, ...row }) => ({
    ...row,
    isDivider: count === 1 && columns > 1 && columns >= width && row.cells.some((text) => text.trim() !== ''),
  }));
}

/** From an offset to the line and column that a person reads. */
import type { Span } from './diagnostic.ts';

/** Lines and columns count from 1; a column counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that can tell where an offset lies. Line ends are LF, CRLF or CR. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  }

  positionAt(offset: number): Position {
    const line = this.#lineIndexAt(Math.min(Math.max(offset, 0), this.#text.length));
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  offsetAt({ line, column }: Position): number {
    return (this.#starts[line - 1] ?? this.#text.length) + column - 1;
  }

  /** The text of a line, counted from 1, without its line end. */
  textOf(line: number): string {
    return this.#text.slice(this.#starts[line - 1], this.#starts[line]).replace(/\r?\n?$/, '');
  }

  #lineIndexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Finds the lines of a file that a diagnostic points into; `undefined` where there is no text to show. */
export type LinesOf = (path: string) => Lines | undefined;

/** Where a range begins and ends. */
export function rangeOf({ path, start, end }: Span, linesOf: LinesOf): { start: Position; end: Position } {
  const lines = linesOf(path) ?? new Lines('');
  return { start: lines.positionAt(start), end: lines.positionAt(Math.max(start, end)) };
}

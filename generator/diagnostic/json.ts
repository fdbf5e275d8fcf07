/** Diagnostics for programs: all of them, with lines and columns that count from 1. */
import type { Diagnostic, Span } from './diagnostic.ts';
import { type LinesOf, type Position, rangeOf } from './position.ts';

export function renderJson(diagnostics: readonly Diagnostic[], linesOf: LinesOf): string {
  const located = diagnostics.map(({ id, severity, at, message, hint, notes, diff }) => ({
    id,
    severity,
    at: place(at, linesOf),
    message,
    ...(hint !== undefined && { hint }),
    ...(diff !== undefined && { diff }),
    ...(notes !== undefined && {
      notes: notes.map((note) => ({ message: note.message, at: place(note.at, linesOf) })),
    }),
  }));
  return `${JSON.stringify({ diagnostics: located }, undefined, 2)}\n`;
}

function place(at: Span, linesOf: LinesOf): { path: string } & Position {
  return { path: at.path, ...rangeOf(at, linesOf).start };
}

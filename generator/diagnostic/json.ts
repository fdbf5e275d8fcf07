/** Diagnostics for programs: all of them, with lines and columns that count from 1. */
import type { Diagnostic, Span } from './diagnostic.ts';
import { Lines, type Position } from './position.ts';
import type { TextOf } from './text.ts';

export function renderJson(diagnostics: readonly Diagnostic[], textOf: TextOf): string {
  const located = diagnostics.map(({ id, severity, at, message, hint, notes, diff }) => ({
    id,
    severity,
    at: place(at, textOf),
    message,
    ...(hint !== undefined && { hint }),
    ...(diff !== undefined && { diff }),
    ...(notes !== undefined && { notes: notes.map((note) => ({ message: note.message, at: place(note.at, textOf) })) }),
  }));
  return `${JSON.stringify({ diagnostics: located }, undefined, 2)}\n`;
}

function place(at: Span, textOf: TextOf): { path: string } & Position {
  return { path: at.path, ...new Lines(textOf(at.path) ?? '').positionAt(at.start) };
}

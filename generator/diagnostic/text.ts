/** Diagnostics as a person reads them: what, where with a code frame, and what to do. */
import { createColors } from 'picocolors';
import type { Diagnostic, Span } from './diagnostic.ts';
import { type LinesOf, rangeOf } from './position.ts';
import { visible } from './quote.ts';

/** A screenful; the machine formats carry all of them. */
const MOST_SHOWN = 20;

/** Minified or pasted lines must not flood a terminal. */
const WIDEST_FRAME = 160;

export interface TextOptions {
  readonly color: boolean;
}

/** Colours text for a terminal, or leaves it as it is. */
export const painter = createColors;

export function renderText(diagnostics: readonly Diagnostic[], linesOf: LinesOf, { color }: TextOptions): string {
  const paint = createColors(color);
  const shown = diagnostics.slice(0, MOST_SHOWN).map((diagnostic) => {
    const { id, severity, message, at, hint, notes = [], diff } = diagnostic;
    const head = severity === 'error' ? paint.red(`error[${id}]`) : paint.yellow(`warning[${id}]`);
    return [
      `${head}${paint.bold(`: ${visible(message)}`)}`,
      `  ${paint.cyan(placeOf(at, linesOf))}`,
      ...(diff === undefined ? frameOf(at, linesOf) : indented(diff)).map((line) => paint.dim(line)),
      ...notes.map((note) => `  ${paint.cyan(placeOf(note.at, linesOf))}  ${visible(note.message)}`),
      ...(hint === undefined ? [] : [`  ${paint.green('hint:')} ${visible(hint)}`]),
      '',
    ].join('\n');
  });
  const hidden = diagnostics.length - shown.length;
  if (hidden > 0) shown.push(`… and ${hidden} more; --format json shows all\n`);
  return shown.join('\n');
}

/** `path:line:column`, or the path alone where there is no text to count in. */
function placeOf(at: Span, linesOf: LinesOf): string {
  if (linesOf(at.path) === undefined) return visible(at.path);
  const { line, column } = rangeOf(at, linesOf).start;
  return `${visible(at.path)}:${line}:${column}`;
}

function frameOf(at: Span, linesOf: LinesOf): string[] {
  const lines = linesOf(at.path);
  if (lines === undefined) return [];
  const { line, column } = lines.positionAt(at.start);
  const whole = lines.textOf(line);
  const source = whole.slice(0, WIDEST_FRAME);
  if (source.trim() === '' || column > WIDEST_FRAME) return [];

  const number = String(line).padStart(5);
  const marked = visibleLine(source.slice(column - 1, column - 1 + at.end - at.start));
  const indent = visibleLine(source.slice(0, column - 1)).replace(/[^\t]/g, ' ');
  const cut = whole.length > WIDEST_FRAME ? '…' : '';
  return [
    `${number} | ${visibleLine(source)}${cut}`,
    `${' '.repeat(number.length)} | ${indent}${'^'.repeat(Math.max(1, marked.length))}`,
  ];
}

function indented(diff: string): string[] {
  return diff.split('\n').map((line) => `    ${visibleLine(line)}`);
}

/** A tab stays a tab: the caret's line repeats it. */
function visibleLine(source: string): string {
  return source.split('\t').map(visible).join('\t');
}

/** What was said of an input, a line for each problem, once it is sure that it may be said so. */
import assert from 'node:assert/strict';
import { linesIn } from '../../generator/cli/report.ts';
import { type Diagnostic, inOrder } from '../../generator/diagnostic/diagnostic.ts';
import { Lines } from '../../generator/diagnostic/position.ts';
import { renderText } from '../../generator/diagnostic/text.ts';
import type { Source } from '../../generator/spec/yaml.ts';

/** Nothing that would break a line, move a cursor or hide what follows. */
const VISIBLE = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]+$/u;

/** Each problem has a place in a file that was given, and is told in one visible line. */
export function toldOf(diagnostics: readonly Diagnostic[], sources: readonly Source[]): string[] {
  const textByPath = new Map(sources.map(({ path, text }) => [path, text]));
  renderText(inOrder(diagnostics), linesIn(sources), { color: false });
  return inOrder(diagnostics).map(({ id, severity, at, message, hint, notes = [] }) => {
    for (const words of [message, ...(hint === undefined ? [] : [hint]), ...notes.map((note) => note.message)]) {
      assert.match(words, VISIBLE);
    }
    for (const { path, start, end } of [at, ...notes.map((note) => note.at)]) {
      const text = textByPath.get(path);
      assert.ok(text !== undefined, `${id} is told in ${JSON.stringify(path)}, which nobody gave`);
      assert.ok(
        0 <= start && start <= end && end <= text.length,
        `${id} is told at ${start} to ${end} of ${text.length}`,
      );
    }
    const { line, column } = new Lines(textByPath.get(at.path) ?? '').positionAt(at.start);
    return `${at.path}:${line}:${column} ${severity}[${id}] ${message}`;
  });
}

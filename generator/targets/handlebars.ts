/** The door to Handlebars: the text of a template in, its syntax tree out. `run-template.ts` is what runs it. */
import Handlebars from 'handlebars';
import { type Checked, type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { Lines } from '../diagnostic/position.ts';
import type { Source } from '../spec/yaml.ts';

export function parseTemplate(source: Source): Checked<hbs.AST.Program | undefined> {
  try {
    return { value: Handlebars.parse(source.text), diagnostics: [] };
  } catch (problem) {
    return { value: undefined, diagnostics: [syntaxError(problem as Error, source)] };
  }
}

/** Handlebars tells a syntax error in one of two ways: with line and column, or with `Parse error on line N` and a drawing. */
function syntaxError(problem: Error & { lineNumber?: number; column?: number }, { path, text }: Source): Diagnostic {
  const [first = '', ...rest] = problem.message.split('\n');
  const line = problem.lineNumber ?? Number(/on line (\d+)/.exec(first)?.[1] ?? 1);
  const start = new Lines(text).offsetAt({ line, column: (problem.column ?? 0) + 1 });
  const expected = rest.at(-1)?.replace(/'(?<token>[A-Z_]+)'/g, '$<token>');
  const message =
    rest.length > 0 ? `this is not Handlebars: ${(expected ?? '').slice(0, 120)}` : first.replace(/ - \d+:\d+$/, '');
  return error('template-syntax', { path, start, end: start + 1 }, message.charAt(0).toLowerCase() + message.slice(1), {
    hint: 'close every block, and every "{{" with "}}"',
  });
}

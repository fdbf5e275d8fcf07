/** The door to Handlebars: the text of a template in, its syntax tree out. `run-template.ts` is what runs it. */
import Handlebars from 'handlebars';
import { type Checked, type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { Lines } from '../diagnostic/position.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { once } from '../memory.ts';
import { findConflict } from '../spec/merge-conflict.ts';
import type { Source } from '../spec/yaml.ts';

/** The helpers of Handlebars itself that only lay out. Everything else is unknown to our templates. */
export const BLOCKS: readonly string[] = ['if', 'unless', 'each', 'with'];

export const parseTemplate = once(programOf);

function programOf(source: Source): Checked<hbs.AST.Program | undefined> {
  const conflict = findConflict(source.text, (start, end = start) => ({ path: source.path, start, end }));
  if (conflict !== undefined) return { value: undefined, diagnostics: [conflict] };
  try {
    return { value: Handlebars.parse(source.text), diagnostics: [] };
  } catch (problem) {
    return { value: undefined, diagnostics: [syntaxError(problem as Error, source)] };
  }
}

/** Handlebars tells a syntax error in one of two ways: with line and column, or with a line and a drawing. */
function syntaxError(problem: Error & { lineNumber?: number; column?: number }, { path, text }: Source): Diagnostic {
  const [first = '', drawn = '', pointer = '', expected = ''] = problem.message.split('\n');
  const line = problem.lineNumber ?? Number(/on line (\d+)/.exec(first)?.[1] ?? 1);
  const lines = new Lines(text);
  const tell = (start: number, length: number, message: string, hint: string) =>
    error('template-syntax', { path, start, end: start + length }, message, { hint });

  if (pointer === '') {
    const start = lines.offsetAt({ line, column: (problem.column ?? 0) + 1 });
    const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(first) ?? [];
    if (opened === undefined || closed === undefined) {
      const said = visible(first.replace(/ - [\d:]+$/, ''));
      return tell(start, 1, `this is not Handlebars: ${said}`, 'write it as Handlebars wants it');
    }
    return tell(start, opened.length, `block ${quote(opened)} is closed as ${quote(closed)}`, hintFor(opened, closed));
  }
  const opened = /OPEN_ENDBLOCK.* got 'EOF'/.test(expected) ? lastOpened(text) : undefined;
  if (opened !== undefined) {
    const { name, at, length } = opened;
    return tell(at, length, `block ${quote(name)} is not closed`, `write "{{/${name}}}" at its end`);
  }
  const start = placeOf(drawn, pointer, text) ?? lines.offsetAt({ line, column: 1 });
  const [found = ''] = /^(?:[\w.]+|\{\{[#/!>]?|\}\}|\S)?/.exec(text.slice(start)) ?? [];
  const what = found === '' ? 'a line that ends' : quote(found);
  return tell(start, found.length, `this is not Handlebars: ${what} is not expected here`, HINT);
}

const HINT = 'close every block, every quote, and every "{{" with "}}"';

/** How much Handlebars draws before a place, and how much after it; line ends are left out. */
const DRAWN = 20;

/** Where in the text the drawing's pointer points; `undefined` where that cannot be told. */
function placeOf(drawn: string, pointer: string, text: string): number | undefined {
  const before = drawn.slice(0, pointer.length - 1);
  const after = drawn.slice(pointer.length - 1);
  for (let place = 0; place <= text.length; place += 1) {
    const past = text.slice(Math.max(0, place - DRAWN), place).replaceAll('\n', '');
    const next = text.slice(place, place + DRAWN).replaceAll('\n', '');
    if (before === (place > DRAWN ? `...${past}` : past) && after.startsWith(next)) return place;
  }
  return undefined;
}

/** The last block that is opened and not closed. */
function lastOpened(text: string): { readonly name: string; readonly at: number; readonly length: number } | undefined {
  const open: { name: string; at: number; length: number }[] = [];
  for (const { 0: tag, 1: sign, 2: name = '', index } of text.matchAll(/\{\{~?([#/])\s*([\w.]+)/g)) {
    if (sign === '#') open.push({ name, at: index, length: tag.length });
    else open.pop();
  }
  return open.at(-1);
}

/** Which of the two is the slip of the pen. */
function hintFor(opened: string, closed: string): string {
  return BLOCKS.includes(closed) && !BLOCKS.includes(opened) ? `write "{{#${closed}"` : `write "{{/${opened}}}"`;
}

/**
 * Runs a checked template over a view, straight from its syntax tree. What the check lets through is so little (paths,
 * encoders, four blocks, partials) that walking the tree is shorter than Handlebars' compiler is to load, an eighth of
 * its time on one view, and turns no text into code. What it prints is what Handlebars prints; a property test says so.
 */
import { type Encode, Refused } from '../languages/language.ts';
import { wordsOf } from './template-scope.ts';

/** What the whole of a run has in common. */
export interface RunContext {
  readonly encoders: Readonly<Record<string, Encode>>;
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
  /** Told of each text that the language cannot hold. */
  refuse(refusal: Refusal): void;
}

/** A text that the language cannot hold, and where it was to be printed. */
export interface Refusal {
  readonly refused: Refused;
  readonly file: string;
  readonly location: hbs.AST.SourceLocation;
  /** The views that it stands under, from the innermost outwards. */
  readonly views: readonly unknown[];
}

/** Where a run is: in which file, under which view, at which item of the innermost list. */
interface Frame {
  readonly file: string;
  view: unknown;
  /** What `../` names. No partial looks beyond its own view; the check has seen to it. */
  readonly outer?: Frame;
  readonly loop?: { first: boolean; last: boolean };
}

export class TemplateRun {
  readonly #context: RunContext;

  constructor(context: RunContext) {
    this.#context = context;
  }

  of(program: hbs.AST.Program, file: string, view: unknown): string {
    return this.#program(program, { file, view });
  }

  #program(program: hbs.AST.Program | undefined, frame: Frame): string {
    let printed = '';
    for (const statement of program?.body ?? []) printed += this.#statement(statement, frame);
    return printed;
  }

  #statement(statement: hbs.AST.Statement, frame: Frame): string {
    switch (statement.type) {
      case 'ContentStatement':
        return (statement as hbs.AST.ContentStatement).value;
      case 'MustacheStatement':
        return this.#value(statement as hbs.AST.MustacheStatement, frame);
      case 'BlockStatement':
        return this.#block(statement as hbs.AST.BlockStatement, frame);
      case 'PartialStatement':
        return this.#partial(statement as hbs.AST.PartialStatement, frame);
      default:
        return '';
    }
  }

  #value({ path, params: [value], loc }: hbs.AST.MustacheStatement, frame: Frame): string {
    const encode = value && this.#context.encoders[wordsOf(path)];
    const printed = encode ? encode(valueAt(value, frame) as string) : (valueAt(path, frame) as string | Refused);
    if (!(printed instanceof Refused)) return printed;
    this.#context.refuse({ refused: printed, file: frame.file, location: loc, views: viewsOf(frame) });
    return '';
  }

  #block({ path, params: [subject], program, inverse }: hbs.AST.BlockStatement, frame: Frame): string {
    const value = subject && valueAt(subject, frame);
    const isThere = Array.isArray(value) ? value.length > 0 : Boolean(value);
    const block = wordsOf(path);
    if (isThere === (block === 'unless')) return this.#program(inverse, frame);
    if (block === 'each') return this.#each(program, value as readonly unknown[], frame);
    return this.#program(program, block === 'with' ? { ...frame, view: value, outer: frame } : frame);
  }

  /** One frame goes from item to item: a new one for each was a fifth of what a long table allocated. */
  #each(program: hbs.AST.Program, items: readonly unknown[], outer: Frame): string {
    const loop = { first: true, last: false };
    const frame: Frame = { file: outer.file, view: undefined, outer, loop };
    let printed = '';
    for (let index = 0; index < items.length; index += 1) {
      frame.view = items[index];
      loop.first = index === 0;
      loop.last = index === items.length - 1;
      printed += this.#program(program, frame);
    }
    return printed;
  }

  /** A partial that stands alone on its line is indented as that is. */
  #partial({ name: path, params: [subject], indent }: hbs.AST.PartialStatement, frame: Frame): string {
    const name = wordsOf(path);
    const view = subject ? valueAt(subject, frame) : frame.view;
    const printed = this.#program(this.#context.partials.get(name), {
      ...frame,
      file: `_${name}.hbs`,
      view,
      outer: frame,
    });
    return indent && printed ? indent + printed.replace(/\n(?!$)/g, `\n${indent}`) : printed;
  }
}

/** The check has seen that every part of the path is a field of a view of ours. */
function valueAt(expression: hbs.AST.Expression, frame: Frame): unknown {
  const { data, depth, parts } = expression as hbs.AST.PathExpression;
  if (data) return frame.loop?.[parts[0] as 'first' | 'last'];
  let at: Frame | undefined = frame;
  for (let level = 0; level < depth; level++) at = at?.outer;
  let value: unknown = at?.view;
  for (const part of parts) value = (value as Record<string, unknown>)[part as string];
  return value;
}

function viewsOf(frame: Frame | undefined): unknown[] {
  return frame === undefined ? [] : [frame.view, ...viewsOf(frame.outer)];
}

/** Where the check of a template is: in which file, under which views, and what may be named there. */
import { type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Shape } from './shape.ts';

type Node = hbs.AST.Node;
type Expression = hbs.AST.Expression;

/** What the whole of a target's templates have in common. */
export interface TemplateContext {
  readonly encoders: readonly string[];
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
  /** The partials that some template includes. */
  readonly included: Set<string>;
  spanOf(file: string, location: hbs.AST.SourceLocation): Span;
}

export class Scope {
  readonly context: TemplateContext;
  readonly file: string;
  /** From the innermost outwards. */
  readonly #views: readonly Shape[];
  readonly #isInList: boolean;
  /** The partials it came through. */
  readonly #through: readonly string[];

  constructor(
    context: TemplateContext,
    file: string,
    views: readonly Shape[],
    isInList = false,
    through: readonly string[] = [],
  ) {
    this.context = context;
    this.file = file;
    this.#views = views;
    this.#isInList = isInList;
    this.#through = through;
  }

  get view(): Shape | undefined {
    return this.#views[0];
  }

  problem(id: string, { loc }: Node, message: string, hint: string): Diagnostic {
    return error(id, this.context.spanOf(this.file, loc), message, { hint });
  }

  /** What stands at a path; says so and returns nothing where the view has no such field. */
  *shapeAt(expression: Expression): Generator<Diagnostic, Shape | undefined> {
    if (this.#isInList && isLoopWord(expression)) return { kind: 'flag', doc: '' };
    if (!isPath(expression) || expression.data) {
      yield this.problem(
        'template-path',
        expression,
        `${quote(wordsOf(expression))} is not a field of the view`,
        'name a field',
      );
      return undefined;
    }
    let shape = this.#views[expression.depth];
    if (shape === undefined) {
      yield this.problem(
        'template-path',
        expression,
        `${quote(expression.original)} goes above the view`,
        'use fewer "../"',
      );
      return undefined;
    }
    for (const part of expression.parts.map(String)) {
      const fields: Readonly<Record<string, Shape>> = shape.kind === 'object' ? shape.fields : {};
      const next: Shape | undefined = Object.hasOwn(fields, part) ? fields[part] : undefined;
      if (next === undefined) {
        const hint = suggest(part, Object.keys(fields));
        yield this.problem('template-path', expression, `the view has no field ${quote(part)} here`, hint);
        return undefined;
      }
      shape = next;
    }
    return shape;
  }

  /** The scope inside a block. `#if` and `#unless` keep the view, `#each` and `#with` put another one before it. */
  inside(block: string, subject: Expression, shape: Shape): Scope {
    const [view, ...outer] = this.#views;
    if (block === 'each' && shape.kind === 'list') return this.#with([shape.item, ...this.#views], true);
    if (block === 'with') return this.#with([present(shape), ...this.#views]);
    if (block === 'if' && view !== undefined) return this.#with([knownPresent(view, subject), ...outer]);
    return this;
  }

  /** The scope inside a partial, which sees its own view alone; `undefined` where it would include itself. */
  insidePartial(name: string, view: Shape): Scope | undefined {
    if (this.#through.includes(name)) return undefined;
    return new Scope(this.context, `_${name}.hbs`, [view], this.#isInList, [...this.#through, name]);
  }

  #with(views: readonly Shape[], isInList = this.#isInList): Scope {
    return new Scope(this.context, this.file, views, isInList, this.#through);
  }
}

export function wordsOf(expression: Expression): string {
  if (isPath(expression)) return expression.original;
  return String((expression as { original?: unknown }).original ?? expression.type);
}

/** `@first` and `@last`, for what stands between the items of a list. */
function isLoopWord(expression: Expression): boolean {
  return isPath(expression) && expression.data && ['first', 'last'].includes(String(expression.parts[0]));
}

function isPath(expression: Expression): expression is hbs.AST.PathExpression {
  return expression.type === 'PathExpression';
}

/** Inside `{{#if field}}` the field is there. */
function knownPresent(view: Shape, subject: Expression): Shape {
  if (view.kind !== 'object' || !isPath(subject) || subject.depth > 0 || subject.parts.length !== 1) return view;
  const name = String(subject.parts[0]);
  const field = view.fields[name];
  return field === undefined ? view : { ...view, fields: { ...view.fields, [name]: present(field) } };
}

function present(shape: Shape): Shape {
  const { optional: _, ...rest } = shape;
  return rest;
}

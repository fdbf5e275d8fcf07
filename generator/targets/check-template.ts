/**
 * Walks a template's syntax tree beside the shape of its view: every path is there, every value is encoded, every
 * helper and partial is known. So a template that passes cannot print a missing or a raw value, whatever the data.
 */
import { type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Shape } from './shape.ts';

export interface TemplateContext {
  readonly encoders: readonly string[];
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
  spanOf(file: string, location: hbs.AST.SourceLocation): Span;
}

interface Named {
  readonly name: string;
  readonly program: hbs.AST.Program;
}

/** Where the walk is: the file, the views from the innermost outwards, and the partials it came through. */
interface Scope {
  readonly file: string;
  readonly views: readonly [Shape, ...Shape[]];
  readonly isInList: boolean;
  readonly through: readonly string[];
}

export function checkTemplate({ name, program }: Named, shape: Shape, context: TemplateContext): Diagnostic[] {
  return [...walk(program, { file: name, views: [shape], isInList: false, through: [] }, context)];
}

function* walk({ body }: hbs.AST.Program, scope: Scope, context: TemplateContext): Iterable<Diagnostic> {
  for (const statement of body) {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        yield* printed(statement as hbs.AST.MustacheStatement, scope, context);
        break;
      case 'BlockStatement':
        yield* block(statement as hbs.AST.BlockStatement, scope, context);
        break;
      case 'PartialStatement':
        yield* partial(statement as hbs.AST.PartialStatement, scope, context);
        break;
      default:
        yield problem(
          'template-feature',
          statement,
          `${quote(statement.type)} is not used in templates`,
          'use loops, presence tests, partials and encoders',
          scope,
          context,
        );
    }
  }
}

/** `{{encoder path}}`, or `{{path}}` of what is already source text. */
function* printed(statement: hbs.AST.MustacheStatement, scope: Scope, context: TemplateContext): Iterable<Diagnostic> {
  const { path, params, hash } = statement;
  if (params.length === 0) {
    const shape = yield* shapeAt(path, scope, context);
    if (shape === undefined || (shape.kind === 'code' && !shape.optional)) return;
    if (shape.optional)
      yield problem(
        'template-optional',
        path,
        `${quote(wordsOf(path))} may be absent`,
        'ask with {{#if}} or {{#with}} first',
        scope,
        context,
      );
    else
      yield problem(
        'template-unencoded',
        path,
        `${quote(wordsOf(path))} is printed without an encoder`,
        shape.kind === 'text'
          ? `write {{${context.encoders[0] ?? 'encoder'} ${wordsOf(path)}}}; encoders: ${context.encoders.join(', ')}`
          : `print one of its fields; it is a ${shape.kind}`,
        scope,
        context,
      );
    return;
  }
  const helper = wordsOf(path);
  if (!context.encoders.includes(helper)) {
    yield problem(
      'template-helper',
      path,
      `unknown helper ${quote(helper)}`,
      suggest(helper, context.encoders),
      scope,
      context,
    );
    return;
  }
  const [value] = params;
  if (params.length !== 1 || hash !== undefined || value === undefined) {
    yield problem(
      'template-helper',
      statement,
      `encoder ${quote(helper)} takes one value`,
      'give it one field of the view',
      scope,
      context,
    );
    return;
  }
  const shape = yield* shapeAt(value, scope, context);
  if (shape === undefined) return;
  if (shape.kind !== 'text')
    yield problem(
      'template-unencoded',
      value,
      `${quote(wordsOf(value))} is a ${shape.kind}, and only text is encoded`,
      shape.kind === 'code' ? `print it as {{${wordsOf(value)}}}` : 'encode one of its fields',
      scope,
      context,
    );
  else if (shape.optional)
    yield problem(
      'template-optional',
      value,
      `${quote(wordsOf(value))} may be absent`,
      'ask with {{#if}} or {{#with}} first',
      scope,
      context,
    );
}

function* block(statement: hbs.AST.BlockStatement, scope: Scope, context: TemplateContext): Iterable<Diagnostic> {
  const helper = wordsOf(statement.path);
  const [subject] = statement.params;
  if (
    !['if', 'unless', 'each', 'with'].includes(helper) ||
    subject === undefined ||
    statement.params.length !== 1 ||
    statement.hash !== undefined
  ) {
    yield problem(
      'template-helper',
      statement.path,
      `unknown block ${quote(helper)}`,
      suggest(helper, ['if', 'unless', 'each', 'with']),
      scope,
      context,
    );
    return;
  }
  const shape =
    isLoopWord(subject) && scope.isInList
      ? ({ kind: 'flag', doc: '' } as const)
      : yield* shapeAt(subject, scope, context);
  if (shape === undefined) return;
  if (helper === 'each' && shape.kind !== 'list')
    yield problem(
      'template-each',
      subject,
      `${quote(wordsOf(subject))} is a ${shape.kind}, not a list`,
      'loop over a list of the view',
      scope,
      context,
    );
  const inner = innerScope(helper, subject, shape, scope);
  if (statement.program !== undefined) yield* walk(statement.program, inner, context);
  if (statement.inverse !== undefined) yield* walk(statement.inverse, scope, context);
}

function innerScope(helper: string, subject: hbs.AST.Expression, shape: Shape, scope: Scope): Scope {
  if (helper === 'each' && shape.kind === 'list')
    return { ...scope, views: [shape.item, ...scope.views], isInList: true };
  if (helper === 'with')
    return { ...scope, views: [{ ...shape, optional: undefined } as unknown as Shape, ...scope.views] };
  if (helper === 'if')
    return { ...scope, views: [present(scope.views[0], subject), ...scope.views.slice(1)] as [Shape, ...Shape[]] };
  return scope;
}

/** Inside `{{#if field}}` the field is there. */
function present(view: Shape, subject: hbs.AST.Expression): Shape {
  if (view.kind !== 'object' || !isPath(subject) || subject.depth > 0 || subject.parts.length !== 1) return view;
  const name = String(subject.parts[0]);
  const field = view.fields[name];
  return field === undefined
    ? view
    : { ...view, fields: { ...view.fields, [name]: { ...field, optional: undefined } as unknown as Shape } };
}

function* partial(statement: hbs.AST.PartialStatement, scope: Scope, context: TemplateContext): Iterable<Diagnostic> {
  const name = isPath(statement.name) ? statement.name.original : '';
  const program = context.partials.get(name);
  const [subject] = statement.params;
  if (program === undefined) {
    yield problem(
      'template-partial',
      statement.name,
      `there is no partial ${quote(name)}`,
      suggest(name, context.partials.keys()),
      scope,
      context,
    );
  } else if (scope.through.includes(name)) {
    yield problem(
      'template-recursion',
      statement.name,
      `partial ${quote(name)} includes itself`,
      'use a loop',
      scope,
      context,
    );
  } else {
    const view = subject === undefined ? scope.views[0] : yield* shapeAt(subject, scope, context);
    if (view !== undefined)
      yield* walk(program, { ...scope, file: name, views: [view], through: [...scope.through, name] }, context);
  }
}

/** What stands at a path; says so and returns nothing where the view has no such field. */
function* shapeAt(
  expression: hbs.AST.Expression,
  scope: Scope,
  context: TemplateContext,
): Generator<Diagnostic, Shape | undefined> {
  if (!isPath(expression) || expression.data) {
    yield problem(
      'template-path',
      expression,
      `${quote(wordsOf(expression))} is not a field of the view`,
      'name a field',
      scope,
      context,
    );
    return undefined;
  }
  let shape: Shape | undefined = scope.views[expression.depth];
  if (shape === undefined) {
    yield problem(
      'template-path',
      expression,
      `${quote(expression.original)} goes above the view`,
      'use fewer "../"',
      scope,
      context,
    );
    return undefined;
  }
  for (const part of expression.parts.map(String)) {
    const fields: Readonly<Record<string, Shape>> = shape.kind === 'object' ? shape.fields : {};
    const next: Shape | undefined = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (next === undefined) {
      yield problem(
        'template-path',
        expression,
        `the view has no field ${quote(part)} here`,
        suggest(part, Object.keys(fields)),
        scope,
        context,
      );
      return undefined;
    }
    shape = next;
  }
  return shape;
}

function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === 'PathExpression';
}

/** `@first` and `@last`, for what stands between the items of a list. */
function isLoopWord(expression: hbs.AST.Expression): boolean {
  return isPath(expression) && expression.data && ['first', 'last'].includes(String(expression.parts[0]));
}

function wordsOf(expression: hbs.AST.Expression): string {
  if (isPath(expression)) return expression.original;
  return String((expression as { original?: unknown }).original ?? expression.type);
}

function problem(
  id: string,
  { loc }: hbs.AST.Node,
  message: string,
  hint: string,
  { file }: Scope,
  { spanOf }: TemplateContext,
): Diagnostic {
  return error(id, spanOf(file, loc), message, { hint });
}

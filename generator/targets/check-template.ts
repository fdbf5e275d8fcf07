/**
 * Walks a template's syntax tree beside the shape of its view: every path is there, every value is encoded, every
 * helper and partial is known. So a template that passes cannot print a missing or a raw value, whatever the data.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { BLOCKS } from './handlebars.ts';
import type { Shape } from './shape.ts';
import { Scope, type TemplateContext, wordsOf } from './template-scope.ts';

const ASK_FIRST = 'ask with {{#if}} or {{#with}} first';

interface Named {
  readonly name: string;
  readonly program: hbs.AST.Program;
}

export function checkTemplate({ name, program }: Named, shape: Shape, context: TemplateContext): Diagnostic[] {
  return [...walk(program, new Scope(context, name, [shape]))];
}

function* walk({ body }: hbs.AST.Program, scope: Scope): Iterable<Diagnostic> {
  for (const statement of body) {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        yield* printed(statement as hbs.AST.MustacheStatement, scope);
        break;
      case 'BlockStatement':
        yield* block(statement as hbs.AST.BlockStatement, scope);
        break;
      case 'PartialStatement':
        yield* partial(statement as hbs.AST.PartialStatement, scope);
        break;
      default: {
        const message = `${quote(statement.type)} is not used in templates`;
        yield scope.problem('template-feature', statement, message, 'use loops, presence tests, partials and encoders');
      }
    }
  }
}

/** `{{path}}` of what is already source text, or `{{encoder path}}`. */
function* printed(statement: hbs.AST.MustacheStatement, scope: Scope): Iterable<Diagnostic> {
  if (statement.params.length === 0) yield* printedAsItIs(statement.path, scope);
  else yield* encoded(statement, scope);
}

function* printedAsItIs(path: hbs.AST.Expression, scope: Scope): Iterable<Diagnostic> {
  const shape = yield* scope.shapeAt(path);
  if (shape === undefined) return;
  const words = wordsOf(path);
  const { encoders } = scope.context;
  if (shape.optional) {
    yield scope.problem('template-optional', path, `${quote(words)} may be absent`, ASK_FIRST);
  } else if (!isReady(shape)) {
    const hint =
      shape.kind === 'text'
        ? `write {{${encoders[0] ?? 'encoder'} ${words}}}; encoders: ${encoders.join(', ')}`
        : `print one of its fields; it is a ${shape.kind}`;
    yield scope.problem('template-unencoded', path, `${quote(words)} is printed without an encoder`, hint);
  }
}

function* encoded(statement: hbs.AST.MustacheStatement, scope: Scope): Iterable<Diagnostic> {
  const { path, params, hash } = statement;
  const helper = wordsOf(path);
  const { encoders } = scope.context;
  if (!encoders.includes(helper)) {
    yield scope.problem('template-helper', path, `unknown helper ${quote(helper)}`, suggest(helper, encoders));
    return;
  }
  const [value] = params;
  if (params.length !== 1 || hash !== undefined || value === undefined) {
    const message = `encoder ${quote(helper)} takes one value`;
    yield scope.problem('template-helper', statement, message, 'give it one field of the view');
    return;
  }
  const shape = yield* scope.shapeAt(value);
  if (shape === undefined) return;
  const words = wordsOf(value);
  if (shape.kind !== 'text') {
    const hint = isReady(shape) ? `print it as {{${words}}}` : 'encode one of its fields';
    yield scope.problem(
      'template-unencoded',
      value,
      `${quote(words)} is a ${shape.kind}, and only text is encoded`,
      hint,
    );
  } else if (shape.optional) {
    yield scope.problem('template-optional', value, `${quote(words)} may be absent`, ASK_FIRST);
  }
}

function* block(statement: hbs.AST.BlockStatement, scope: Scope): Iterable<Diagnostic> {
  const { path, params, hash, program, inverse } = statement;
  const helper = wordsOf(path);
  const [subject] = params;
  if (!BLOCKS.includes(helper) || subject === undefined || params.length !== 1 || hash !== undefined) {
    yield scope.problem('template-helper', path, `unknown block ${quote(helper)}`, suggest(helper, BLOCKS));
    return;
  }
  const shape = yield* scope.shapeAt(subject);
  if (shape === undefined) return;
  if (helper === 'each' && shape.kind !== 'list') {
    const message = `${quote(wordsOf(subject))} is a ${shape.kind}, not a list`;
    yield scope.problem('template-each', subject, message, 'loop over a list of the view');
  }
  if (program !== undefined) yield* walk(program, scope.inside(helper, subject, shape));
  if (inverse !== undefined) yield* walk(inverse, scope);
}

function* partial({ name: path, params }: hbs.AST.PartialStatement, scope: Scope): Iterable<Diagnostic> {
  const name = wordsOf(path);
  const { partials, included } = scope.context;
  included.add(name);
  const program = partials.get(name);
  if (program === undefined) {
    yield scope.problem('template-partial', path, `there is no partial ${quote(name)}`, suggest(name, partials.keys()));
    return;
  }
  const [subject] = params;
  const view = subject === undefined ? scope.view : yield* scope.shapeAt(subject);
  if (view === undefined) return;
  const inner = scope.insidePartial(name, view);
  if (inner === undefined)
    yield scope.problem('template-recursion', path, `partial ${quote(name)} includes itself`, 'use a loop');
  else yield* walk(program, inner);
}

/** Whether it is source text already. */
function isReady({ kind }: Shape): boolean {
  return kind === 'code' || kind === 'literal';
}

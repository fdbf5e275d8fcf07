/** The door to Handlebars: template text in, a checked function from view to text out. */
import Handlebars from 'handlebars';
import { type Checked, type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { Lines } from '../diagnostic/position.ts';
import { quote } from '../diagnostic/quote.ts';
import { type Language, PrintedRefusal, Refused } from '../languages/language.ts';
import type { Source } from '../spec/yaml.ts';
import { BLOCKS, checkTemplate } from './check-template.ts';
import type { Shape } from './shape.ts';

export type Template = (view: unknown) => string;

/** Prints what is source text already. Templates cannot name it: it is put into their syntax trees. */
const READY = ' ready';

/** Where in the specs stands what a part of a view is about. */
export type OriginOf = (part: unknown) => Span | undefined;

/** What Handlebars hands to a helper besides its values. */
interface Call {
  readonly loc: hbs.AST.SourceLocation;
  readonly data: { readonly origin?: Span };
}

/** Prototype members are no fields of a view. */
const RUNTIME = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** The templates of one target, which share their partials (the files whose names start with `_`). */
export class Templates {
  readonly #language: Language;
  readonly #originOf: OriginOf;
  readonly #programs = new Map<string, hbs.AST.Program>();
  readonly #partials = new Map<string, hbs.AST.Program>();
  readonly #sources = new Map<string, Source>();
  readonly #environment = Handlebars.create();
  /** Made only where the language refuses a text: it is slower, and knows where it is. */
  #tracing: typeof Handlebars | undefined;
  /** What is wrong with the templates, then what the language refused while they ran. */
  readonly diagnostics: Diagnostic[] = [];

  constructor(sources: ReadonlyMap<string, Source>, language: Language, originOf: OriginOf) {
    this.#language = language;
    this.#originOf = originOf;
    for (const [name, source] of sources) this.#parse(name, source);
    keepBlocks(this.#environment);
    for (const [name, encode] of Object.entries(language.encoders)) {
      // A refusal becomes text as every value does, by `toString`, which throws.
      this.#environment.registerHelper(name, (value: string) => String(encode(value)));
    }
    for (const [name, program] of this.#partials) {
      // As a function, because Handlebars takes no syntax tree for a partial.
      this.#environment.registerPartial(name, this.#compiled(program, this.#environment));
    }
  }

  /** The template of a file, checked against the shape of its view. Problems come back as diagnostics. */
  compile(name: string, shape: Shape): Checked<Template | undefined> {
    const program = this.#programs.get(name);
    if (program === undefined) return { value: undefined, diagnostics: [] };

    const diagnostics = checkTemplate({ name, program }, shape, {
      encoders: Object.keys(this.#language.encoders),
      partials: this.#partials,
      spanOf: (file, location) => this.#spanOf(file, location),
    });
    if (diagnostics.length > 0) return { value: undefined, diagnostics };
    const run = this.#compiled(program, this.#environment);
    const { layout = (text: string) => text } = this.#language;
    return { value: (view) => layout(this.#run(run, name, view)), diagnostics };
  }

  #run(run: Handlebars.TemplateDelegate, name: string, view: unknown): string {
    try {
      return run(view, RUNTIME);
    } catch (problem) {
      if (!(problem instanceof PrintedRefusal)) throw problem;
      this.#tracing ??= this.#tracingEnvironment();
      return this.#compiled(traced(this.#sources.get(name)?.text ?? '', name), this.#tracing)(view, RUNTIME);
    }
  }

  /** A template is checked against its view's shape, so nothing that it names can be missing or unencoded. */
  #compiled(program: hbs.AST.Program, environment: typeof Handlebars): Handlebars.TemplateDelegate {
    const helpers = [READY, ...BLOCKS, ...Object.keys(this.#language.encoders)];
    return environment.compile(program, {
      noEscape: true,
      knownHelpers: Object.fromEntries(helpers.map((helper) => [helper, true])),
      knownHelpersOnly: true,
    });
  }

  /** Every value goes through a helper that is told the file, and every loop remembers the row of the specs it is at. */
  #tracingEnvironment(): typeof Handlebars {
    const environment = Handlebars.create();
    keepBlocks(environment);
    for (const [name, encode] of [
      ...Object.entries(this.#language.encoders),
      [READY, (value: string | Refused) => value] as const,
    ]) {
      environment.registerHelper(name, (value: string, file: string, call: Call) =>
        this.#printed(encode(value), file, call),
      );
    }
    const originOf = this.#originOf;
    environment.registerHelper('each', function (this: unknown, items: readonly unknown[], call) {
      return items.length === 0 ? call.inverse(this) : eachOf(items, call, originOf);
    });
    for (const partial of this.#partials.keys()) {
      const file = `_${partial}.hbs`;
      environment.registerPartial(
        partial,
        this.#compiled(traced(this.#sources.get(file)?.text ?? '', file), environment),
      );
    }
    return environment;
  }

  /** The encoded text; of a refusal nothing, because it stops the run. */
  #printed(encoded: string | Refused, file: string, { loc, data }: Call): string {
    if (!(encoded instanceof Refused)) return encoded;
    const template = this.#spanOf(file, loc);
    const { at = template, notes = [] } =
      data.origin === undefined ? {} : { at: data.origin, notes: [{ message: 'printed here', at: template }] };
    this.diagnostics.push(
      error('unencodable', at, `${quote(encoded.text)} ${encoded.why}`, {
        hint: 'change the text, or leave the target out with --target',
        notes,
      }),
    );
    return '';
  }

  #parse(name: string, source: Source): void {
    this.#sources.set(name, source);
    try {
      const program = Handlebars.parse(source.text);
      if (!name.startsWith('_')) this.#programs.set(name, program);
      else this.#partials.set(name.slice(1).replace(/\.hbs$/, ''), program);
    } catch (problem) {
      this.diagnostics.push(syntaxError(problem as Error, source));
    }
  }

  #spanOf(file: string, { start, end }: hbs.AST.SourceLocation) {
    const source = this.#sources.get(file) ?? this.#sources.get(`_${file}.hbs`) ?? { path: file, text: '' };
    const lines = new Lines(source.text);
    return {
      path: source.path,
      start: lines.offsetAt({ line: start.line, column: start.column + 1 }),
      end: lines.offsetAt({ line: end.line, column: end.column + 1 }),
    };
  }
}

function keepBlocks(environment: typeof Handlebars): void {
  for (const name of Object.keys(environment.helpers)) {
    if (!BLOCKS.includes(name)) environment.unregisterHelper(name);
  }
}

/** The syntax tree in which every value that is printed goes through a helper, which is told the template's file. */
function traced(text: string, file: string): hbs.AST.Program {
  const program = Handlebars.parse(text);
  new Tracer(file).accept(program);
  return program;
}

class Tracer extends Handlebars.Visitor {
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    const { loc } = statement;
    const file: hbs.AST.StringLiteral = { type: 'StringLiteral', value: this.#file, original: this.#file, loc };
    if (statement.params.length === 0 && statement.path.type === 'PathExpression') {
      statement.params = [statement.path];
      statement.path = {
        type: 'PathExpression',
        data: false,
        depth: 0,
        parts: [READY],
        original: READY,
        loc,
      } as hbs.AST.PathExpression;
    }
    statement.params.push(file);
  }
}

/** Loops as Handlebars does, and remembers which row of the specs it is at. */
function eachOf(items: readonly unknown[], { fn, data }: Handlebars.HelperOptions, originOf: OriginOf): string {
  return items
    .map((item, index) =>
      fn(item, {
        data: {
          ...data,
          index,
          first: index === 0,
          last: index === items.length - 1,
          origin: originOf(item) ?? data.origin,
        },
      }),
    )
    .join('');
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

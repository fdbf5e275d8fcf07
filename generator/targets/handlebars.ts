/** The door to Handlebars: template text in, a checked function from view to text out. */
import Handlebars from 'handlebars';
import { type Checked, type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { Lines } from '../diagnostic/position.ts';
import type { Language } from '../languages/language.ts';
import type { Source } from '../spec/yaml.ts';
import { checkTemplate } from './check-template.ts';
import type { Shape } from './shape.ts';

export type Template = (view: unknown) => string;

/** Helpers of Handlebars itself that only lay out. Everything else is unknown to our templates. */
const BLOCKS = { if: true, unless: true, each: true, with: true };

/** The templates of one target, which share their partials (the files whose names start with `_`). */
export class Templates {
  readonly #environment = Handlebars.create();
  readonly #language: Language;
  readonly #programs = new Map<string, hbs.AST.Program>();
  readonly #partials = new Map<string, hbs.AST.Program>();
  readonly #sources = new Map<string, Source>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(sources: ReadonlyMap<string, Source>, language: Language) {
    this.#language = language;
    for (const name of Object.keys(this.#environment.helpers)) {
      if (!(name in BLOCKS)) this.#environment.unregisterHelper(name);
    }
    for (const [name, encode] of Object.entries(language.encoders)) {
      this.#environment.registerHelper(name, (value: string) => encode(value));
    }
    for (const [name, source] of sources) this.#parse(name, source);
  }

  /** The template of a file, checked against the shape of its view. Problems come back as diagnostics. */
  compile(name: string, shape: Shape): Checked<Template | undefined> {
    const program = this.#programs.get(name);
    const source = this.#sources.get(name);
    if (program === undefined || source === undefined) return { value: undefined, diagnostics: [] };

    const diagnostics = checkTemplate({ name, program }, shape, {
      encoders: Object.keys(this.#language.encoders),
      partials: this.#partials,
      spanOf: (file, location) => this.#spanOf(file, location),
    });
    if (diagnostics.length > 0) return { value: undefined, diagnostics };
    const knownHelpers = Object.fromEntries(
      [...Object.keys(BLOCKS), ...Object.keys(this.#language.encoders)].map((helper) => [helper, true]),
    );
    // A template was checked against its view's shape, so nothing that it names can be missing or unencoded.
    const run = this.#environment.compile(program, {
      noEscape: true,
      strict: true,
      knownHelpers,
      knownHelpersOnly: true,
    });
    return {
      value: (view) => run(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }),
      diagnostics,
    };
  }

  #parse(name: string, source: Source): void {
    this.#sources.set(name, source);
    try {
      const program = Handlebars.parse(source.text);
      if (!name.startsWith('_')) this.#programs.set(name, program);
      else {
        const partial = name.slice(1).replace(/\.hbs$/, '');
        this.#partials.set(partial, program);
        this.#environment.registerPartial(partial, program as unknown as string);
      }
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

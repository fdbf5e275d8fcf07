/** The templates of one target: parsed once, each checked against the shape of its view, then run. */
import { type Checked, type Diagnostic, error, type Span, warning } from '../diagnostic/diagnostic.ts';
import { Lines } from '../diagnostic/position.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Language } from '../languages/language.ts';
import type { Source } from '../spec/yaml.ts';
import { checkTemplate } from './check-template.ts';
import { parseTemplate } from './handlebars.ts';
import { type Refusal, TemplateRun } from './run-template.ts';
import type { Shape } from './shape.ts';

export type Template = (view: unknown) => string;

/** Where in the specs stands what a part of a view is about. */
export type OriginOf = (part: unknown) => Span | undefined;

/** They share their partials: the files whose names start with `_`. */
export class Templates {
  readonly #language: Language;
  readonly #originOf: OriginOf;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #programs = new Map<string, hbs.AST.Program>();
  readonly #partials = new Map<string, hbs.AST.Program>();
  readonly #included = new Set<string>();
  readonly #compiled = new Set<string>();
  /** What is wrong with the templates, then what the language refused while they ran. */
  readonly diagnostics: Diagnostic[] = [];

  constructor(sources: ReadonlyMap<string, Source>, language: Language, originOf: OriginOf) {
    this.#language = language;
    this.#originOf = originOf;
    this.#sources = sources;
    for (const [name, source] of sources) {
      const { value: program, diagnostics } = parseTemplate(source);
      this.diagnostics.push(...diagnostics);
      if (program === undefined) continue;
      this.#programs.set(name, program);
      if (name.startsWith('_')) this.#partials.set(partialName(name), program);
    }
  }

  /** The template of a file, checked against the shape of its view. Problems come back as diagnostics. */
  compile(name: string, shape: Shape): Checked<Template | undefined> {
    this.#compiled.add(name);
    const program = this.#programs.get(name);
    if (program === undefined) return { value: undefined, diagnostics: [] };

    const { encoders, layout } = this.#language;
    const diagnostics = checkTemplate({ name, program }, shape, {
      encoders: Object.keys(encoders),
      partials: this.#partials,
      included: this.#included,
      spanOf: (file, location) => this.#spanOf(file, location),
    });
    if (diagnostics.length > 0) return { value: undefined, diagnostics };
    const run = new TemplateRun({ encoders, partials: this.#partials, refuse: (refusal) => this.#refuse(refusal) });
    return { value: (view) => layout(run.of(program, name, view)), diagnostics };
  }

  /** Files that nothing uses, and that therefore nothing checks. Asked when everything has been compiled. */
  unused(): Diagnostic[] {
    const isUsed = (name: string) =>
      this.#compiled.has(name) || (name.startsWith('_') && this.#included.has(partialName(name)));
    return [...this.#sources]
      .filter(([name]) => !isUsed(name))
      .map(([name, { path }]) =>
        warning('unused-template', { path, start: 0, end: 0 }, `nothing uses ${quote(name)}`, {
          hint: name.startsWith('_')
            ? 'include it in a template, or delete it'
            : 'name it in target.yaml, or delete it',
        }),
      );
  }

  /** Told at the row of the specs that the text comes from, where it comes from one. */
  #refuse({ refused: { text, why }, file, location, views }: Refusal): void {
    const template = this.#spanOf(file, location);
    const origin = views.map((view) => this.#originOf(view)).find((span) => span !== undefined);
    const { at = template, notes = [] } =
      origin === undefined ? {} : { at: origin, notes: [{ message: 'printed here', at: template }] };
    this.diagnostics.push(
      error('unencodable', at, `${quote(text)} ${why}`, {
        hint: 'change that, or leave the target out with --target',
        notes,
      }),
    );
  }

  #spanOf(file: string, { start, end }: hbs.AST.SourceLocation): Span {
    const source = this.#sources.get(file) ?? { path: file, text: '' };
    const lines = new Lines(source.text);
    return {
      path: source.path,
      start: lines.offsetAt({ line: start.line, column: start.column + 1 }),
      end: lines.offsetAt({ line: end.line, column: end.column + 1 }),
    };
  }
}

/** `_member.hbs` is included as `member`. */
function partialName(file: string): string {
  return file.slice(1).replace(/\.hbs$/, '');
}

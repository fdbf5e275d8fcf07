/** The door to `yaml`: text in, a located tree out. What YAML allows and a spec does not is refused here. */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Range,
} from 'yaml';
import { type Checked, type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import type { Node, Pair, ScalarNode } from './node.ts';

export interface Source {
  /** As shown to people: relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The tree of a file that holds one YAML 1.2 document; `undefined` where it cannot be read. */
export function parseYaml({ path, text }: Source): Checked<Node | undefined> {
  const documents = parseAllDocuments(text, { prettyErrors: false, lineCounter: new LineCounter(), version: '1.2' });
  const at = (start: number, end = start + 1): Span => ({ path, start, end });
  const [first, second] = documents as Document.Parsed[];
  const problems = (documents as Document.Parsed[]).flatMap((document) => syntaxProblems(document, at));
  if (first?.contents === null || first?.contents === undefined) {
    if (problems.length === 0)
      problems.push(error('yaml-empty', at(0, 0), 'the file is empty', { hint: 'delete it, or write a spec' }));
    return { value: undefined, diagnostics: problems };
  }
  if (second !== undefined) {
    const [start] = second.range ?? [0];
    problems.push(
      error('yaml-many-documents', at(start), 'a second document begins here', { hint: 'keep one document a file' }),
    );
  }
  const reader = new TreeReader(at, problems);
  const value = reader.node(first.contents, at(0, text.length));
  return { value: problems.length === 0 ? value : undefined, diagnostics: problems };
}

/** A warning of the library is an error too: it marks text whose meaning is in doubt. */
function syntaxProblems(document: Document.Parsed, at: (start: number, end?: number) => Span): Diagnostic[] {
  const syntax = [...document.errors, ...document.warnings].map(({ code, message, pos: [start, end] }) =>
    error(
      `yaml-${code.toLowerCase().replaceAll('_', '-')}`,
      at(start, end),
      lowerFirst(visible(message.replace(/\s+/g, ' '))),
    ),
  );
  if (document.directives?.docStart === true && document.directives.yaml.explicit === true) {
    syntax.push(
      error('yaml-directive', at(0), 'a %YAML directive is not allowed', { hint: 'delete it; specs are YAML 1.2' }),
    );
  }
  return syntax;
}

/** Turns the library's nodes into ours, and notes every feature that a spec does not use. */
class TreeReader {
  readonly #at: (start: number, end?: number) => Span;
  readonly #problems: Diagnostic[];

  constructor(at: (start: number, end?: number) => Span, problems: Diagnostic[]) {
    this.#at = at;
    this.#problems = problems;
  }

  node(node: unknown, around: Span): Node {
    const at = this.#spanOf(node, around);
    this.#refuse(node, at);
    if (isMap(node)) return { kind: 'map', at, pairs: node.items.map((item) => this.#pair(item, at)) };
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => this.node(item, at)) };
    return this.#scalar(node, at);
  }

  #pair(pair: unknown, around: Span): Pair {
    if (!isPair(pair)) return { key: this.#scalar(undefined, around), value: this.#scalar(undefined, around) };
    const at = this.#spanOf(pair.key, around);
    if (!isScalar(pair.key) || pair.key.value === null) {
      this.#problems.push(error('yaml-key', at, 'a key must be a plain word'));
    }
    const key = this.#scalar(pair.key, at);
    if (key.source === '<<') {
      this.#problems.push(
        error('yaml-merge-key', at, 'a merge key "<<" is not allowed', { hint: 'write the keys out' }),
      );
    }
    return { key, value: this.node(pair.value, { ...at, start: at.end }) };
  }

  #scalar(node: unknown, at: Span): ScalarNode {
    if (!isScalar(node)) return { kind: 'scalar', at, value: null, source: '' };
    const value = node.value as ScalarNode['value'];
    return { kind: 'scalar', at, value, source: typeof value === 'string' ? value : (node.source ?? '') };
  }

  #refuse(node: unknown, at: Span): void {
    if (isAlias(node)) {
      this.#problems.push(
        error('yaml-alias', at, `an alias ${quote(`*${node.source}`)} is not allowed`, { hint: 'write the value out' }),
      );
    }
    const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
    if (anchor)
      this.#problems.push(
        error('yaml-anchor', at, `an anchor ${quote(`&${anchor}`)} is not allowed`, { hint: 'delete it' }),
      );
    if (tag) this.#problems.push(error('yaml-tag', at, `a tag ${quote(tag)} is not allowed`, { hint: 'delete it' }));
  }

  #spanOf(node: unknown, around: Span): Span {
    const range = (node as { range?: Range | null } | null | undefined)?.range;
    return range ? this.#at(range[0], range[1]) : around;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

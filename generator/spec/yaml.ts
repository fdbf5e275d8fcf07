/** The door to `yaml`: text in, a located tree out. What YAML allows and a spec does not is refused here. */
import { Composer, CST, type Document, isMap, isScalar, isSeq, Lexer, Parser, type Range, type YAMLMap } from 'yaml';
import { type Checked, type Diagnostic, error, type Span, type SpanOf } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { once } from '../memory.ts';
import { forbiddenCharacters } from './characters.ts';
import { findConflict } from './merge-conflict.ts';
import type { Node, Pair, ScalarNode } from './node.ts';
import { firstSyntaxError } from './yaml-error.ts';

export interface Source {
  /** As shown to people: relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Something stands there that has no text, which has been told; what refers to it is not wrong for that. */
  readonly isUnreadable?: true;
}

/** The tree of a file that holds one YAML 1.2 document; `undefined` where it cannot be read. */
export const parseYaml = once(treeOf);

function treeOf({ path, text }: Source): Checked<Node | undefined> {
  // What is missing at the end of a file has no character of its own.
  const at: SpanOf = (start, end = start + 1) => ({ path, start, end: Math.min(end, text.length) });
  const refuse = (diagnostics: readonly Diagnostic[]) => ({
    value: undefined,
    diagnostics: diagnostics.slice(0, MOST_TOLD),
  });
  const characters = forbiddenCharacters(text, at);
  if (characters.length > 0) return refuse(characters);
  const conflict = findConflict(text, at);
  if (conflict !== undefined) return refuse([conflict]);

  const { documents, features } = documentsOf(text, at);
  const [first, second] = documents;
  const syntax = firstSyntaxError(first, text, at);
  if (syntax !== undefined) {
    const isEcho = features.some((feature) => !text.slice(feature.at.start, syntax.at.start).includes('\n'));
    return refuse(isEcho ? features : [syntax, ...features]);
  }
  if (second !== undefined) {
    const start = at(second.range[0]);
    features.push(
      error('yaml-many-documents', start, 'a second document begins here', { hint: 'keep one document a file' }),
    );
  }
  if (isNothing(first.contents)) {
    if (features.length > 0) return refuse(features);
    return refuse([error('yaml-empty', at(0, 0), 'the file is empty', { hint: 'delete it, or fill it' })]);
  }
  const reader = new TreeReader(at, features);
  const value = reader.node(first.contents, at(0, text.length));
  return features.length === 0 ? { value, diagnostics: [] } : refuse(features);
}

/** More keys of a block are no spec, and some of what reads them takes its time for each pair; a row is an item. */
const MOST_KEYS = 5000;
const MOST_ITEMS = 20_000;

/** Problems of one file that are told. */
const MOST_TOLD = 1000;

/** Blocks and brackets within each other; a spec has eight or so. */
const DEEPEST = 100;

function tooDeep(at: Span): Diagnostic {
  return error('yaml-too-deep', at, 'too many blocks or brackets stand within each other', {
    hint: 'close what was left open, and write the rest flatter',
  });
}

/** What YAML has and a spec does not use, by the mark that it begins with. */
const refusals: Readonly<Record<string, { readonly id: string; readonly noun: string; readonly hint: string }>> = {
  '*': { id: 'yaml-alias', noun: 'an alias', hint: 'write the value out' },
  '&': { id: 'yaml-anchor', noun: 'an anchor', hint: 'delete it' },
  '%': { id: 'yaml-directive', noun: 'a directive', hint: 'delete it; specs are YAML 1.2' },
  '!': { id: 'yaml-tag', noun: 'a tag', hint: 'delete it' },
};

/** At least one. Apart from what is made of them, so that their tokens, which take the most memory, are gone by then. */
function documentsOf(
  text: string,
  at: SpanOf,
): { documents: [Document.Parsed, ...Document.Parsed[]]; features: Diagnostic[] } {
  const { tokens, features } = tokensOf(text, at);
  const composer = new Composer({ uniqueKeys: false, version: '1.2' });
  const documents = [...composer.compose(tokens, true, text.length)];
  return { documents: documents as [Document.Parsed, ...Document.Parsed[]], features };
}

/** The tokens of a text, with a complaint about each that a spec does not use. */
function tokensOf(text: string, at: SpanOf): { tokens: CST.Token[]; features: Diagnostic[] } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const features: Diagnostic[] = [];
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Before anything walks the tree: a tree that is too deep would end the process.
    if (parser.stack.length > DEEPEST) return { tokens: [], features: [tooDeep(at(start))] };
    // The text of a scalar may look like anything; the lexer announces it.
    const refusal = before === CST.SCALAR ? undefined : refusals[lexeme.charAt(0)];
    before = lexeme;
    if (refusal === undefined) continue;
    const { id, noun, hint } = refusal;
    features.push(error(id, at(start, parser.offset), `${noun} ${quote(lexeme)} is not allowed`, { hint }));
  }
  tokens.push(...parser.end());
  return { tokens, features };
}

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

/** Turns the library's nodes into ours. */
class TreeReader {
  readonly #at: SpanOf;
  readonly #problems: Diagnostic[];

  constructor(at: SpanOf, problems: Diagnostic[]) {
    this.#at = at;
    this.#problems = problems;
  }

  node(node: unknown, around: Span): Node {
    const at = this.#spanOf(node, around);
    const most = isMap(node) ? MOST_KEYS : MOST_ITEMS;
    if ((isMap(node) || isSeq(node)) && node.items.length > most) {
      const message = `${node.items.length} ${isMap(node) ? 'keys' : 'items'} stand in one block, and ${most} are allowed`;
      this.#problems.push(error('yaml-too-many', at, message, { hint: 'split it' }));
      return this.#scalar(undefined, at);
    }
    if (isMap(node)) return { kind: 'map', at, pairs: this.#distinct(node.items.map((item) => this.#pair(item, at))) };
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => this.node(item, at)) };
    return this.#scalar(node, at);
  }

  #pair(pair: YAMLMap['items'][number], around: Span): Pair {
    const at = this.#spanOf(pair.key, around);
    if (!isScalar(pair.key) || pair.key.value === null) {
      this.#problems.push(error('yaml-key', at, 'a key must be a plain word', { hint: 'write one before the ":"' }));
    }
    const key = this.#scalar(pair.key, at);
    if (key.source === '<<') {
      this.#problems.push(
        error('yaml-merge-key', at, 'a merge key "<<" is not allowed', { hint: 'write the keys out' }),
      );
    }
    return { key, value: this.node(pair.value, { ...at, start: at.end }) };
  }

  /**
   * The same pairs, with a complaint about each second one of a key. Quotes make no difference: `404` is `"404"`.
   * Of second ones in a row only the first is told: there a whole block is written again, or a "- " is missing.
   */
  #distinct(pairs: readonly Pair[]): readonly Pair[] {
    const firsts = new Map<string, ScalarNode>();
    const isAgain = pairs.map(({ key }) => {
      const isSecond = firsts.has(key.source) && key.source !== '';
      if (!isSecond) firsts.set(key.source, key);
      return isSecond;
    });
    for (const [index, { key }] of pairs.entries()) {
      const first = firsts.get(key.source);
      if (isAgain[index] !== true || isAgain[index - 1] === true || first === undefined) continue;
      this.#problems.push(
        error('yaml-duplicate-key', key.at, `key ${quote(key.source)} is already written`, {
          hint:
            isAgain[index + 1] === true ? 'begin the second block with "- ", or delete it' : 'delete one of the two',
          notes: [{ message: 'first written here', at: first.at }],
        }),
      );
    }
    return pairs;
  }

  #scalar(node: unknown, at: Span): ScalarNode {
    if (!isScalar(node)) return { kind: 'scalar', at, value: null, source: '' };
    return { kind: 'scalar', at, value: node.value as ScalarNode['value'], source: node.source ?? '' };
  }

  #spanOf(node: unknown, around: Span): Span {
    const range = (node as { range?: Range | null } | null | undefined)?.range;
    return range ? this.#at(range[0], range[1]) : around;
  }
}

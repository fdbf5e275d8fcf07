/** The door to `yaml`: text in, a located tree out. What YAML allows and a spec does not is refused here. */
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Range,
  visit,
  type YAMLError,
} from 'yaml';
import { type Checked, type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { forbiddenCharacters } from './characters.ts';
import type { Node, Pair, ScalarNode } from './node.ts';

export interface Source {
  /** As shown to people: relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Something stands there that has no text, which has been told; what refers to it is not wrong for that. */
  readonly isUnreadable?: true;
}

type SpanOf = (start: number, end?: number) => Span;

/** The tree of a file that holds one YAML 1.2 document; `undefined` where it cannot be read. */
export function parseYaml({ path, text }: Source): Checked<Node | undefined> {
  const at: SpanOf = (start, end = start + 1) => ({ path, start, end });
  const refuse = (diagnostics: readonly Diagnostic[]) => ({
    value: undefined,
    diagnostics: diagnostics.slice(0, MOST_TOLD),
  });
  const characters = forbiddenCharacters(text, at);
  if (characters.length > 0) return refuse(characters);
  const conflict = findConflict(text, at);
  if (conflict !== undefined) return refuse([conflict]);

  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // Before anything walks the tree: a tree that is too deep would end the process.
    if (parser.stack.length > DEEPEST) return refuse([tooDeep(at(parser.offset - lexeme.length))]);
  }
  tokens.push(...parser.end());
  const features = tokens.flatMap((token) => [...refusedTokens(token, at)]);
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, version: '1.2' });
  const [first, second] = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  const syntax = first === undefined ? undefined : firstSyntaxError(first, text, at);
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
  if (first === undefined || isNothing(first.contents)) {
    if (features.length > 0) return refuse(features);
    return refuse([error('yaml-empty', at(0, 0), 'the file is empty', { hint: 'delete it, or fill it' })]);
  }
  const reader = new TreeReader(at, features);
  const value = reader.node(first.contents, at(0, text.length));
  return features.length === 0 ? { value, diagnostics: [] } : refuse(features);
}

/** Keys of a block or items of a list: more are no spec, and some of what reads them takes its time for each pair. */
const WIDEST = 5000;

/** Problems of one file that are told. */
const MOST_TOLD = 1000;

/** Blocks and brackets within each other; a spec has eight or so. */
const DEEPEST = 100;

function tooDeep(at: Span): Diagnostic {
  return error('yaml-too-deep', at, 'too many blocks or brackets stand within each other', {
    hint: 'close what was left open, and write the rest flatter',
  });
}

/** What git leaves where two changes meet. */
export function findConflict(text: string, at: SpanOf): Diagnostic | undefined {
  const mark = /^(?:<{7}|>{7}) .*$/m.exec(text);
  return mark === null
    ? undefined
    : error('merge-conflict', at(mark.index, mark.index + mark[0].length), 'a merge conflict was left here', {
        hint: 'keep what is right of the two sides, and delete the marks',
      });
}

const refusals: Readonly<Record<string, { readonly noun: string; readonly hint: string }>> = {
  alias: { noun: 'an alias', hint: 'write the value out' },
  anchor: { noun: 'an anchor', hint: 'delete it' },
  directive: { noun: 'a directive', hint: 'delete it; specs are YAML 1.2' },
  tag: { noun: 'a tag', hint: 'delete it' },
};

/** Every feature below a token that a spec does not use. */
function* refusedTokens(token: unknown, at: SpanOf): Iterable<Diagnostic> {
  if (typeof token !== 'object' || token === null) return;
  const { type = '', offset = 0, source = '' } = token as Partial<CST.SourceToken>;
  const refusal = refusals[type];
  if (refusal !== undefined) {
    yield error(`yaml-${type}`, at(offset, offset + source.length), `${refusal.noun} ${quote(source)} is not allowed`, {
      hint: refusal.hint,
    });
  }
  for (const part of Object.values(token)) yield* refusedTokens(part, at);
}

const syntaxHints: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'write "\\\\" for a backslash, or use single quotes',
  BAD_INDENT: 'close every bracket and quote, and align the keys of a block',
  BAD_SCALAR_START: 'put the whole value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that has ": " in it in quotes, and align the keys of a block',
  BLOCK_IN_FLOW: 'write a "," between two of them',
  MISSING_CHAR: 'add it',
  MULTILINE_IMPLICIT_KEY: 'write the key and its ":" on one line',
  TAB_AS_INDENT: 'indent with blanks',
  UNEXPECTED_TOKEN: 'put the whole value in quotes',
};

/**
 * The first error of the library in the order of the text; what follows it is mostly its echo. A warning is an error
 * too: it marks text whose meaning is in doubt.
 */
function firstSyntaxError(document: Document.Parsed, text: string, at: SpanOf): Diagnostic | undefined {
  const problems = [...document.errors, ...document.warnings].filter(({ code }) => !isRefusedAnyway(code));
  const [first] = problems
    .map((problem) => ({ ...problem, message: problem.message, pos: placeOf(problem, document, text) }))
    .sort((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return undefined;
  const words = visible(first.message.replace(/\s+/g, ' '))
    .replace(/"quote$/, 'quote')
    .replace(/^Flow .* end with an? (.)$/, '"$1" is missing before this');
  return error(
    `yaml-${first.code.toLowerCase().replaceAll('_', '-')}`,
    at(...first.pos),
    words.charAt(0).toLowerCase() + words.slice(1),
    { hint: /flow-\w+-end/.test(words) ? 'delete it, or open it before' : syntaxHints[first.code] },
  );
}

function isRefusedAnyway(code: string): boolean {
  return code === 'TAG_RESOLVE_FAILED' || code === 'BAD_DIRECTIVE' || code === 'BAD_ALIAS';
}

/** The library finds a missing quote at the end of the file; a person has to look where it was opened. */
function placeOf({ code, pos: [start, end] }: YAMLError, document: Document.Parsed, text: string): [number, number] {
  let opened: number | undefined;
  if (code === 'MISSING_CHAR') {
    visit(document, {
      Scalar(_, { type, range }) {
        if (type?.startsWith('QUOTE') && range && range[0] < start && start <= range[2]) opened = range[0];
      },
    });
  }
  if (opened !== undefined) return [opened, opened + 1];
  // What is indented wrongly begins after its blanks, which may begin on a line before.
  const blanks = code !== 'TAB_AS_INDENT' ? (/^\s*/.exec(text.slice(start))?.[0].length ?? 0) : 0;
  return [start + blanks, Math.max(end, start + blanks + 1)];
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
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
    if ((isMap(node) || isSeq(node)) && node.items.length > WIDEST) {
      const message = `${node.items.length} keys or items stand in one block, and ${WIDEST} are allowed`;
      this.#problems.push(error('yaml-too-many', at, message, { hint: 'split it' }));
      return this.#scalar(undefined, at);
    }
    if (isMap(node)) return { kind: 'map', at, pairs: this.#distinct(node.items.map((item) => this.#pair(item, at))) };
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => this.node(item, at)) };
    return this.#scalar(node, at);
  }

  #pair(pair: unknown, around: Span): Pair {
    if (!isPair(pair)) return { key: this.#scalar(undefined, around), value: this.#scalar(undefined, around) };
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
    const value = node.value as ScalarNode['value'];
    return { kind: 'scalar', at, value, source: typeof value === 'string' ? value : (node.source ?? '') };
  }

  #spanOf(node: unknown, around: Span): Span {
    const range = (node as { range?: Range | null } | null | undefined)?.range;
    return range ? this.#at(range[0], range[1]) : around;
  }
}

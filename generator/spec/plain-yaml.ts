/**
 * Reads YAML as nearly all specs are written: block within block, each scalar on one line. What is
 * anything else, or wrong, is left to the library, which takes ten times as long and as much memory. That both make the
 * same of a text is a property test.
 */
import type { SpanOf } from '../diagnostic/diagnostic.ts';
import { DEEPEST, MOST_ITEMS, MOST_KEYS } from './limits.ts';
import type { ListNode, MapNode, Node, Pair, ScalarNode } from './node.ts';

/** What the library makes of a scalar alone; `undefined` where it objects. */
export type ValueOf = (scalar: string) => ScalarNode['value'] | undefined;

/** The tree of a text; `undefined` where it has anything that is not as plain as that. */
export function readPlainYaml(text: string, at: SpanOf, resolve: ValueOf): Node | undefined {
  // Columns are counted in blanks, and those at the end are in none.
  return /[\t\r\ufeff]| $/.test(text) ? undefined : new Reader(text, at, resolve).root();
}

const EMPTY_LINES = /(?: *(?:#[^\n]*)?\n)*/y;
const LINE_ENDS = /(?: *\n)+/y;
const COMMENT = /^ *(?=#)/gm;
const END_OF_LINE = /(?: +#[^\n]*| *)(?:\n|$)/y;
const BLANKS = / */y;
const DASH = /- +(?=[^\s#])/y;
const KEY = /(?:\w[\w./-]*(?: [\w./-]+)*|"[^"\\\n]*"|'[^'\n]*')(?=:[ \n])/y;
const QUOTED = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\n]|'')*'/y;
const PLAIN = /(?:-(?=\d)|[^\s\-?:,[\]{}#&*!|>'"%@`])(?:[^\n:#]|:(?=[^ \n])|(?<! )#)*/y;
const PLAIN_IN_BRACKETS = /(?:-(?=\d)|[^\s\-?:,[\]{}#&*!|>'"%@`])(?:[^\n:#,[\]{}]|:(?=[^ \n,[\]{}])|(?<! )#)*/y;

const CLOSING = /[\]}]/y;
const COMMA = /,/y;

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
/** What looks like text and may not be. */
const SPECIAL = /^(?:~|[-+.\d][\w.+-]*|true|false|null)$/i;

class Reader {
  readonly #text: string;
  readonly #spanOf: SpanOf;
  readonly #resolve: ValueOf;
  #at = 0;
  #lineStart = 0;
  /** Where the last line ended that has more than a comment. */
  #end = 0;
  /** The column of the block that the line is in. */
  #around = 0;
  #depth = 0;
  #isPlain = true;

  constructor(text: string, spanOf: SpanOf, resolve: ValueOf) {
    this.#text = text;
    this.#spanOf = spanOf;
    this.#resolve = resolve;
  }

  /** Whatever is not read stops all that reads, so that the end of the text is not reached. */
  root(): Node | undefined {
    this.#toNextLine();
    const root = this.#block();
    return this.#isPlain && this.#at === this.#text.length ? root : undefined;
  }

  /** Its lines are those that begin in its column. */
  #block(): Node {
    this.#depth += 1;
    this.#expect(this.#depth < DEEPEST / 2);
    const column = this.#column;
    const block = this.#sees(DASH) ? this.#list(column) : this.#map(column);
    this.#depth -= 1;
    return block;
  }

  #list(column: number): ListNode {
    const start = this.#at;
    const items: Node[] = [];
    while (this.#isPlain && this.#column === column && this.#take(DASH)) {
      items.push(this.#sees(KEY) ? this.#block() : this.#valueOnLine(column));
    }
    return this.#listOf(start, this.#end, items);
  }

  #map(column: number): MapNode {
    const start = this.#at;
    const pairs: Pair[] = [];
    do
      pairs.push({
        key: this.#key(),
        value: this.#take(END_OF_LINE) ? this.#below(column) : this.#valueOnLine(column),
      });
    while (this.#isPlain && this.#column === column && this.#sees(KEY));
    return this.#mapOf(start, this.#end, pairs);
  }

  /** A list may stand in the column of its key. */
  #below(column: number): Node {
    this.#toNextLine();
    const isBelow = this.#column > column || (this.#column === column && this.#sees(DASH));
    this.#expect(isBelow);
    if (!isBelow) return this.#listOf(this.#at, this.#at, []);
    return this.#sees(DASH) || this.#sees(KEY) ? this.#block() : this.#valueOnLine(column);
  }

  #valueOnLine(around: number): Node {
    this.#around = around;
    const value = this.#value(PLAIN);
    this.#expect(this.#take(END_OF_LINE));
    this.#end = this.#at;
    this.#toNextLine();
    return value;
  }

  #value(plain: RegExp): Node {
    this.#toNextPart();
    const first = this.#text[this.#at];
    return first === '{' || first === '[' ? this.#brackets(first) : this.#scalar(plain);
  }

  #brackets(opening: '{' | '['): Node {
    const start = this.#at;
    const items: Node[] = [];
    const pairs: Pair[] = [];
    this.#depth += 1;
    this.#expect(this.#depth < DEEPEST / 2);
    this.#at += 1;
    this.#toNextPart();
    while (this.#isPlain && !this.#sees(CLOSING)) {
      if (opening === '[') items.push(this.#value(PLAIN_IN_BRACKETS));
      else pairs.push({ key: this.#key(), value: this.#value(PLAIN_IN_BRACKETS) });
      this.#toNextPart();
      if (!this.#take(COMMA)) break;
      this.#toNextPart();
    }
    this.#depth -= 1;
    this.#expect(this.#text[this.#at] === (opening === '[' ? ']' : '}'));
    this.#at += 1;
    return opening === '[' ? this.#listOf(start, this.#at, items) : this.#mapOf(start, this.#at, pairs);
  }

  #listOf(start: number, end: number, items: readonly Node[]): ListNode {
    this.#expect(items.length <= MOST_ITEMS);
    return { kind: 'list', at: this.#spanOf(start, end), items };
  }

  #mapOf(start: number, end: number, pairs: readonly Pair[]): MapNode {
    this.#expect(pairs.length <= MOST_KEYS && new Set(pairs.map(({ key }) => key.source)).size === pairs.length);
    return { kind: 'map', at: this.#spanOf(start, end), pairs };
  }

  #key(): ScalarNode {
    this.#expect(this.#sees(KEY));
    const key = this.#scalar(KEY);
    this.#expect(key.value !== null && key.source !== '' && key.source !== '<<');
    this.#at += ':'.length;
    return key;
  }

  #scalar(plain: RegExp): ScalarNode {
    const start = this.#at;
    const isQuoted = this.#take(QUOTED);
    this.#expect(isQuoted || this.#take(plain));
    // A regular expression that leaves out blanks at an end looks at each end that there might be.
    while (this.#text[this.#at - 1] === ' ' && !isQuoted) this.#at -= 1;
    const written = this.#text.slice(start, this.#at);
    const at = this.#spanOf(start, this.#at);
    if (/^"[^\\]*$|^'[^']*'$/.test(written)) {
      const value = written.slice(1, -1);
      return { kind: 'scalar', at, value, source: value };
    }
    const value = isQuoted || SPECIAL.test(written) ? this.#unusual(written) : written;
    return { kind: 'scalar', at, value, source: isQuoted ? String(value) : written };
  }

  #unusual(written: string): ScalarNode['value'] {
    if (INTEGER.test(written)) return Number(written);
    const value = this.#resolve(written);
    this.#expect(value !== undefined);
    return value ?? null;
  }

  get #column(): number {
    return this.#at - this.#lineStart;
  }

  #toNextLine(): void {
    const end = this.#at;
    this.#take(EMPTY_LINES);
    this.#lineStart = this.#at;
    this.#take(BLANKS);
    // A comment that is indented further belongs to the block above, which ends after it.
    for (const [blanks] of this.#text.slice(end, this.#lineStart).matchAll(COMMENT)) {
      this.#expect(blanks.length <= this.#column);
    }
  }

  /** Of what stands in brackets, which may go on on other lines. */
  #toNextPart(): void {
    if (this.#take(LINE_ENDS)) this.#lineStart = this.#at;
    this.#take(BLANKS);
    this.#expect(this.#column > this.#around);
  }

  #expect(isPlain: boolean): void {
    if (!isPlain) this.#isPlain = false;
  }

  #sees(what: RegExp): boolean {
    what.lastIndex = this.#at;
    return what.test(this.#text);
  }

  #take(what: RegExp): boolean {
    if (!this.#sees(what)) return false;
    this.#at = what.lastIndex;
    return true;
  }
}

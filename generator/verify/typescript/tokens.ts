/** The door to js-tokens: the tokens of a TypeScript text, without a compiler. */
import jsTokens, { type Token } from 'js-tokens';

/** Comments that a compiler heeds: directives, which begin with an `@` or are references. */
const HEEDED = /^\/\/\/|(?<!\\)@/;

/** Goes through a text, from token to token. */
export class Tokens {
  readonly #text: string;
  #rest: Iterator<Token> = [].values();
  /** What the token is; `undefined` at the end of the text. */
  type: Token['type'] | undefined;
  /** As it is written. */
  raw = '';
  /** Where it stands. */
  start = 0;
  end = 0;
  /** The comments before it. */
  comments: readonly string[] = [];
  /** All between the token before and this one. */
  #gap = '';

  constructor(text: string) {
    this.#text = text;
    this.goTo(0);
  }

  goTo(at: number): void {
    this.#rest = jsTokens(this.#text.slice(at))[Symbol.iterator]();
    this.end = at;
    this.next();
  }

  next(): void {
    const comments: string[] = [];
    this.#gap = '';
    for (this.#step(); this.#isSilent(); this.#step()) {
      if (this.type?.endsWith('Comment')) comments.push(this.raw);
      this.#gap += this.raw;
    }
    this.comments = comments;
  }

  get isAfterLineBreak(): boolean {
    return /[\n\r\u2028\u2029]/.test(this.#gap);
  }

  /** All before the token that is more than words and space to a compiler. A directive is about lines, so that each counts. */
  get heeded(): string {
    if (this.comments.some((comment) => HEEDED.test(comment))) return this.#gap;
    if (this.isAfterLineBreak) return '\n';
    return this.#gap === '' ? '' : ' ';
  }

  #step(): void {
    const { value, done } = this.#rest.next();
    this.type = done === true ? undefined : value.type;
    this.raw = done === true ? '' : value.value;
    this.start = this.end;
    this.end += this.raw.length;
  }

  #isSilent(): boolean {
    return (
      this.type === 'WhiteSpace' || this.type === 'LineTerminatorSequence' || this.type?.endsWith('Comment') === true
    );
  }
}

/** What a string, or a template without substitutions, says; `undefined` where it is none, or is not well formed. */
export function textOf({ type, raw }: Pick<Tokens, 'type' | 'raw'>): string | undefined {
  const isText = type === 'StringLiteral' || type === 'NoSubstitutionTemplate';
  if (!isText || raw.length < 2 || raw.at(-1) !== raw[0] || raw.includes('\r')) return undefined;
  const parts = raw.slice(1, -1).split(ESCAPE);
  const said = parts.map((part, index) => (index % 2 === 0 ? part : escaped(part)));
  return said.includes(undefined) ? undefined : said.join('');
}

/** A backslash, and what it escapes; nothing where it escapes the end. */
const ESCAPE = /\\(u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|x[\da-fA-F]{2}|[\s\S]?)/;

const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** What is meant by what a backslash escapes; of numbers in octal and of line ends that is not asked. */
function escaped(part: string): string | undefined {
  if (part.length < 2) return /[^\dux\s]/.test(part) ? (CONTROLS[part] ?? part) : undefined;
  const point = Number.parseInt(part.replace(/[ux{]+/, ''), 16);
  return point > 0x10_ffff ? undefined : String.fromCodePoint(point);
}

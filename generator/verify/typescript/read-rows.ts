/** Reads the rows of a rendered table from its tokens: a syntax tree of very many takes twice as long. */
import { isObject } from '../mismatch.ts';
import { Tokens, textOf } from './tokens.ts';

export type Plain = Record<string, unknown>;

export interface Row {
  /** What it says, with the constants that it spreads. What is not known is `undefined`, hence a difference. */
  readonly value: Plain;
  /** Its tokens, whatever the literals among them say. */
  readonly shape: string;
  /** Where it stands, with the comma after it. */
  readonly start: number;
  readonly end: number;
}

/** The rows of the first list of objects; `memberOf` knows the members of enums that it may name. */
export function rowsOf(text: string, memberOf: (reference: string) => unknown): readonly Row[] {
  return new Reader(text, memberOf).rows();
}

class Reader {
  readonly #tokens: Tokens;
  readonly #memberOf: (reference: string) => unknown;
  /** Those that stand before the rows. */
  readonly #constants = new Map<string, unknown>();
  #shape = '';
  /** What was read is no literal, or one that is not written as it has to be. */
  #isBroken = false;

  constructor(text: string, memberOf: (reference: string) => unknown) {
    this.#tokens = new Tokens(text);
    this.#memberOf = memberOf;
  }

  rows(): readonly Row[] {
    while (!this.#isOver()) {
      if (this.#tokens.raw === '[') {
        const at = this.#tokens.end;
        const rows = this.#listAt(at);
        if (rows.length > 0) return rows;
        this.#goTo(at);
      } else if (this.#take('const')) this.#constant();
      else this.#pass();
    }
    return [];
  }

  /** One that is declared twice may stand for either, hence for neither. */
  #constant(): void {
    const name = this.#tokens.raw;
    while (!['=', ';', 'const'].includes(this.#tokens.raw) && !this.#isOver()) {
      if (this.#take('{')) this.#passBlock();
      this.#pass();
    }
    if (this.#tokens.raw !== '=') return;
    const at = this.#tokens.end;
    this.#goTo(at);
    const value = this.#value();
    this.#constants.set(name, this.#isBroken || this.#constants.has(name) ? undefined : value);
    // There may be a list in what is no object.
    if (this.#isBroken) this.#goTo(at);
  }

  /** None where anything is listed but objects of literals, or where more is done with the list. */
  #listAt(at: number): readonly Row[] {
    this.#goTo(at);
    const rows: Row[] = [];
    while (!this.#take(']')) {
      const { start } = this.#tokens;
      this.#shape = '';
      const value = this.#row();
      if (!isObject(value) || this.#isBroken || ![',', ']'].includes(this.#tokens.raw)) return [];
      const shape = this.#shape + this.#tokens.heeded;
      const end = this.#tokens.raw === ',' ? this.#tokens.end : this.#tokens.start;
      this.#take(',');
      rows.push({ value, shape, start, end });
    }
    this.#endOfValue();
    return this.#isBroken ? [] : rows;
  }

  /** It stands as it is, or is given to a function that returns it. */
  #row(): unknown {
    if (this.#tokens.type !== 'IdentifierName') return this.#value();
    this.#next();
    if (!this.#take('(')) return undefined;
    const value = this.#value();
    if (!this.#take(')')) this.#isBroken = true;
    this.#endOfValue();
    return value;
  }

  #goTo(at: number): void {
    this.#tokens.goTo(at);
    this.#isBroken = false;
  }

  /** Over what is no list, over a template as a whole: a part of it would look like something else. */
  #pass(): void {
    let depth = 0;
    do {
      if (this.#tokens.type === 'TemplateHead') depth += 1;
      if (this.#tokens.type === 'TemplateTail') depth -= 1;
      this.#next();
    } while (depth > 0 && !this.#isOver());
  }

  /** Up to the brace that closes it. */
  #passBlock(): void {
    for (let depth = 0; depth > 0 || this.#tokens.raw !== '}'; this.#pass()) {
      if (this.#isOver()) return;
      if (this.#tokens.raw === '{') depth += 1;
      if (this.#tokens.raw === '}') depth -= 1;
    }
  }

  #value(): unknown {
    const value = this.#beginning();
    this.#endOfValue();
    return value;
  }

  #endOfValue(): void {
    // What it is claimed to be is the compiler's business.
    while (this.#take('as')) this.#next();
    if (!this.#isEnd()) this.#isBroken = true;
  }

  #beginning(): unknown {
    const { type, raw } = this.#tokens;
    switch (type) {
      case 'StringLiteral':
      case 'NoSubstitutionTemplate':
        return this.#literal(textOf(this.#tokens));
      case 'NumericLiteral':
        return this.#literal(numberOf(raw));
      case 'Punctuator':
        if (this.#take('-')) return -Number(this.#beginning());
        return this.#take('{') ? this.#object() : undefined;
      case 'IdentifierName':
        this.#next();
        return raw === 'true' || raw === 'false' ? raw === 'true' : this.#named(raw);
      default:
        return undefined;
    }
  }

  #literal(value: unknown): unknown {
    if (value === undefined) this.#isBroken = true;
    this.#next(this.#tokens.type);
    return value;
  }

  /** A constant, or a member of an enum. */
  #named(name: string): unknown {
    if (!this.#take('.')) return this.#constants.get(name);
    const member = this.#tokens.raw;
    const value = this.#memberOf(`${name}.${member}`);
    // One that is known says as little of the shape as another literal.
    this.#next(value === undefined ? member : 'member');
    return value;
  }

  #object(): Plain {
    const plain: Plain = {};
    do {
      if (this.#tokens.raw === '}') break;
      if (this.#take('...')) this.#spreadInto(plain);
      else {
        const name = textOf(this.#tokens) ?? this.#tokens.raw;
        this.#next(name);
        if (this.#take(':')) plain[name] = this.#value();
        else this.#isBroken = true;
      }
    } while (this.#take(','));
    this.#take('}');
    return plain;
  }

  /** What is not known might say anything otherwise. */
  #spreadInto(plain: Plain): void {
    const value = this.#value();
    if (isObject(value)) Object.assign(plain, value);
    else this.#isBroken = true;
  }

  #isEnd(): boolean {
    if (this.#isOver() || [',', ';', '}', ']', ')'].includes(this.#tokens.raw)) return true;
    // A line may end without a semicolon.
    return this.#tokens.isAfterLineBreak && this.#tokens.type === 'IdentifierName';
  }

  #isOver(): boolean {
    return this.#tokens.type === undefined;
  }

  #take(raw: string): boolean {
    if (this.#tokens.raw !== raw) return false;
    this.#next();
    return true;
  }

  /** `word` is what the token says of the shape. */
  #next(word = this.#tokens.raw): void {
    this.#shape += this.#tokens.heeded + word;
    this.#tokens.next();
  }
}

/** As it is written in octal, a compiler refuses it. */
function numberOf(raw: string): number | undefined {
  return /^0\d/.test(raw) ? undefined : Number(raw.replaceAll('_', ''));
}

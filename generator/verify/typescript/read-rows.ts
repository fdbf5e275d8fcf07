/** Reads the rows of a rendered table from its tokens: a syntax tree of very many takes twice as long. */
import type { ts } from 'ts-morph';
import type { Compiler } from './program.ts';

export type Plain = Record<string, unknown>;

export interface Row {
  /** What it says, with the constants that it spreads. What is not known is `undefined`, hence a difference. */
  readonly value: Plain;
  /** Its tokens, whatever the literals among them say. */
  readonly shape: string;
  /** Where it stands, up to the next one. */
  readonly start: number;
  readonly end: number;
}

/** The rows of the first list of objects; `memberOf` knows the members of enums that it may name. */
export function rowsOf(text: string, memberOf: (reference: string) => unknown, compiler: Compiler): readonly Row[] {
  return new Reader(text, memberOf, compiler).rows();
}

class Reader {
  readonly #kinds: Compiler['SyntaxKind'];
  readonly #scanner: ts.Scanner;
  readonly #memberOf: (reference: string) => unknown;
  /** Those that stand before the rows. */
  readonly #constants = new Map<string, unknown>();
  #token: ts.SyntaxKind;
  #shape = '';
  /** What was read is no literal, or one that is not written as it has to be. */
  #isBroken = false;

  constructor(text: string, memberOf: (reference: string) => unknown, compiler: Compiler) {
    const { createScanner, LanguageVariant, ScriptTarget, SyntaxKind } = compiler;
    this.#kinds = SyntaxKind;
    this.#token = SyntaxKind.Unknown;
    this.#memberOf = memberOf;
    this.#scanner = createScanner(ScriptTarget.ES2022, true, LanguageVariant.Standard, text, () => {
      this.#isBroken = true;
    });
  }

  rows(): readonly Row[] {
    this.#goTo(0);
    while (this.#token !== this.#kinds.EndOfFileToken) {
      if (this.#token === this.#kinds.OpenBracketToken) {
        const at = this.#scanner.getTokenEnd();
        const rows = this.#listAt(at);
        if (rows.length > 0) return rows;
        this.#goTo(at);
      } else if (this.#take(this.#kinds.ConstKeyword)) this.#constant();
      else this.#pass();
    }
    return [];
  }

  /** One that is declared twice may stand for either, hence for neither. */
  #constant(): void {
    const { EqualsToken, SemicolonToken, ConstKeyword, EndOfFileToken, OpenBraceToken } = this.#kinds;
    const ends = [EqualsToken, SemicolonToken, ConstKeyword, EndOfFileToken];
    const name = this.#scanner.getTokenValue();
    while (!ends.includes(this.#token)) {
      if (this.#take(OpenBraceToken)) this.#passBlock();
      this.#pass();
    }
    if (this.#token !== EqualsToken) return;
    const at = this.#scanner.getTokenEnd();
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
    while (!this.#take(this.#kinds.CloseBracketToken)) {
      const start = this.#scanner.getTokenStart();
      this.#shape = '';
      const value = this.#row();
      if (!isPlain(value) || this.#isBroken) return [];
      const shape = this.#shape;
      this.#take(this.#kinds.CommaToken);
      rows.push({ value, shape, start, end: this.#scanner.getTokenStart() });
    }
    this.#endOfValue();
    return this.#isBroken ? [] : rows;
  }

  /** It stands as it is, or is given to a function that returns it. */
  #row(): unknown {
    const { Identifier, OpenParenToken, CloseParenToken } = this.#kinds;
    if (!this.#take(Identifier)) return this.#value();
    if (!this.#take(OpenParenToken)) return undefined;
    const value = this.#value();
    if (!this.#take(CloseParenToken)) this.#isBroken = true;
    this.#endOfValue();
    return value;
  }

  #goTo(at: number): void {
    this.#scanner.resetTokenState(at);
    this.#isBroken = false;
    this.#next();
  }

  /** Over what is no list, as a whole where a part of it would look like something else. */
  #pass(): void {
    const { SlashToken, TemplateHead, TemplateMiddle } = this.#kinds;
    if (this.#token === SlashToken) this.#scanner.reScanSlashToken();
    while (this.#token === TemplateHead || this.#token === TemplateMiddle) {
      this.#next();
      this.#passBlock();
      this.#token = this.#scanner.reScanTemplateToken(false);
    }
    this.#next();
  }

  /** Up to the brace that closes it. */
  #passBlock(): void {
    const { OpenBraceToken, CloseBraceToken, EndOfFileToken } = this.#kinds;
    for (let depth = 0; depth > 0 || this.#token !== CloseBraceToken; this.#pass()) {
      if (this.#token === EndOfFileToken) return;
      if (this.#token === OpenBraceToken) depth += 1;
      if (this.#token === CloseBraceToken) depth -= 1;
    }
  }

  #value(): unknown {
    const value = this.#beginning();
    this.#endOfValue();
    return value;
  }

  #endOfValue(): void {
    // What it is claimed to be is the compiler's business.
    while (this.#take(this.#kinds.AsKeyword)) this.#next();
    if (!this.#isEnd()) this.#isBroken = true;
  }

  #beginning(): unknown {
    const kinds = this.#kinds;
    const token = this.#token;
    const text = this.#scanner.getTokenValue();
    switch (token) {
      case kinds.StringLiteral:
      case kinds.NoSubstitutionTemplateLiteral:
        this.#next();
        return text;
      case kinds.NumericLiteral:
        this.#next();
        return Number(text);
      case kinds.MinusToken:
        this.#next();
        return -Number(this.#beginning());
      case kinds.TrueKeyword:
      case kinds.FalseKeyword:
        this.#next();
        return token === kinds.TrueKeyword;
      case kinds.OpenBraceToken:
        this.#next();
        return this.#object();
      case kinds.Identifier:
        this.#next();
        return this.#named(text);
      default:
        return undefined;
    }
  }

  /** A constant, or a member of an enum. */
  #named(name: string): unknown {
    if (!this.#take(this.#kinds.DotToken)) return this.#constants.get(name);
    const member = this.#scanner.getTokenValue();
    const value = this.#memberOf(`${name}.${member}`);
    // One that is known says as little of the shape as another literal.
    this.#next(value === undefined ? member : 'member');
    return value;
  }

  #object(): Plain {
    const { CloseBraceToken, ColonToken, CommaToken, DotDotDotToken } = this.#kinds;
    const plain: Plain = {};
    do {
      if (this.#token === CloseBraceToken) break;
      if (this.#take(DotDotDotToken)) this.#spreadInto(plain);
      else {
        const name = this.#scanner.getTokenValue();
        this.#shape += name;
        this.#next();
        if (this.#take(ColonToken)) plain[name] = this.#value();
        else this.#isBroken = true;
      }
    } while (this.#take(CommaToken));
    this.#take(CloseBraceToken);
    return plain;
  }

  /** What is not known might say anything otherwise. */
  #spreadInto(plain: Plain): void {
    const value = this.#value();
    if (isPlain(value)) Object.assign(plain, value);
    else this.#isBroken = true;
  }

  #isEnd(): boolean {
    const kinds = this.#kinds;
    switch (this.#token) {
      case kinds.CommaToken:
      case kinds.SemicolonToken:
      case kinds.CloseBraceToken:
      case kinds.CloseBracketToken:
      case kinds.CloseParenToken:
      case kinds.EndOfFileToken:
        return true;
      default:
        // A line may end without a semicolon.
        return (
          this.#scanner.hasPrecedingLineBreak() && (this.#scanner.isIdentifier() || this.#scanner.isReservedWord())
        );
    }
  }

  #take(token: ts.SyntaxKind): boolean {
    if (this.#token !== token) return false;
    this.#next();
    return true;
  }

  #next(
    word: string | ts.SyntaxKind = this.#scanner.isIdentifier() ? this.#scanner.getTokenValue() : this.#token,
  ): void {
    this.#shape += ` ${word}`;
    this.#token = this.#scanner.scan();
  }
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}

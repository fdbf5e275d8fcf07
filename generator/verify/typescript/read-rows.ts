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

/** Where an object begins that is a constant of the file. */
const CONSTANT = /^(?:export )?const (?<name>\w+)\b[^=\n]*= (?=\{)/gm;

/** The rows of the first list of objects; `memberOf` knows the members of enums that it may name. */
export function rowsOf(text: string, memberOf: (reference: string) => unknown, compiler: Compiler): readonly Row[] {
  const constants = new Map<string, unknown>();
  const reader = new Reader(text, (name) => (name.includes('.') ? memberOf(name) : constants.get(name)), compiler);
  for (const { 0: start, index, groups } of text.matchAll(CONSTANT)) {
    constants.set(groups?.['name'] ?? '', reader.constant(index + start.length));
  }
  return reader.rows();
}

class Reader {
  readonly #kinds: Compiler['SyntaxKind'];
  readonly #scanner: ts.Scanner;
  readonly #lookUp: (name: string) => unknown;
  #token: ts.SyntaxKind;
  #shape = '';
  /** What was read is no literal, or one that is not written as it has to be. */
  #isBroken = false;

  constructor(text: string, lookUp: (name: string) => unknown, compiler: Compiler) {
    const { createScanner, LanguageVariant, ScriptTarget, SyntaxKind } = compiler;
    this.#kinds = SyntaxKind;
    this.#token = SyntaxKind.Unknown;
    this.#lookUp = lookUp;
    this.#scanner = createScanner(ScriptTarget.ES2022, true, LanguageVariant.Standard, text, () => {
      this.#isBroken = true;
    });
  }

  constant(at: number): unknown {
    this.#goTo(at);
    const value = this.#value();
    return this.#isBroken ? undefined : value;
  }

  rows(): readonly Row[] {
    this.#goTo(0);
    while (this.#token !== this.#kinds.EndOfFileToken) {
      if (this.#token === this.#kinds.OpenBracketToken) {
        const at = this.#scanner.getTokenEnd();
        const rows = this.#listAt(at);
        if (rows.length > 0) return rows;
        this.#goTo(at);
      } else this.#pass();
    }
    return [];
  }

  /** None where anything is listed but objects of literals. */
  #listAt(at: number): readonly Row[] {
    this.#goTo(at);
    const rows: Row[] = [];
    while (this.#token !== this.#kinds.CloseBracketToken) {
      const start = this.#scanner.getTokenStart();
      this.#shape = '';
      const value = this.#value();
      if (!isPlain(value) || this.#isBroken) return [];
      const shape = this.#shape;
      this.#take(this.#kinds.CommaToken);
      rows.push({ value, shape, start, end: this.#scanner.getTokenStart() });
    }
    return rows;
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
    // What it is claimed to be is the compiler's business.
    while (this.#take(this.#kinds.AsKeyword)) this.#next();
    if (!this.#isEnd()) this.#isBroken = true;
    return value;
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

  /** A constant, a member of an enum, or what a function is given. */
  #named(name: string): unknown {
    if (this.#take(this.#kinds.OpenParenToken)) {
      const value = this.#value();
      if (!this.#take(this.#kinds.CloseParenToken)) this.#isBroken = true;
      return value;
    }
    if (!this.#take(this.#kinds.DotToken)) return this.#lookUp(name);
    const member = this.#scanner.getTokenValue();
    this.#next();
    return this.#lookUp(`${name}.${member}`);
  }

  #object(): Plain {
    const { CloseBraceToken, ColonToken, CommaToken, DotDotDotToken } = this.#kinds;
    const plain: Plain = {};
    do {
      if (this.#token === CloseBraceToken) break;
      if (this.#take(DotDotDotToken)) Object.assign(plain, this.#value());
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
        return false;
    }
  }

  #take(token: ts.SyntaxKind): boolean {
    if (this.#token !== token) return false;
    this.#next();
    return true;
  }

  #next(): void {
    this.#shape += ` ${this.#scanner.isIdentifier() ? this.#scanner.getTokenValue() : this.#token}`;
    this.#token = this.#scanner.scan();
  }
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}

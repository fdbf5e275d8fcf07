/** A sink: one way in which a language takes text, and how its own parser says what the text has become. */
import type { Encode } from '../../generator/languages/language.ts';

export interface Sink {
  /** Encoders of this name, or `literal` and `prose`, are what it proves. */
  readonly name: string;
  readonly encode: Encode;
  /** What the parser makes of each encoded text. All at once, because starting a parser takes time. */
  read(encoded: readonly string[]): readonly unknown[];
  /** What must come back; the text itself, unless the sink is for prose. */
  readonly means?: (text: string) => unknown;
  /** Why no source of the language can hold the text; `undefined` where one can. */
  readonly refuses?: (text: string) => string | undefined;
}

export interface SinksOf {
  readonly language: string;
  /** What reads it back, if it is not in Node. */
  readonly programs: readonly string[];
  /** Of data that has no escapes: what cannot be seen stands in it as it is. */
  readonly isVerbatim?: true;
  readonly sinks: readonly Sink[];
}

/** A comment must end where it is meant to: then what follows it is there. */
export const UNHARMED = 'the source after it is unharmed';

/** Prose is one line with single blanks. */
export function asProse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

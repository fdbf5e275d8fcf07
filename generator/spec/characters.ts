/** The characters that a spec may not have. */
import { type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';

/** Characters that no YAML has, and those that make a reviewer read another order than the parser. */
const FORBIDDEN = /\r(?!\n)|(?![\t\n\r\u{85}])[\p{Cc}\p{Cs}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}]/gu;

/** Each forbidden character once, where it first stands. */
export function forbiddenCharacters(text: string, at: (offset: number) => Span): Diagnostic[] {
  const firsts = new Map([...text.matchAll(FORBIDDEN)].reverse().map(({ 0: character, index }) => [character, index]));
  return [...firsts].map(([character, index]) =>
    error('yaml-character', at(index), `character ${quote(character)} is not allowed`, {
      hint: character === '\r' ? 'save the file with line feeds as line ends' : 'delete it',
    }),
  );
}

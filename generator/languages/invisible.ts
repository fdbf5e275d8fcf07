/** What a reader could not see, or what would reorder what is seen: never printed as it is in source text. */

/** Controls, marks of formatting, separators of lines, and halves of characters. */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Half of a character that takes two: text that has one cannot be written as UTF-8. */
export const LONE_SURROGATE = /\p{Cs}/u;

/** Text for one line of prose. */
export function onOneLine(text: string): string {
  // But for single blanks, which are nearly all, and stay.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** The same, with an escape in the place of what a reader could not see: a comment in most languages. */
export function visibleLine(text: string): string {
  return onOneLine(text).replace(INVISIBLE, escapeCodePoint);
}

/** A character as an escape of its code point, with four digits or eight: `\u200b`, `\U000e0001`. */
export function escapeCodePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** The same, or the short escape that line ends and tabs have in most languages. */
export function escapeShortly(character: string): string {
  return SHORT[character] ?? escapeCodePoint(character);
}

/** A character as escapes of its UTF-16 units, or the short escape. */
export function escapeUnits(characters: string): string {
  const units = Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
  return SHORT[characters] ?? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

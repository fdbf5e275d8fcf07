/** Text that somebody else wrote, made safe to stand in a message: one line, visible, short. */

const LONGEST = 80;

/** Controls, blanks other than the common one, and the invisible marks that reorder or hide text. */
const UNPRINTABLE = /(?! )[\p{Zs}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

export function quote(text: string | number | boolean): string {
  const shown = visible(String(text));
  return `"${shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown}"`;
}

/** The same text with every character that a terminal or a log would act upon written as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

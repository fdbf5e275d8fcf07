/** The text of a cell as a spec has it: one visible line. What a link or a mark-up is, the readers know. */

/** Everything invisible but the two joiners, without which some scripts cannot be written. */
const INVISIBLE = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** No back-ticks, single blanks, none at either end. */
export function tidy(text: string): string {
  return text.replaceAll('`', '').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** The same without links: their words alone. For codes, headers and headings, where a link is decoration. */
export function plain(text: string): string {
  return tidy(text.replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1').replace(/\*\*|__/g, ''));
}

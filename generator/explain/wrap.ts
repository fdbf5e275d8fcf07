/** Text in columns that fit a terminal of the usual width. */

/** The narrowest width that terminals are commonly set to. */
export const WIDTH = 80;

/** Where the words begin that stand beside a label. */
const COLUMN = 16;

/** A label, and beside it texts below each other; nothing where there is no text. */
export function labelled(label: string, ...texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) => wrap(text, WIDTH - COLUMN));
  return lines.map((line, index) => (index === 0 ? `  ${label}` : '').padEnd(COLUMN) + line);
}

/** Lines of at most this width, broken between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Text in columns that fit a terminal of the usual width. */

/** The narrowest width that terminals are commonly set to. */
export const WIDTH = 80;

/** A label, and beside it words that go on below each other; one line at least. */
export function labelled(label: string, words: string, indent = 2, column = 14): string[] {
  const lines = wrap(words, WIDTH - indent - column);
  return (lines.length === 0 ? [''] : lines).map((line, index) =>
    `${' '.repeat(indent)}${(index === 0 ? label : '').padEnd(column)}${line}`.trimEnd(),
  );
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

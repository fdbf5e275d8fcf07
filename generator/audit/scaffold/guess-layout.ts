/** How a flattened table may have to be read whose columns nobody has declared yet. */
import { tidy } from '../../document/cell.ts';
import type { Layout } from '../../document/columns.ts';

/** One for each paragraph whose lines start with what looks like a code. */
export function guessLayouts(text: string): Layout[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const [head = '', ...rows] = paragraph.trim().split('\n').map(tidy);
    const words = rows.map((row) => row.split(' '));
    if (rows.length < 2 || !words.every(([first = '']) => looksLikeCode(first))) return [];
    const headers = headersOf(head);
    const count = words.findIndex((_, column) => !words.every((row) => column === 0 || isInteger(row[column])));
    const single = Math.min(count === -1 ? 1 : count, headers.length - 1);
    return single < 1 ? [] : [{ headers, columns: headers.map((_, index) => kindOf(index, single)), codes: new Set() }];
  });
}

/** Digits, or a word with something that sentences do not begin with. */
function looksLikeCode(word: string): boolean {
  return /^(?=.*(?:\d|[A-Z]{2}|_|\w\.\w))[\w.:-]+$/.test(word);
}

/** A capital after a word in lower case begins the next header. */
function headersOf(line: string): string[] {
  return line.split(/(?<=[a-z]) (?=[A-Z])/);
}

function kindOf(index: number, single: number): 'word' | 'text' | 'none' {
  if (index < single) return 'word';
  return index === single ? 'text' : 'none';
}

function isInteger(word = ''): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(word);
}

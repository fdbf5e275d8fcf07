/** The door to `diff`: what a file has, against what it should have, as a unified diff. */
import { createTwoFilesPatch, diffArrays, OMIT_HEADERS } from 'diff';

/** Beyond this a diff is a file, and the file can be looked at. */
const MOST_LINES = 40;

const WIDEST = 160;

/** A longer text is not compared: the algorithm is quadratic in what differs. */
const LONGEST = 400_000;

export function diffOf(there: string, planned: string): string | undefined {
  if (there.length > LONGEST || planned.length > LONGEST) return undefined;
  const patch = createTwoFilesPatch('', '', there, planned, '', '', {
    context: 2,
    timeout: 1000,
    headerOptions: OMIT_HEADERS,
  });
  if (patch === undefined) return undefined;
  // The last line is empty.
  const lines = patch.split('\n').slice(0, -1).map(cut);
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`… ${more} more lines`] : [])].join('\n');
}

function cut(line: string): string {
  return line.length > WIDEST ? `${line.slice(0, WIDEST)}…` : line;
}

/** Where two texts part. */
export function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Two lines of text word by word, in the order of reading. */
export function differingWords(before: string, after: string): WordPart[] {
  const parts = diffArrays(before.split(' '), after.split(' '), { timeout: 1000 });
  if (parts === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(' '),
  }));
}

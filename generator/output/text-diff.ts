/** The door to `diff`: what a file has, against what it should have, as a unified diff. */
import { createPatch, diffArrays, OMIT_HEADERS } from 'diff';

/** Beyond this a diff is a file, and the file can be looked at. */
const MOST_LINES = 40;

const WIDEST = 160;

/** Texts that differ more are not compared: that takes quadratic time. A limit of time would depend on the machine. */
const MOST_EDITS = 1000;

export function diffOf(there: string, planned: string): string | undefined {
  const patch = createPatch('', there, planned, undefined, undefined, {
    context: 2,
    maxEditLength: MOST_EDITS,
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
  const parts = diffArrays(before.split(' '), after.split(' '), { maxEditLength: MOST_EDITS });
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

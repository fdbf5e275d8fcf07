/** "Did you mean …?": the known word that is nearest to an unknown one. */
import { distance } from 'fastest-levenshtein';
import { visible } from './quote.ts';

/** A third of the word may be wrong; beyond that a suggestion is noise. */
const TOLERANCE = 3;

/** The hint for a word that is none of the known ones. */
export function suggest(word: string, known: Iterable<string>): string {
  const candidates = [...known];
  const near = nearest(word, candidates);
  if (near !== undefined) return `did you mean "${visible(near)}"?`;
  if (candidates.length === 1) return `use "${visible(candidates.join())}"`;
  return candidates.length === 0 ? 'remove it' : `use one of: ${candidates.map(visible).join(', ')}`;
}

export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / TOLERANCE));
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const away = distanceBetween(word, candidate);
    if (away <= limit && (best === undefined || away < best.distance)) best = { word: candidate, distance: away };
  }
  return best?.word;
}

/** How far two words are apart, whatever their capitals. Two letters that changed places are one mistake, not two. */
export function distanceBetween(word: string, other: string): number {
  const [a, b] = [word.toLowerCase(), other.toLowerCase()];
  const away = distance(a, b);
  return away === 2 && [...a].sort().join('') === [...b].sort().join('') ? 1 : away;
}

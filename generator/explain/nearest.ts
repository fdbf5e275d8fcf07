/** The listed codes that a word may have been meant for. */
import { distanceBetween } from '../diagnostic/suggest.ts';
import type { Code } from '../registry/registry.ts';

export interface Neighbour {
  readonly provider: string;
  readonly catalog: string;
  readonly code: Code;
  readonly name: string;
}

const MOST = 3;

/** The nearest ones by code or name, the nearest first; of numbers that differ in as many digits, the next one. */
export function nearestOf(word: string, known: readonly Neighbour[]): Neighbour[] {
  const limit = Math.max(1, Math.floor(word.length / 3));
  return known
    .map((neighbour) => ({
      neighbour,
      away: Math.min(distanceBetween(word, String(neighbour.code)), distanceBetween(word, neighbour.name)),
    }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away || numbersBetween(word, a.neighbour.code) - numbersBetween(word, b.neighbour.code))
    .slice(0, MOST)
    .map(({ neighbour }) => neighbour);
}

function numbersBetween(word: string, code: Code): number {
  const difference = typeof code === 'number' ? Math.abs(code - Number(word)) : 0;
  return Number.isNaN(difference) ? 0 : difference;
}

/** The most that can stay where it is: a longest rising subsequence. */

/** What a number is the last of: how heavy, and which number stands before it. */
interface Run {
  readonly index: number;
  readonly weight: number;
  readonly before: Run | undefined;
}

/**
 * The indexes of a longest run of numbers that rise from left to right. Of several, the one with most favourites; of
 * these, the one that is complete first.
 */
export function longestRising(numbers: readonly number[], isFavourite: (index: number) => boolean): Set<number> {
  const ranks = new Map([...new Set(numbers)].sort((a, b) => a - b).map((number, rank) => [number, rank]));
  const heaviest = new HeaviestBelow(ranks.size);
  for (const [index, number] of numbers.entries()) {
    const rank = ranks.get(number) ?? 0;
    const before = heaviest.below(rank);
    // One more number counts for more than any number of favourites.
    const own = numbers.length + 1 + (isFavourite(index) ? 1 : 0);
    heaviest.add(rank, { index, weight: (before?.weight ?? 0) + own, before });
  }
  const kept = new Set<number>();
  for (let run = heaviest.below(ranks.size); run !== undefined; run = run.before) kept.add(run.index);
  return kept;
}

/** The heaviest run that ends below a rank, found in a few steps however many there are: a tree of Fenwick's. */
class HeaviestBelow {
  readonly #best: (Run | undefined)[];

  constructor(ranks: number) {
    this.#best = Array.from({ length: ranks + 1 });
  }

  add(rank: number, run: Run): void {
    for (let node = rank + 1; node < this.#best.length; node += node & -node) {
      this.#best[node] = heavier(this.#best[node], run);
    }
  }

  below(rank: number): Run | undefined {
    let best: Run | undefined;
    for (let node = rank; node > 0; node -= node & -node) best = heavier(best, this.#best[node]);
    return best;
  }
}

/** Of two that are as heavy, the one that is complete first. */
function heavier(a: Run | undefined, b: Run | undefined): Run | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.weight === b.weight) return a.index < b.index ? a : b;
  return a.weight > b.weight ? a : b;
}

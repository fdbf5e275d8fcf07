/** The most that can stay where it is: a longest rising subsequence. */

/**
 * The indexes of a longest run of numbers that rise from left to right. Of several, the one with most favourites; of
 * these, the one that is complete first.
 */
export function longestRising(numbers: readonly number[], isFavourite: (index: number) => boolean): Set<number> {
  // One more number counts for more than any number of favourites.
  const weightOf = (index: number) => numbers.length + 1 + (isFavourite(index) ? 1 : 0);
  const runs: { readonly weight: number; readonly before: number | undefined }[] = [];
  for (const [index, number] of numbers.entries()) {
    let before: number | undefined;
    for (let other = 0; other < index; other += 1) {
      const isBetter = before === undefined || (runs[other]?.weight ?? 0) > (runs[before]?.weight ?? 0);
      if ((numbers[other] ?? number) < number && isBetter) before = other;
    }
    const weight = weightOf(index) + (before === undefined ? 0 : (runs[before]?.weight ?? 0));
    runs.push({ weight, before });
  }
  const kept = new Set<number>();
  const heaviest = Math.max(0, ...runs.map(({ weight }) => weight));
  let last: number | undefined = runs.findIndex(({ weight }) => weight === heaviest);
  for (; last !== undefined && last !== -1; last = runs[last]?.before) kept.add(last);
  return kept;
}

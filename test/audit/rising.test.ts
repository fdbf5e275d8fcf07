/** Moving one thing moves one thing: the rest is the longest part that is still in order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRising } from '../../generator/audit/rising.ts';

const none = () => false;

test('what stays rises, and nothing else could stay besides', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 9 }), (numbers) => {
      const kept = [...longestRising(numbers, none)].sort((a, b) => a - b).map((index) => numbers[index] ?? 0);
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
      expect(kept.length).toBe(longestByTrial(numbers));
    }),
  );
});

test('one thing that moves is the one that does not stay', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 12 }), fc.nat(), fc.nat(), (size, from, to) => {
      const moved = from % size;
      const others = Array.from({ length: size }, (_, index) => index).filter((number) => number !== moved);
      const place = to % size;
      fc.pre(Math.abs(place - moved) > 1);
      const numbers = others.toSpliced(place, 0, moved);
      const kept = longestRising(numbers, none);
      expect(numbers.filter((_, index) => !kept.has(index))).toEqual([moved]);
    }),
  );
});

test('of two that have changed places, the favourite stays', () => {
  expect([...longestRising([1, 0], (index) => index === 0)]).toEqual([0]);
  expect([...longestRising([1, 0], (index) => index === 1)]).toEqual([1]);
  expect(longestRising([], none)).toEqual(new Set());
});

/** Every choice, tried. */
function longestByTrial(numbers: readonly number[]): number {
  let longest = 0;
  for (let choice = 0; choice < 2 ** numbers.length; choice += 1) {
    const chosen = numbers.filter((_, index) => (choice >> index) % 2 === 1);
    if (chosen.every((number, index) => index === 0 || (chosen[index - 1] ?? 0) < number)) {
      longest = Math.max(longest, chosen.length);
    }
  }
  return longest;
}

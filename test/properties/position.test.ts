/** Laws of positions: an offset leads to one line and column, and these lead back to it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lines } from '../../generator/diagnostic/position.ts';

const textAndOffset = fc
  .array(fc.constantFrom('\n', '\r', '\r\n', '\t', 'a', 'bc', '漢', '👩', '\u2028', '\u0085'))
  .map((parts) => parts.join(''))
  .chain((text) => fc.record({ text: fc.constant(text), offset: fc.nat({ max: text.length }) }));

test('offset to position to offset is the identity', () => {
  fc.assert(
    fc.property(textAndOffset, ({ text, offset }) => {
      const lines = new Lines(text);
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
    }),
  );
});

test('the line is one more than the line ends before it, and the column counts from the last of them', () => {
  fc.assert(
    fc.property(textAndOffset, ({ text, offset }) => {
      // A line feed that belongs to a carriage return before it ends no line of its own.
      const isInsideLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
      const before = text.slice(0, isInsideLineEnd ? offset - 1 : offset).split(/\r\n|\r|\n/);
      const column = (before.at(-1)?.length ?? 0) + (isInsideLineEnd ? 2 : 1);
      expect(new Lines(text).positionAt(offset)).toEqual({ line: before.length, column });
    }),
  );
});

test('the lines are those of the text', () => {
  fc.assert(
    fc.property(textAndOffset, ({ text }) => {
      const expected = text.split(/\r\n|\r|\n/);
      const lines = new Lines(text);
      expect(expected.map((_, index) => lines.textOf(index + 1))).toEqual(expected);
    }),
  );
});

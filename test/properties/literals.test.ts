/** Laws of encoders: whatever the text is, the source that is made of it means that text and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json } from '../../generator/languages/json.ts';
import type { Encode } from '../../generator/languages/language.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import { ACTED_UPON, nastyText } from './nasty.ts';

const RUNS = { numRuns: 500 };

/** TypeScript and JSON can hold any text, so they refuse none. */
function accepted(encoded: ReturnType<Encode> | undefined): string {
  if (typeof encoded !== 'string') throw new Error(`refused: ${JSON.stringify(encoded)}`);
  return encoded;
}

/** The value of an expression, as the engine itself reads it. */
function evaluate(source: string): unknown {
  return new Function(`"use strict"; return (${source}\n);`)();
}

describe.each<[string, (text: string) => string]>([
  ['literal', (text) => accepted(typescript.literal(text))],
  ['string', (text) => accepted(typescript.encoders['string']?.(text))],
  ['prose', (text) => accepted(typescript.prose?.(text))],
])('TypeScript: %s', (_, encode) => {
  test('evaluates back to its text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(evaluate(encode(text))).toBe(text);
      }),
      RUNS,
    );
  });

  test('is one line that hides nothing', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(encode(text)).not.toMatch(/[\n\r\t]/);
        expect(encode(text)).not.toMatch(ACTED_UPON);
      }),
      RUNS,
    );
  });
});

test.each([typescript, json])('$title: numbers and booleans evaluate back', (language) => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), fc.boolean()), (value) => {
      expect(evaluate(accepted(language.literal(value)))).toBe(value);
    }),
  );
});

test('JSON: a literal parses back to its text', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      expect(JSON.parse(accepted(json.literal(text)))).toBe(text);
      expect(JSON.parse(accepted(json.encoders['string']?.(text)))).toBe(text);
    }),
    RUNS,
  );
});

describe('TypeScript: comment', () => {
  const comment = (text: string) => accepted(typescript.encoders['comment']?.(text));

  test('ends no comment of any kind', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const encoded = comment(text);
        const run = new Function(`/** ${encoded} */ /**\n * ${encoded}\n */ // ${encoded}\n return 7;`);
        expect(run()).toBe(7);
      }),
      RUNS,
    );
  });

  test('is one line that hides nothing, and no tag', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const encoded = comment(text);
        expect(encoded).not.toMatch(/[\n\r\t]/);
        expect(encoded).not.toMatch(ACTED_UPON);
        expect(encoded).not.toMatch(/(?<!\\)@\w/);
      }),
      RUNS,
    );
  });

  test('leaves a plain sentence alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 ,.()%/-]{1,40}$/), (text) => {
        expect(comment(text)).toBe(text.replace(/ +/g, ' ').trim());
      }),
    );
  });
});

/** The matrix: every encoder of every language, with every text that has ever broken one, read back by the language's own parser. */
import { expect, test } from 'vitest';
import { languages } from '../../generator/languages/index.ts';
import { Refused } from '../../generator/languages/language.ts';
import { describeWith } from '../support/toolchain.ts';
import { csvSinks } from './csv.ts';
import { encoderNames } from './encoder-of.ts';
import { goSinks } from './go.ts';
import { htmlSinks } from './html.ts';
import { javaSinks } from './java.ts';
import { markdownSinks } from './markdown.ts';
import { payloads } from './payloads.ts';
import { pythonSinks } from './python.ts';
import { sqlSinks } from './sql.ts';
import { jsonSinks, typescriptSinks } from './typescript.ts';

const matrix = [
  csvSinks,
  goSinks,
  htmlSinks,
  javaSinks,
  jsonSinks,
  markdownSinks,
  pythonSinks,
  sqlSinks,
  typescriptSinks,
];

/** What would act upon a reader, a terminal or an editor that shows the source. */
const ACTED_UPON = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

test('every encoder of every language is in the matrix', () => {
  const proven = matrix.map(({ language, sinks }) => [language, sinks.map(({ name }) => name).sort()]);
  const there = languages.map((language) => [language.id, encoderNames(language).sort()]);
  expect(Object.fromEntries(proven)).toEqual(Object.fromEntries(there));
});

for (const { language, programs, sinks, isVerbatim = false } of matrix) {
  describeWith(language, programs, () => {
    test.each(sinks)('$name: every text comes back as it was, or is refused', ({ encode, read, ...sink }) => {
      const { means = (text: string) => text, refuses = () => undefined } = sink;
      const encoded = Object.entries(payloads).map(([name, text]) => ({ name, text, source: encode(text) }));
      const refused = encoded.map(({ name, source }) => [name, source instanceof Refused ? source.why : undefined]);
      expect(refused).toEqual(encoded.map(({ name, text }) => [name, refuses(text)]));

      const sources = encoded.flatMap(({ source, ...rest }) =>
        source instanceof Refused ? [] : [{ ...rest, source }],
      );
      const values = read(sources.map(({ source }) => source));
      expect(values).toHaveLength(sources.length);
      // By name, because the diff of a megabyte is no help.
      const harmed = sources.filter(({ text }, index) => values[index] !== means(text)).map(({ name }) => name);
      expect(harmed).toEqual([]);
      const showing = isVerbatim ? [] : sources.filter(({ source }) => ACTED_UPON.test(source));
      expect(showing.map(({ name }) => name)).toEqual([]);
    });
  });
}

/** Answers for programs. */
import { linesOf, plainClaims, plainEntry } from '../registry/plain.ts';
import { sentencesOf } from '../registry/sentences.ts';
import { type Answer, isAnswered, type Meaning, type Surroundings } from './answer.ts';
import { memberNames } from './member-name.ts';
import { printedCells } from './printed.ts';

export function plainAnswer(answer: Answer, surroundings: Surroundings): object {
  const { word, meanings, schemes, noFailures, nearest } = answer;
  return {
    word,
    isAnswered: isAnswered(answer),
    meanings: meanings.map((meaning) => plainMeaning(meaning, surroundings)),
    schemes: schemes.map(({ provider, catalog, prefix }) => ({
      provider: provider.id,
      catalog: catalog.id,
      prefix: prefix.prefix,
      title: prefix.title,
      classification: plainClaims(prefix.classification),
      stated: linesOf(prefix.classification, 'statedOn'),
    })),
    noFailures,
    nearest,
  };
}

function plainMeaning(meaning: Meaning, { axes, languages, placeOf }: Surroundings): object {
  const { provider, catalog, entry, foundBy } = meaning;
  return {
    provider: provider.id,
    catalog: catalog.id,
    foundBy,
    entry: plainEntry(entry),
    printed: Object.fromEntries(printedCells(entry, catalog).map(({ header, printed }) => [header, printed])),
    sentences: sentencesOf(entry.classification, axes),
    names: Object.fromEntries(memberNames(entry.name, catalog, languages).map(({ title, name }) => [title, name])),
    document: { title: provider.document.title, line: entry.line },
    spec: placeOf(meaning),
  };
}

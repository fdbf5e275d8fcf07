/** Answers as a person reads them, at 80 columns. */
import { visible } from '../diagnostic/quote.ts';
import { painter, type TextOptions } from '../diagnostic/text.ts';
import type { Classification } from '../registry/registry.ts';
import { sentencesOf } from '../registry/sentences.ts';
import { type Answer, isAnswered, type Meaning, type SchemeAnswer, type Surroundings } from './answer.ts';
import { memberNames } from './member-name.ts';
import { printedCells } from './printed.ts';
import { labelled, WIDTH, wrap } from './wrap.ts';

export function renderAnswer(answer: Answer, surroundings: Surroundings, { color }: TextOptions): string {
  const { word, meanings, schemes, noFailures, nearest } = answer;
  const paint = painter(color);
  const unlisted = [
    paint.bold(`${visible(word)} is not listed`) + (isAnswered(answer) ? '' : ', and nothing is known of it'),
    ...schemes.flatMap((scheme) => schemeLines(scheme)),
    ...(noFailures.length === 0 ? [] : ['', '  Nothing failed where it stands at']),
    ...noFailures.map(
      ({ provider, catalog, payload, pointer }) => `    ${pointer} of ${payload}  (${provider}/${catalog})`,
    ),
    ...(nearest.length === 0 ? [] : ['', '  Nearest']),
    ...nearest.map(({ provider, catalog, code, name }) => `    ${code}  ${name}  (${provider}/${catalog})`),
  ];
  const blocks = meanings.map((meaning) => {
    const { provider, catalog, entry } = meaning;
    const head = paint.bold(paint.cyan(`${provider.id}/${catalog.id} ${entry.code}`));
    return [`${head}  ${entry.name}`, ...meaningLines(meaning, surroundings)];
  });
  return (blocks.length === 0 ? [unlisted] : blocks).map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function meaningLines(meaning: Meaning, { axes, languages, placeOf }: Surroundings): string[] {
  const { provider, catalog, entry } = meaning;
  const { classification, note } = entry;
  const { path, line, column } = placeOf(meaning);
  return [
    ...sentencesOf(classification, axes).flatMap((sentence) => ['', ...labelled('Plainly', sentence)]),
    '',
    ...labelled('Printed', ...printedCells(entry, catalog).map(({ header, printed }) => `${header}: ${printed}`)),
    ...(classification.size === 0 ? [] : ['', ...statedLines(classification), ...inferredLines(classification)]),
    ...(note === undefined ? [] : ['', ...labelled('Note', note)]),
    '',
    ...labelled('Names', ...memberNames(entry.name, catalog, languages).map(({ title, name }) => `${title}: ${name}`)),
    ...labelled('Document', `${provider.name}, "${provider.document.title}", line ${entry.line}`),
    ...labelled('Spec', `${path}:${line}:${column}`),
  ];
}

function schemeLines({ provider, catalog, prefix }: SchemeAnswer): string[] {
  const label = `${provider.id}/${catalog.id}`;
  const start = `Codes of ${label} that start with ${prefix.prefix}: ${prefix.title}.`;
  return ['', ...wrap(start, WIDTH - 2).map((line) => `  ${line}`), ...statedLines(prefix.classification)];
}

/** Each axis with the line that states it. That nothing is stated is said, too. */
function statedLines(classification: Classification): string[] {
  const claims = [...classification].flatMap(([axis, { value, statedOn }]) =>
    statedOn === undefined ? [] : `${wordsOf(axis)} ${value} (line ${statedOn})`,
  );
  return claims.length === 0 ? labelled('Stated', 'nothing') : labelled('Stated', ...claims);
}

/** Each axis with the line of its words, where these are known. */
function inferredLines(classification: Classification): string[] {
  const claims = [...classification].flatMap(([axis, { value, statedOn, basis }]) => {
    const words = basis === undefined ? '' : ` (by words of line ${basis})`;
    return statedOn === undefined ? `${wordsOf(axis)} ${value}${words}` : [];
  });
  return labelled('Inferred', ...claims);
}

function wordsOf(axis: string): string {
  return axis.replaceAll('_', ' ');
}

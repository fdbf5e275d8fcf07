/** Answers as a person reads them, at 80 columns. */
import { visible } from '../diagnostic/quote.ts';
import { painter } from '../diagnostic/text.ts';
import type { Language } from '../languages/language.ts';
import type { Axis, Classification } from '../registry/registry.ts';
import type { SchemeAnswer } from '../registry/scheme.ts';
import { type Answer, isAnswered, type Meaning } from './answer.ts';
import { memberNames } from './member-name.ts';
import { printedCells } from './printed.ts';
import { sentencesOf } from './sentences.ts';
import { labelled, WIDTH, wrap } from './wrap.ts';

export interface Telling {
  readonly axes: readonly Axis[];
  readonly languages: readonly Language[];
  readonly color: boolean;
  /** `path:line:column` of an entry in its spec. */
  placeOf(meaning: Meaning): string;
}

export function renderAnswer(answer: Answer, telling: Telling): string {
  const { word, meanings, schemes, noFailures, nearest } = answer;
  const paint = painter(telling.color);
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
  const blocks = meanings.length === 0 ? [unlisted] : meanings.map((meaning) => meaningLines(meaning, telling));
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function meaningLines(meaning: Meaning, { axes, languages, color, placeOf }: Telling): string[] {
  const { provider, catalog, entry } = meaning;
  const paint = painter(color);
  const head = `${provider.id}/${catalog.id} ${entry.code}`;
  return [
    `${paint.bold(paint.cyan(head))}  ${entry.name}`,
    ...sentencesOf(entry.classification, axes).flatMap((sentence) => ['', ...labelled('Plainly', sentence)]),
    '',
    ...printedCells(entry, catalog).flatMap(({ header, printed }, index) => [
      ...labelled(index === 0 ? 'Printed' : '', `${header}: ${printed}`),
    ]),
    '',
    ...axisLines('Stated', entry.classification, true),
    ...axisLines('Inferred', entry.classification, false),
    ...(entry.note === undefined ? [] : ['', ...labelled('Note', entry.note)]),
    '',
    ...memberNames(entry.name, catalog, languages).flatMap(({ title, name }, index) =>
      labelled(index === 0 ? 'Names' : '', `${title}: ${name}`),
    ),
    ...labelled('Document', `${provider.name}, "${provider.document.title}", line ${entry.line}`),
    ...labelled('Spec', placeOf(meaning)),
  ];
}

/** Each axis with its line where it is stated, and with the line of its words where only these are known. */
function axisLines(label: string, classification: Classification, isStated: boolean): string[] {
  const claims = [...classification].filter(([, { statedOn }]) => (statedOn !== undefined) === isStated);
  const words = claims.map(([axis, { value, statedOn, basis }]) => {
    const line = statedOn ?? basis;
    const where = line === undefined ? '' : ` (${isStated ? '' : 'by words of '}line ${line})`;
    return `${axis.replaceAll('_', ' ')} ${value}${where}`;
  });
  if (words.length === 0) return isStated && classification.size > 0 ? labelled(label, 'nothing') : [];
  return words.flatMap((text, index) => labelled(index === 0 ? label : '', text));
}

function schemeLines({ provider, catalog, prefix }: SchemeAnswer): string[] {
  const label = `${provider.id}/${catalog.id}`;
  const start = `Codes of ${label} that start with ${prefix.prefix}: ${prefix.title}.`;
  return [
    '',
    ...wrap(start, WIDTH - 2).map((line) => `  ${line}`),
    ...axisLines('Stated', prefix.classification, true),
  ];
}

/** `explain`: every meaning of a code, or what an id of a diagnostic or of a change, or a word of an answer means. */
import { resolve } from 'node:path';
import { findKind } from '../../change/kinds.ts';
import { docOf } from '../../diagnostic/ids.ts';
import { rangeOf } from '../../diagnostic/position.ts';
import { type Answer, answerTo, isAnswered, type Meaning, type Place } from '../../explain/answer.ts';
import { plainAnswer } from '../../explain/json.ts';
import { renderAnswer } from '../../explain/text.ts';
import { docOfWord } from '../../explain/words.ts';
import { WIDTH, wrap } from '../../explain/wrap.ts';
import { languages } from '../../languages/index.ts';
import { Refusal } from '../../refusal.ts';
import type { Registry } from '../../registry/registry.ts';
import { shortPath } from '../../short-path.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Given, Options } from '../options.ts';
import { type Known, readRegistry } from '../read-registry.ts';
import { unknownProvider } from '../unknown-provider.ts';

export async function explain(options: Options, host: Host, { words, flags }: Given): Promise<ExitCode> {
  if (words.some((word) => word.trim() === ''))
    throw new Refusal('a code is empty, as a variable makes it that is not set; name a code');
  const ids = words.map((word) => ({ word, doc: docOfId(word) }));
  const known = ids.every(({ doc }) => doc !== undefined) ? NOTHING : await readRegistry(options, host);
  if (known.registry === undefined) return EXIT.findings;

  const asked = only(known.registry, flags['provider']);
  const { axes } = known.registry;
  const answers = ids.map(({ word, doc }) => (doc === undefined ? answerOrDoc(word, asked) : { word, doc }));
  const surroundings = { axes, languages, placeOf: (meaning: Meaning) => placeOf(meaning, known, options) };
  const color = options.color && host.outColor;
  if (options.format === 'json') {
    const plain = answers.map((answer) => ('doc' in answer ? answer : plainAnswer(answer, surroundings)));
    host.out(`${JSON.stringify({ answers: plain }, undefined, 2)}\n`);
  } else {
    const texts = answers.map((answer) =>
      'doc' in answer ? docText(answer) : renderAnswer(answer, surroundings, { color }),
    );
    host.out(texts.join('\n'));
  }
  return answers.every((answer) => 'doc' in answer || isAnswered(answer)) ? EXIT.clean : EXIT.findings;
}

/** A code comes first: one may have the name of a value, or of a provider. */
function answerOrDoc(word: string, registry: Registry): Answer | { readonly word: string; readonly doc: string } {
  const answer = answerTo(word, registry);
  const doc = isAnswered(answer) ? undefined : docOfWord(word, registry);
  return doc === undefined ? answer : { word, doc };
}

/** Some words are both: a row that `audit` finds, and a row that `diff` finds. */
function docOfId(word: string): string | undefined {
  const kind = findKind(word);
  const change = kind && `As a change: ${kind.doc} It is ${kind.level}, and needs a ${kind.bump} version.`;
  const docs = [docOf(word), change].filter((doc) => doc !== undefined);
  return docs.length === 0 ? undefined : docs.join('\n');
}

/** For ids no spec is read. */
const NOTHING: Known = { registry: { axes: [], predicates: [], providers: [] }, folder: '', linesOf: () => undefined };

function only(registry: Registry, wanted: string | true | undefined): Registry {
  if (wanted === undefined || wanted === true || registry === NOTHING.registry) return registry;
  const providers = registry.providers.filter(({ id }) => id === wanted);
  if (providers.length > 0) return { ...registry, providers };
  throw unknownProvider(
    wanted,
    registry.providers.map(({ id }) => id),
  );
}

function placeOf({ entry: { at } }: Meaning, { folder, linesOf }: Known, { workingFolder }: Options): Place {
  const { line, column } = rangeOf(at, linesOf).start;
  return { path: shortPath(resolve(folder, at.path), workingFolder), line, column };
}

function docText({ word, doc = '' }: { readonly word: string; readonly doc: string | undefined }): string {
  const paragraphs = doc.split('\n').flatMap((line) => wrap(line, WIDTH - 2).map((part) => `  ${part}`));
  return `${[word, ...paragraphs].join('\n')}\n`;
}

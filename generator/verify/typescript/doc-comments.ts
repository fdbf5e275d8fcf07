/** The doc comments of a rendered text: each speaks of what it stands above. */
import { type Catalog, type CodeGroup, codesOf, isLarge } from '../../registry/registry.ts';
import type { RenderedFile } from '../../targets/render.ts';
import { Names } from '../../targets/view-names.ts';
import { problemOfWords } from '../words.ts';
import { Tokens, textOf } from './tokens.ts';

/** What is wrong with the words above the members of an enum of codes, or above the types of entries. */
export function problemOfComments(file: RenderedFile, catalog: Catalog): string | undefined {
  const described = new Map(describedIn(file, catalog));
  if (described.size === 0) return undefined;
  const { comment = String } = file.target.language.encoders;
  for (const [name, words] of wordsAbove(file.text)) {
    const entries = described.get(name);
    const problem = entries && problemOfWords(words, entries, catalog, (text) => String(comment(text)));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Names, each with the entries that a comment above it is about. Of very many entries there is one type, about none of them. */
function describedIn(
  { holds, field, target: { language } }: RenderedFile,
  catalog: Catalog,
): (readonly [name: string, CodeGroup['entries']])[] {
  if (holds === 'entries' && !isLarge(catalog)) {
    const names = new Names(language);
    return catalog.entries.map((entry) => [names.typeNameOf(entry, catalog), [entry]]);
  }
  if ((holds !== 'enum' && holds !== 'codes') || field !== undefined) return [];
  return codesOf(catalog).map(({ name, entries }) => [language.name('member', name), entries]);
}

/** What may stand between a comment and the name that it is about. */
const BEFORE_NAME = ['export', 'declare', 'interface'];

function* wordsAbove(text: string): Generator<readonly [name: string, words: string]> {
  for (const tokens = new Tokens(text); tokens.type !== undefined; tokens.next()) {
    const comments = tokens.comments.filter((comment) => comment.startsWith('/**'));
    if (comments.length === 0) continue;
    while (BEFORE_NAME.includes(tokens.raw)) tokens.next();
    yield [textOf(tokens) ?? tokens.raw, comments.map(wordsOf).join(' ')];
  }
}

function wordsOf(comment: string): string {
  const inner = comment.slice('/**'.length, -'*/'.length);
  return inner
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words about a code are its own: what the document prints, and no claim of what is stated but the true one. */
import type { Catalog, CodeGroup } from '../registry/registry.ts';
import { describe } from '../targets/describe.ts';

/**
 * What is wrong with a comment or description of a code, where `asPrinted` says what an encoder makes of text; it may say
 * less, and nothing else about provenance.
 */
export function problemOfWords(
  words: string,
  entries: CodeGroup['entries'],
  catalog: Catalog,
  asPrinted = (text: string) => text,
): string | undefined {
  const [{ code }] = entries;
  let rest = words;
  for (const entry of entries) {
    const { summary, stated, inferred, note } = describe(entry, catalog);
    const [own, ...others] = [summary, stated, inferred, note].map(asPrinted);
    if (own === undefined || !rest.includes(own)) return `describes code ${code} without the words of the document`;
    for (const printed of [own, ...others]) rest = rest.replace(printed, '');
  }
  return /\b(?:Stated|Inferred):/.test(rest) ? `says of code ${code} what is not so: "${rest.trim()}"` : undefined;
}

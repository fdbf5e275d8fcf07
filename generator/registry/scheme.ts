/** What a catalog's own scheme says of a code that is not listed. */
import type { Catalog, SchemePrefix } from './registry.ts';

/** The longest prefix that fits the word, where it looks like a code of the scheme. */
export function findPrefix(word: string, { scheme, codeType }: Catalog): SchemePrefix | undefined {
  if (scheme === undefined || (codeType === 'integer' && !/^(?:0|[1-9]\d*)$/.test(word))) return undefined;
  if (scheme.length !== undefined && word.length !== scheme.length) return undefined;
  const fitting = scheme.prefixes.filter(({ prefix }) => word.startsWith(prefix));
  return fitting.sort((a, b) => b.prefix.length - a.prefix.length)[0];
}

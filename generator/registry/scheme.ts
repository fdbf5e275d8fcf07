/** What a catalog's own scheme says of a code that is not listed. */
import type { Catalog, Provider, SchemePrefix } from './registry.ts';

export interface SchemeAnswer {
  readonly provider: Provider;
  readonly catalog: Catalog;
  readonly prefix: SchemePrefix;
}

export function prefixFor(word: string, catalog: Catalog, provider: Provider): SchemeAnswer | undefined {
  const { scheme, codeType } = catalog;
  if (scheme === undefined || (codeType === 'integer' && !/^(?:0|[1-9]\d*)$/.test(word))) return undefined;
  if (scheme.length !== undefined && word.length !== scheme.length) return undefined;
  const fitting = scheme.prefixes.filter(({ prefix }) => word.startsWith(prefix));
  const [prefix] = fitting.sort((a, b) => b.prefix.length - a.prefix.length);
  return prefix && { provider, catalog, prefix };
}

/** A first idea of a classification: what the most similar row has. It is only proposed, so all of it is inferred. */
import { blocksOf, inherit } from '../../registry/inherit.ts';
import type { CatalogSpec, ClassificationSpec, EntrySpec, Spec } from '../../spec/spec.ts';

export interface ProposedClaims {
  /** By axis: only what the code's own scheme states. */
  readonly stated: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly inferred: ReadonlyMap<string, string>;
}

interface Unclassified {
  readonly code: string;
  readonly words: string;
  /** What stands around the row, the nearest first. */
  readonly blocks: readonly ClassificationSpec[];
}

/** Every required axis that neither the scheme nor section or catalog gives. */
export function proposeClaims(row: Unclassified, catalog: CatalogSpec | undefined, spec: Spec): ProposedClaims {
  const axes = spec.taxonomy?.axes ?? [];
  const inherited = inherit(row.blocks, axes);
  const scheme = inherit(catalog === undefined ? [] : schemeOf(row.code, catalog), axes);
  const stated = new Map(
    [...scheme].flatMap(([axis, { value, statedOn }]) =>
      statedOn === undefined || inherited.get(axis)?.value === value
        ? []
        : [[axis, { value, line: statedOn }] as const],
    ),
  );
  const similar = mostSimilar(row, catalog, spec);
  const model = similar === undefined ? undefined : inherit(blocksOf(similar.entry, similar.catalog), axes);
  const missing = axes.filter(({ id, required }) => required && !inherited.has(id.value) && !stated.has(id.value));
  return {
    stated,
    inferred: new Map(missing.map(({ id, values }) => [id.value, model?.get(id.value)?.value ?? fallback(values)])),
  };
}

/** The longest prefix comes first, as the nearest block does. */
export function schemeOf(code: string, { codeRule }: CatalogSpec): ClassificationSpec[] {
  return (codeRule?.prefixes ?? [])
    .filter(({ prefix }) => code.startsWith(prefix.value))
    .sort((a, b) => b.prefix.value.length - a.prefix.value.length)
    .map(({ classification }) => classification);
}

/** Where nothing is similar: the value that comes last, which is where a taxonomy puts what is not known. */
function fallback(values: readonly { readonly id: { readonly value: string } }[]): string {
  return values.at(-1)?.id.value ?? '';
}

/** In the same catalog, if anything there is like it. */
function mostSimilar(
  { words }: Unclassified,
  own: CatalogSpec | undefined,
  { providers }: Spec,
): { entry: EntrySpec; catalog: CatalogSpec } | undefined {
  const others = providers.flatMap(({ catalogs }) => catalogs).filter((catalog) => catalog !== own);
  const [best] = [...(own === undefined ? [] : [own]), ...others]
    .flatMap((catalog) =>
      catalog.entries.map((entry) => ({
        entry,
        catalog,
        likeness: likeness(words, wordsOf(entry)) * (catalog === own ? 2 : 1),
      })),
    )
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  return best;
}

function wordsOf({ cells }: EntrySpec): string {
  return [...cells.values()].map(({ cell }) => cell.source).join(' ');
}

/** The share of words that two texts have in common, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []));
  if (one === undefined || other === undefined || one.size + other.size === 0) return 0;
  return (2 * [...one].filter((word) => other.has(word)).length) / (one.size + other.size);
}

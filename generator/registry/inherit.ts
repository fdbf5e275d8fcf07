/** How a row gets its classification: its own block, else its section's, else its catalog's. */
import type { AxisSpec, CatalogSpec, ClassificationSpec, EntrySpec, PrefixSpec, SectionSpec } from '../spec/spec.ts';
import type { Claim, Classification } from './registry.ts';

/** The blocks that speak of a row, the nearest first. */
export function blocksOf(entry: EntrySpec, catalog: CatalogSpec): ClassificationSpec[] {
  const section = catalog.sections.find(({ id }) => id.value === entry.section?.value);
  return [entry.classification, ...(section ? blocksOfSection(section, catalog) : [catalog.classification])];
}

export function blocksOfSection(section: SectionSpec, catalog: CatalogSpec): ClassificationSpec[] {
  return [section.classification, catalog.classification];
}

/** The blocks of a scheme that speak of a code, the longest prefix first. */
export function blocksOfScheme(code: string, prefixes: readonly PrefixSpec[] = []): ClassificationSpec[] {
  return prefixes
    .filter(({ prefix }) => code.startsWith(prefix.value))
    .sort((a, b) => b.prefix.value.length - a.prefix.value.length)
    .map(({ classification }) => classification);
}

/** What the blocks say together of each axis. */
export function inherit(blocks: readonly ClassificationSpec[], axes: readonly AxisSpec[]): Classification {
  return new Map(
    axes.flatMap(({ id: { value: axis } }): [string, Claim][] => {
      const claim = findClaim(axis, blocks);
      return claim === undefined ? [] : [[axis, claim]];
    }),
  );
}

/** What the blocks say of an axis: the nearest one that names it decides, value and provenance as one. */
export function findClaim(axis: string, blocks: readonly ClassificationSpec[]): Claim | undefined {
  const isIt = (claim: { readonly axis: { readonly value: string } }) => claim.axis.value === axis;
  // A basis counts for a value of its own block or of one further out, never for a nearer one.
  let basis: number | undefined;
  for (const block of blocks) {
    basis ??= block.basis.find(isIt)?.line.value;
    const stated = block.stated.find(isIt);
    if (stated !== undefined) return { value: stated.value.value, statedOn: stated.line.value };
    const inferred = block.inferred.find(isIt);
    if (inferred !== undefined) return { value: inferred.value.value, ...(basis !== undefined && { basis }) };
  }
  return undefined;
}

/** A first idea of a classification. Nothing of it is presented as stated but what the code's own scheme states. */
import { once } from '../../memory.ts';
import { blocksOf, blocksOfScheme, blocksOfSection, inherit } from '../../registry/inherit.ts';
import type { Claim } from '../../registry/registry.ts';
import type { AxisSpec, AxisValueSpec, CatalogSpec, EntrySpec, Spec } from '../../spec/spec.ts';
import type { PrintedRow } from '../printed.ts';

export interface ProposedClaims {
  /** By axis: only what the code's own scheme states. */
  readonly stated: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly inferred: ReadonlyMap<string, string>;
}

/** Every axis that is required, or claimed above the row, and that neither the scheme of the codes nor the heading of the row gives. */
export function proposeClaims(printed: PrintedRow, catalog: CatalogSpec, { taxonomy }: Spec): ProposedClaims {
  const axes = taxonomy?.axes ?? [];
  const section = catalog.sections.find(({ id }) => id.value === printed.section?.id);
  const inherited = inherit(section ? blocksOfSection(section, catalog) : [catalog.classification], axes);
  const scheme = inherit(blocksOfScheme(printed.code, catalog.codeRule?.prefixes), axes);
  const stated = new Map(
    [...scheme].flatMap(([axis, { value, statedOn }]) =>
      statedOn === undefined || isStatedAs(inherited.get(axis), value)
        ? []
        : [[axis, { value, line: statedOn }] as const],
    ),
  );
  const inPrefixes = (catalog.codeRule?.prefixes ?? []).flatMap(({ classification }) => classification.stated);
  const schemeAxes = new Set(inPrefixes.map(({ axis }) => axis.value));
  // What a section repeats of the scheme is said of codes, not of whatever row is put there.
  const holds = (axis: string) => {
    const claim = inherited.get(axis);
    const isOfCodes = claim?.statedOn !== undefined && claim.statedOn !== section?.line && schemeAxes.has(axis);
    return claim !== undefined && (!isOfCodes || scheme.has(axis));
  };
  const missing = axes.filter(
    ({ id, required }) => (required || inherited.has(id.value)) && !stated.has(id.value) && !holds(id.value),
  );
  const similar = mostSimilar(printed, catalog);
  const model = similar && inherit(blocksOf(similar, catalog), axes);
  return {
    stated,
    inferred: new Map(missing.map((axis) => [axis.id.value, inferredLike(model?.get(axis.id.value), axis, axes)])),
  };
}

/** For rows of which nothing is known, by axis. */
export function firstClaims({ taxonomy }: Spec): Map<string, string> {
  const axes = taxonomy?.axes ?? [];
  return new Map(axes.filter(({ required }) => required).map((axis) => [axis.id.value, firstOf(axis, axes)]));
}

/** As of a row that is like it, unless the document states it there: of this row it does not. */
function inferredLike(claim: Claim | undefined, axis: AxisSpec, axes: readonly AxisSpec[]): string {
  const inferred = claim?.statedOn === undefined ? claim?.value : undefined;
  const known = valuesOf(axis, axes).find((value) => value.id.value === inferred && isOpen(value));
  return known?.id.value ?? firstOf(axis, axes);
}

function isStatedAs(claim: Claim | undefined, value: string): boolean {
  return claim?.statedOn !== undefined && claim.value === value;
}

/** What the taxonomy says is to be proposed; without a word of it the last value, where a taxonomy puts what is not known. */
function firstOf(axis: AxisSpec, axes: readonly AxisSpec[]): string {
  const values = valuesOf(axis, axes);
  const first = values.find(({ proposed }) => proposed === 'first') ?? values.findLast(isOpen) ?? values.at(-1);
  return first?.id.value ?? '';
}

function isOpen({ proposed }: AxisValueSpec): boolean {
  return proposed !== 'never';
}

function valuesOf({ valuesOf: lender, values }: AxisSpec, axes: readonly AxisSpec[]): readonly AxisValueSpec[] {
  return axes.find(({ id }) => id.value === lender?.value)?.values ?? values;
}

/** A row of the same catalog that a person has confirmed, where at least half of the words are the same. */
function mostSimilar({ cells }: PrintedRow, { entries }: CatalogSpec): EntrySpec | undefined {
  const words = wordsIn([...cells].flatMap(([field, cell]) => (field === 'code' ? [] : [cell])));
  const [best] = entries
    .filter(({ review }) => review === undefined)
    .map((entry) => ({ entry, likeness: likeness(words, wordsOf(entry)) }))
    .filter((candidate) => candidate.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness);
  return best?.entry;
}

/** Found once, because each new row is compared with every entry. */
const wordsOf = once(({ cells }: EntrySpec) => wordsIn([...cells.values()].map(({ cell }) => cell.source)));

function wordsIn(cells: readonly string[]): Set<string> {
  return new Set(
    cells
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  );
}

/** The share of words that two texts have in common, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}

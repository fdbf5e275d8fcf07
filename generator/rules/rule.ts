/** What a rule is: one requirement on the specs, in a file of its own; and what several rules ask of them. */
import type { Diagnostic, Span } from '../diagnostic/diagnostic.ts';
import type { Language } from '../languages/language.ts';
import { blocksOf } from '../registry/inherit.ts';
import type { Scope } from '../registry/scope.ts';
import type {
  AxisSpec,
  AxisValuesSpec,
  CatalogSpec,
  ClassificationSpec,
  EntrySpec,
  Spec,
  TaxonomySpec,
} from '../spec/spec.ts';

export interface Rule {
  /** The id of its diagnostics, and the name of its file and of its fixture folder. */
  readonly id: string;
  /** Told only of files without errors, because each of these would be the cause. */
  readonly isEcho?: true;
  check(spec: Spec, context: RuleContext): Iterable<Diagnostic>;
}

export interface RuleContext {
  /** The languages that the registry will be written in. */
  readonly languages: readonly Language[];
  /** What the targets declare side by side. */
  readonly scopes: readonly Scope[];
}

export function catalogsOf(spec: Spec): CatalogSpec[] {
  return spec.providers.flatMap(({ catalogs }) => catalogs);
}

/** Whether every row could be read; one that could not may be the one that is meant. */
export function isWhole({ entries, written }: CatalogSpec): boolean {
  return entries.length === written;
}

/** Every block that says something of the axes: catalogs, sections, prefixes, rows. */
export function classificationsOf({ classification, sections, codeRule, entries }: CatalogSpec): ClassificationSpec[] {
  return [
    classification,
    ...[...sections, ...(codeRule?.prefixes ?? []), ...entries].map((block) => block.classification),
  ];
}

/** Whether it is known what speaks of a row: a section or axis that is none is told where it stands, and nowhere else. */
export function isClassifiable(entry: EntrySpec, catalog: CatalogSpec, axes: readonly AxisSpec[]): boolean {
  const { section } = entry;
  const isAxis = new Set(axes.map(({ id }) => id.value));
  return (
    (section === undefined || catalog.sections.some(({ id }) => id.value === section.value)) &&
    blocksOf(entry, catalog).every(({ stated, inferred }) =>
      [...stated, ...inferred].every(({ axis }) => isAxis.has(axis.value)),
    )
  );
}

/** Every place in the taxonomy that picks values of an axis. */
export function selectionsOf(taxonomy: TaxonomySpec | undefined): AxisValuesSpec[] {
  const { axes = [], states = [] } = taxonomy?.outcomes ?? {};
  return [
    ...[...(taxonomy?.predicates ?? []), ...states].flatMap(({ when }) => when),
    ...axes.map((axis) => ({ axis, values: [] })),
  ];
}

/** Each item whose key has come before, with the first item of that key. */
export function* duplicatesBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
): Iterable<readonly [duplicate: T, first: T]> {
  const firstByKey = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const first = firstByKey.get(key);
    if (first === undefined) firstByKey.set(key, item);
    else yield [item, first];
  }
}

export function firstHere(at: Span, message = 'first defined here'): { notes: { message: string; at: Span }[] } {
  return { notes: [{ message, at }] };
}

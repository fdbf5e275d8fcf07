/** The axes of the taxonomy, and what a row says of them. */
import type { Language, Refused } from '../languages/language.ts';
import { once } from '../memory.ts';
import type { Axis, Catalog, Classification } from '../registry/registry.ts';
import type { EntryView, PropertyView } from './view-shape.ts';
import type { AxisView, OccurringAxisView, ProvenanceView } from './view-taxonomy-shape.ts';

/** An axis that some rows of a catalog have, maybe not all. */
interface Occurring {
  readonly axis: Axis;
  readonly isOptional: boolean;
  readonly viewByValue: Map<string | undefined, PropertyView>;
}

export class ClaimViews {
  readonly #language: Language;
  readonly #axes: readonly Axis[];

  constructor(language: Language, axes: readonly Axis[]) {
    this.#language = language;
    this.#axes = axes;
  }

  axis(axis: Axis): AxisView {
    const { id, title, definition, values, valuesOf, stateable, required, listsEntries, isBreaking } = axis;
    const owner = this.#axes.find((other) => other.id === valuesOf && other !== axis);
    return {
      id,
      key: this.#language.name('field', id),
      name: this.#language.name('type', valuesOf),
      title,
      definition,
      hasOwnValues: valuesOf === id,
      ...(owner && { sharedWith: { id: owner.id, title: owner.title } }),
      isListing: listsEntries,
      isStateable: stateable,
      isRequired: required,
      isBreaking,
      isSpoken: values.some(({ sentence }) => sentence !== undefined),
      values: values.map((value) => ({
        ...value,
        name: this.#language.name('member', value.id),
        value: this.#language.literal(value.id),
      })),
    };
  }

  axesIn(catalog: Catalog): OccurringAxisView[] {
    return this.occurringIn(catalog).map(({ axis: { id, valuesOf, definition }, isOptional }) => ({
      definition,
      name: this.#language.name('field', id),
      type: this.#language.name('type', valuesOf),
      isOptional,
    }));
  }

  /** Rows say the same few things again and again: what each says is made once. */
  axesOf(classification: Classification, catalog: Catalog): PropertyView[] {
    return this.occurringIn(catalog).map(({ axis: { id }, isOptional, viewByValue }) => {
      const value = classification.get(id)?.value;
      const view = viewByValue.get(value) ?? this.#property(id, value, isOptional);
      viewByValue.set(value, view);
      return view;
    });
  }

  /** The axes that rows of a catalog have; counted once a catalog. */
  readonly occurringIn = once(({ entries }: Catalog): readonly Occurring[] =>
    this.#axes.flatMap((axis) => {
      const count = entries.filter(({ classification }) => classification.has(axis.id)).length;
      return count === 0 ? [] : [{ axis, isOptional: count < entries.length, viewByValue: new Map() }];
    }),
  );

  claims(classification: Classification): PropertyView[] {
    return [...classification].map(([id, { value }]) => this.#property(id, value, false));
  }

  /** A value as source text: a member where the language has enumerations of axes, else a literal. */
  valueOf(id: string, value: string): string | Refused {
    const { hasAxisEnums, memberOf, name, literal } = this.#language;
    const axis = this.#axisOf(id);
    if (!hasAxisEnums || memberOf === undefined || axis === undefined) return literal(value);
    return memberOf(name('type', axis.valuesOf), name('member', value));
  }

  titleOf(id: string): string {
    return this.#axisOf(id)?.title ?? id;
  }

  #axisOf(id: string): Axis | undefined {
    return this.#axes.find((axis) => axis.id === id);
  }

  /** Without a value, of a row that lacks the axis. */
  #property(id: string, value: string | undefined, isOptional: boolean): PropertyView {
    const written = value === undefined ? '' : this.valueOf(id, value);
    const name = this.#language.name('field', id);
    return { name, type: written, value: written, isAbsent: value === undefined, isOptional };
  }

  findings(classification: Classification): EntryView['findings'] {
    return [...classification].map(([id, { value, statedOn, basis }]) => ({
      axis: id,
      title: this.titleOf(id),
      value,
      ...(statedOn !== undefined && { statedOn: this.#language.literal(statedOn) }),
      ...(basis !== undefined && { basis: this.#language.literal(basis) }),
    }));
  }

  provenance(classification: Classification, where: 'statedOn' | 'basis'): ProvenanceView[] {
    return [...classification].flatMap(([axis, claim]) => {
      const line = claim[where];
      return line === undefined
        ? []
        : [{ axis: this.#language.name('field', axis), line: this.#language.literal(line) }];
    });
  }
}

/** The axes of the taxonomy, and what a row says of them. */
import type { Language } from '../languages/language.ts';
import type { Axis, Catalog, Claim, Classification } from '../registry/registry.ts';
import { axisValue } from './axis-value.ts';
import type { AxisView, EntryView, PropertyView, ProvenanceView } from './view-shape.ts';

export class ClaimViews {
  readonly #language: Language;
  readonly #axes: readonly Axis[];

  constructor(language: Language, axes: readonly Axis[]) {
    this.#language = language;
    this.#axes = axes;
  }

  axis(axis: Axis): AxisView {
    const { id, title, definition, values, valuesOf, stateable, required, listsEntries, isBreaking } = axis;
    return {
      id,
      key: this.#language.name('field', id),
      name: this.#language.name('type', valuesOf),
      title,
      definition,
      hasOwnValues: valuesOf === id,
      isListing: listsEntries,
      isStateable: stateable,
      isRequired: required,
      isBreaking,
      values: values.map((value) => ({
        ...value,
        name: this.#language.name('member', value.id),
        value: this.#language.literal(value.id),
      })),
    };
  }

  axesOf(classification: Classification, catalog: Catalog): PropertyView[] {
    const present = new Map(this.claims(classification).map((property) => [property.id, property]));
    const lacking = (id: string) => catalog.entries.filter((entry) => !entry.classification.has(id)).length;
    return this.#axes
      .filter(({ id }) => lacking(id) < catalog.entries.length)
      .map(({ id }) => {
        const absent = { id, name: this.#language.name('field', id), type: '', value: '', isAbsent: true };
        return { ...(present.get(id) ?? absent), isOptional: lacking(id) > 0 };
      });
  }

  claims(classification: Classification): PropertyView[] {
    return [...classification].map(([id, claim]) => {
      const axis = this.#axes.find((candidate) => candidate.id === id);
      const value = axisValue(claim.value, axis, this.#language);
      return { id, name: this.#language.name('field', id), type: value, value, isAbsent: false, isOptional: false };
    });
  }

  findings(classification: Classification): EntryView['findings'] {
    return [...classification].map(([id, { value, statedOn, basis }]) => ({
      axis: id,
      title: this.#axes.find((axis) => axis.id === id)?.title ?? id,
      value,
      ...(statedOn !== undefined && { statedOn: this.#language.literal(statedOn) }),
      ...(basis !== undefined && { basis: this.#language.literal(basis) }),
    }));
  }

  provenance(classification: Classification, where: keyof Claim & ('statedOn' | 'basis')): ProvenanceView[] {
    return [...classification].flatMap(([axis, claim]) => {
      const line = claim[where];
      return line === undefined
        ? []
        : [{ axis: this.#language.name('field', axis), line: this.#language.literal(line) }];
    });
  }
}

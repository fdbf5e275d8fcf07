/** The views of what the taxonomy offers beside its axes: predicates, sentences, lists of entries. */
import type { Language } from '../languages/language.ts';
import type { Axis, Predicate } from '../registry/registry.ts';
import type { ClaimViews } from './view-claim.ts';
import type { PredicateView, SentencesView, SpokenView } from './view-taxonomy-shape.ts';

export function predicateView(
  { id, definition, when }: Predicate,
  axes: readonly Axis[],
  claims: ClaimViews,
  { name }: Language,
): PredicateView {
  return {
    id,
    name: name('constant', id),
    key: name('field', id),
    definition,
    when: when.map(({ axis, values }) => ({
      axis: name('field', axis),
      values: values.map((value) => ({
        value: claims.valueOf(axis, value),
        definition: definitionOf(value, axis, axes),
      })),
    })),
  };
}

/** The sentences of every axis that has any. */
export function sentencesViews(axes: readonly Axis[], language: Language): SentencesView[] {
  const { name, prose, property } = language;
  return axes.flatMap((axis): SentencesView[] => {
    const spoken = axis.values.flatMap(({ id, sentence }) =>
      sentence === undefined ? [] : [{ key: property(id), sentence: prose(sentence) }],
    );
    if (axis.valuesOf !== axis.id || spoken.length === 0) return [];
    return [
      {
        name: name('constant', `${axis.id}_sentences`),
        type: name('type', axis.id),
        title: axis.title,
        isTotal: spoken.length === axis.values.length,
        values: spoken,
      },
    ];
  });
}

export function spokenView({ id, valuesOf }: Axis, { name, literal }: Language): SpokenView {
  return { axis: literal(name('field', id)), sentences: name('constant', `${valuesOf}_sentences`) };
}

/** The types of some axes, each once. */
export function typesOf(axes: readonly Axis[], { name }: Language): string[] {
  return [...new Set(axes.map(({ valuesOf }) => name('type', valuesOf)))].sort();
}

export function definitionOf(value: string, axis: string, axes: readonly Axis[]): string {
  const values = axes.find(({ id }) => id === axis)?.values ?? [];
  return values.find(({ id }) => id === value)?.definition ?? '';
}

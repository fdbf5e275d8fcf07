/** What a word of the taxonomy means: an axis, or a value of one. Answers are made of such words. */
import { publicName } from '../registry/public-name.ts';
import type { Axis } from '../registry/registry.ts';

/** A paragraph for each axis that has it, or `undefined`. */
export function docOfTaxonomy(word: string, axes: readonly Axis[]): string | undefined {
  const docs = axes.flatMap(({ id, definition, values, valuesOf }) => {
    if (id === word || publicName(id) === word)
      return [`An axis: ${definition} Its values: ${values.map((value) => value.id).join(', ')}.`];
    // An axis that shares the values of another one says nothing new of them.
    const found = id === valuesOf ? values.find((value) => value.id === word) : undefined;
    return found === undefined ? [] : [`A value of axis ${id}: ${found.definition}`];
  });
  return docs.length === 0 ? undefined : docs.join('\n');
}

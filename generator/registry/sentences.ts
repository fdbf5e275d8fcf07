/** What can be read to somebody whose message did not arrive. */
import type { Axis, Catalog, Classification } from './registry.ts';

/** The plain sentence of each axis that has values of its own and sentences for them. */
export function sentencesOf(classification: Classification, axes: readonly Axis[]): string[] {
  return axes.flatMap(({ id, valuesOf, values }) => {
    const claim = valuesOf === id ? classification.get(id) : undefined;
    return values.find((value) => value.id === claim?.value)?.sentence ?? [];
  });
}

/** Of the axes that occur in a catalog, the first whose values have sentences. */
export function spokenAxis({ entries }: Catalog, axes: readonly Axis[]): Axis | undefined {
  const occurs = ({ id }: Axis) => entries.some(({ classification }) => classification.has(id));
  return axes.find((axis) => axis.values.some(({ sentence }) => sentence !== undefined) && occurs(axis));
}

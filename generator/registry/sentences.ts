/** What can be read to somebody whose message did not arrive. */
import type { Axis, Classification } from './registry.ts';

/** The plain sentence of each axis that has values of its own and sentences for them. */
export function sentencesOf(classification: Classification, axes: readonly Axis[]): string[] {
  return axes.flatMap(({ id, valuesOf, values }) => {
    const claim = valuesOf === id ? classification.get(id) : undefined;
    return values.find((value) => value.id === claim?.value)?.sentence ?? [];
  });
}

import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { TaxonomySpec } from '../spec/spec.ts';
import { catalogsOf, classificationsOf, type Rule } from './rule.ts';

/**
 * An axis has the values that the taxonomy defines for it.
 * Bad: `inferred: { fault: costumer }`.
 */
export const unknownAxisValue: Rule = {
  id: 'unknown-axis-value',
  *check(spec) {
    if (spec.taxonomy === undefined) return;
    const valuesByAxis = valuesOf(spec.taxonomy);
    for (const { stated, inferred } of catalogsOf(spec).flatMap(classificationsOf)) {
      for (const { axis, value } of [...stated, ...inferred]) {
        const known = valuesByAxis.get(axis.value);
        if (known === undefined || known.includes(value.value)) continue;
        yield error('unknown-axis-value', value.at, `${quote(value.value)} is no value of axis "${axis.value}"`, {
          hint: suggest(value.value, known),
        });
      }
    }
  },
};

function valuesOf({ axes }: TaxonomySpec): Map<string, string[]> {
  const own = new Map(axes.map(({ id, values }) => [id.value, values.map((value) => value.id.value)]));
  return new Map(axes.map(({ id, valuesOf: shared }) => [id.value, own.get(shared?.value ?? id.value) ?? []]));
}

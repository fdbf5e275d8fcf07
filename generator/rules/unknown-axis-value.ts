/** Values that an axis does not have. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { TaxonomySpec } from '../spec/spec.ts';
import { catalogsOf, classificationsOf, type Rule, selectionsOf } from './rule.ts';

/**
 * An axis has the values that the taxonomy defines for it.
 * Bad: `inferred: { fault: costumer }`.
 */
export const unknownAxisValue: Rule = {
  id: 'unknown-axis-value',
  *check(spec) {
    if (spec.taxonomy === undefined) return;
    const valuesByAxis = valuesOf(spec.taxonomy);
    const claims = catalogsOf(spec)
      .flatMap(classificationsOf)
      .flatMap(({ stated, inferred }) => [...stated, ...inferred]);
    const selected = selectionsOf(spec.taxonomy).flatMap(({ axis, values }) =>
      values.map((value) => ({ axis, value })),
    );
    for (const { axis, value } of [...claims, ...selected]) {
      const known = valuesByAxis.get(axis.value);
      if (known === undefined || known.includes(value.value)) continue;
      yield error('unknown-axis-value', value.at, `${quote(value.value)} is no value of axis "${axis.value}"`, {
        hint: suggest(value.value, known),
      });
    }
  },
};

/** An axis whose `values_of` leads nowhere is left out: that is said once, in the taxonomy. */
function valuesOf({ axes }: TaxonomySpec): Map<string, string[]> {
  const owners = axes.filter((axis) => axis.valuesOf === undefined);
  const own = new Map(owners.map(({ id, values }) => [id.value, values.map((value) => value.id.value)]));
  return new Map(
    axes.flatMap(({ id, valuesOf: shared }): [string, string[]][] => {
      const values = own.get(shared?.value ?? id.value);
      return values === undefined ? [] : [[id.value, values]];
    }),
  );
}

/** From a block's `stated`, `inferred` and `basis` to what it says of the axes. */
import { childOf, type Node, pairsOf } from './node.ts';
import type { ClassificationSpec } from './spec.ts';
import { located, locatedNumber, locatedOf, toNumber } from './value.ts';

export function decodeClassification(block: Node | undefined): ClassificationSpec {
  return {
    stated: pairsOf(childOf(block, 'stated')).map(({ key, value }) => ({
      axis: located(key),
      value: locatedOf(value, 'value'),
      line: locatedNumber(value, 'line'),
    })),
    inferred: pairsOf(childOf(block, 'inferred')).map(({ key, value }) => ({
      axis: located(key),
      value: located(value),
    })),
    basis: pairsOf(childOf(block, 'basis')).map(({ key, value }) => ({
      axis: located(key),
      line: toNumber(located(value)),
    })),
  };
}

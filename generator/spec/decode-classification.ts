/** From a block's `stated`, `inferred` and `basis` to what it says of the axes. */
import { childOf, type Node, pairsOf } from './node.ts';
import type { ClassificationSpec } from './spec.ts';
import { located, locatedOf, sourceOf } from './value.ts';

export function decodeClassification(block: Node | undefined): ClassificationSpec {
  return {
    stated: pairsOf(childOf(block, 'stated')).map(({ key, value }) => {
      const line = childOf(value, 'line');
      return {
        axis: located(key),
        value: locatedOf(value, 'value'),
        line: line && { value: Number(sourceOf(line)), at: line.at },
      };
    }),
    inferred: pairsOf(childOf(block, 'inferred')).map(({ key, value }) => ({
      axis: located(key),
      value: { value: sourceOf(value), at: value.at },
    })),
    basis: pairsOf(childOf(block, 'basis')).map(({ key, value }) => ({
      axis: located(key),
      line: { value: Number(sourceOf(value)), at: value.at },
    })),
  };
}

/** From the tree of a taxonomy to its axes, predicates and outcomes. */
import { childOf, itemsOf, type Node, type Pair, pairsOf } from './node.ts';
import type { State } from './payload-spec.ts';
import type { AxisSpec, AxisValuesSpec, OutcomeRulesSpec, TaxonomySpec } from './spec.ts';
import { flagOf, located, locatedChild, locatedItems, scalarOf, textOf } from './value.ts';

export function decodeTaxonomy(root: Node, path: string): TaxonomySpec {
  return {
    path,
    axes: pairsOf(childOf(root, 'axes')).map(decodeAxis),
    predicates: pairsOf(childOf(root, 'predicates')).map(({ key, value }) => ({
      id: located(key),
      definition: textOf(value, 'definition'),
      when: decodeAxisValues(childOf(value, 'when')),
    })),
    outcomes: decodeOutcomeRules(childOf(root, 'outcomes')),
  };
}

function decodeOutcomeRules(block: Node | undefined): OutcomeRulesSpec | undefined {
  if (block === undefined) return undefined;
  return {
    axes: locatedItems(block, 'axes'),
    states: pairsOf(childOf(block, 'states')).map(({ key, value }) => ({
      state: key.source as State,
      when: decodeAxisValues(value),
    })),
  };
}

function decodeAxisValues(block: Node | undefined): AxisValuesSpec[] {
  return pairsOf(block).map(({ key, value }) => ({
    axis: located(key),
    values: itemsOf(value).map(located),
  }));
}

function decodeAxis({ key, value: axis }: Pair): AxisSpec {
  return {
    id: located(key),
    title: textOf(axis, 'title'),
    definition: textOf(axis, 'definition'),
    stateable: textOf(axis, 'stated') === 'possible',
    required: flagOf(axis, 'required'),
    listsEntries: flagOf(axis, 'lists_entries'),
    isBreaking: flagOf(axis, 'breaking'),
    valuesOf: locatedChild(axis, 'values_of'),
    values: pairsOf(childOf(axis, 'values')).map((pair) => ({
      id: located(pair.key),
      definition: textOf(pair.value, 'definition'),
      sentence: scalarOf(pair.value, 'sentence')?.source,
      proposed: scalarOf(pair.value, 'proposed')?.source,
    })),
  };
}

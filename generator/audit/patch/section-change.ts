/** A row that changes its section keeps its classification: what the new section says of its rows was not said of this one. */
import { blocksOf, inherit } from '../../registry/inherit.ts';
import type { Classification } from '../../registry/registry.ts';
import { childOf, type Node } from '../../spec/node.ts';
import type { CatalogSpec, Spec } from '../../spec/spec.ts';
import type { ComparedRow } from '../compare.ts';
import type { Edit } from './edit.ts';
import { addPair } from './layout.ts';
import { schemeOf } from './propose-claims.ts';

export interface RowPlace {
  readonly catalog: CatalogSpec;
  readonly spec: Spec;
  /** Where a line of the old edition stands now. */
  lineOf(line: number): number;
}

/** The claims that the row now has to make itself: stated where the scheme of the codes states them, else inferred. */
export function sectionChangeEdits(
  { entry, printed }: ComparedRow,
  row: Node,
  { catalog, spec, lineOf }: RowPlace,
  text: string,
): Edit[] {
  if (entry === undefined) return [];
  const axes = spec.taxonomy?.axes ?? [];
  const section = { value: printed.section?.id ?? '', at: entry.code.at };
  const before = inherit(blocksOf(entry, catalog), axes);
  const after = inherit(blocksOf({ ...entry, section }, catalog), axes);
  const scheme = inherit(schemeOf(entry.code.source, catalog), axes);
  const lost = [...before].filter(([axis, { value }]) => after.get(axis)?.value !== value);
  const stated = lost.flatMap(([axis, { value }]) => {
    const line = statedLine(scheme, axis, value);
    return line === undefined ? [] : [[axis, `{ value: ${value}, line: ${lineOf(line)} }`] as const];
  });
  const inferred = lost.flatMap(([axis, { value }]) =>
    statedLine(scheme, axis, value) === undefined ? [[axis, value] as const] : [],
  );
  return [...addClaims(row, 'stated', stated, text), ...addClaims(row, 'inferred', inferred, text)];
}

function statedLine(scheme: Classification, axis: string, value: string): number | undefined {
  const claim = scheme.get(axis);
  return claim?.value === value ? claim.statedOn : undefined;
}

function addClaims(row: Node, key: string, claims: readonly (readonly [string, string])[], text: string): Edit[] {
  if (claims.length === 0) return [];
  const block = childOf(row, key);
  if (block !== undefined) return claims.map(([axis, value]) => addPair(block, axis, value, text));
  return [addPair(row, key, `{ ${claims.map((claim) => claim.join(': ')).join(', ')} }`, text)];
}

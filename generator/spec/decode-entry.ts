/** From a row to an entry: what is a word of the format, and what is a printed cell. */
import { decodeClassification } from './decode-classification.ts';
import { childOf, type Node, pairsOf } from './node.ts';
import type { CellSpec, DeprecationSpec, EntrySpec, RemovalSpec } from './spec.ts';
import { located, locatedChild, locatedNumber, locatedOf, nothing, scalarOf, textOf } from './value.ts';

/** The keys of a row that are words of the format; every other key is a printed cell. */
export const ROW_WORDS: ReadonlySet<string> = new Set([
  'code',
  'line',
  'section',
  'name',
  'stated',
  'inferred',
  'basis',
  'note',
  'review',
  'deprecated',
]);

export function decodeEntry(row: Node): EntrySpec {
  const cells = pairsOf(row).filter(({ key }) => !ROW_WORDS.has(key.source));
  return {
    at: row.at,
    code: scalarOf(row, 'code') ?? nothing(row),
    line: locatedNumber(row, 'line'),
    section: locatedChild(row, 'section'),
    name: locatedOf(row, 'name'),
    cells: new Map(
      cells.map(({ key, value }): [string, CellSpec] => [
        key.source,
        { field: located(key), cell: value.kind === 'scalar' ? value : nothing(value) },
      ]),
    ),
    classification: decodeClassification(row),
    note: scalarOf(row, 'note')?.source,
    review: locatedChild(row, 'review'),
    deprecated: decodeDeprecation(childOf(row, 'deprecated')),
  };
}

function decodeDeprecation(block: Node | undefined): DeprecationSpec | undefined {
  if (block === undefined) return undefined;
  return {
    since: textOf(block, 'since'),
    reason: textOf(block, 'reason'),
    replacement: scalarOf(block, 'replacement'),
    note: scalarOf(block, 'note')?.source,
  };
}

export function decodeRemoval(block: Node): RemovalSpec {
  return {
    code: scalarOf(block, 'code') ?? nothing(block),
    name: locatedOf(block, 'name'),
    since: textOf(block, 'since'),
    reason: textOf(block, 'reason'),
    replacement: scalarOf(block, 'replacement'),
  };
}

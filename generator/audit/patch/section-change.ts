/** A row that changes its section keeps its classification: what the old section said is no word on it any more. */
import type { Span } from '../../diagnostic/diagnostic.ts';
import { blocksOf, blocksOfScheme, inherit } from '../../registry/inherit.ts';
import { type Node, pairOf } from '../../spec/node.ts';
import type { CatalogSpec, EntrySpec, SectionSpec, Spec } from '../../spec/spec.ts';
import type { KeptRow } from '../compare.ts';
import type { Edit } from './edit.ts';
import { addPair, removePairs, replaceValue } from './layout.ts';

export interface RowPlace {
  readonly catalog: CatalogSpec;
  readonly spec: Spec;
  /** Where a line of the old edition stands now. */
  lineOf(line: number): number;
  /** Sections whose heading has other words now. */
  readonly reworded: ReadonlySet<SectionSpec>;
  /** Whether something in this part of the file names a line that may have moved. */
  isUnsure(part: Span): boolean;
}

/** The claims that the row now has to make itself: stated where the scheme of the codes states them, else inferred. */
export function sectionChangeEdits({ entry, printed }: KeptRow, row: Node, place: RowPlace, text: string): Edit[] {
  const { catalog, spec, lineOf } = place;
  const axes = spec.taxonomy?.axes ?? [];
  const section = { value: printed.section?.id ?? '', at: entry.code.at };
  const before = inherit(blocksOf(entry, catalog), axes);
  const after = inherit(blocksOf({ ...entry, section }, catalog), axes);
  const scheme = inherit(blocksOfScheme(entry.code.source, catalog.codeRule?.prefixes), axes);
  const schemeLine = (axis: string, value: string): number | undefined => {
    const claim = scheme.get(axis);
    return claim?.value === value ? claim.statedOn : undefined;
  };
  const isOfSection = headOf(entry, catalog);
  const own = entry.classification.stated.filter(({ line }) => isOfSection(line.value));
  const lost = [...before].filter(([axis, { value }]) => after.get(axis)?.value !== value);
  const claims = [
    ...own.map(({ axis, value }): [string, string] => [axis.value, value.value]),
    ...lost.map(([axis, { value }]): [string, string] => [axis, value]),
  ];
  const stated = claims.flatMap(([axis, value]): [string, string][] => {
    const line = schemeLine(axis, value);
    return line === undefined ? [] : [[axis, `{ value: ${value}, line: ${lineOf(line)} }`]];
  });
  const inferred = claims.filter(([axis, value]) => schemeLine(axis, value) === undefined);
  const basis = entry.classification.basis.filter(({ line }) => isOfSection(line.value));
  return [
    ...changeClaims(row, 'stated', { add: stated, remove: own.map(({ axis }) => axis.value) }, text),
    ...changeClaims(row, 'inferred', { add: inferred, remove: [] }, text),
    ...changeClaims(row, 'basis', { add: [], remove: basis.map(({ axis }) => axis.value) }, text),
  ];
}

/** Whether a line is the heading of the row's old section, or stands between it and the rows. */
function headOf({ section: own }: EntrySpec, { sections, entries }: CatalogSpec): (line: number) => boolean {
  const section = sections.find(({ id }) => id.value === own?.value);
  if (section === undefined) return () => false;
  const first = Math.min(
    ...entries.flatMap(({ line, section: other }) => (other?.value === own?.value ? [line.value] : [])),
  );
  return (line) => line >= section.line && line < first;
}

interface ClaimChanges {
  readonly add: readonly (readonly [axis: string, claim: string])[];
  readonly remove: readonly string[];
}

function changeClaims(row: Node, key: string, { add, remove }: ClaimChanges, text: string): Edit[] {
  const block = pairOf(row, key)?.value;
  if (block === undefined) return add.length === 0 ? [] : [addPair(row, key, flowOf(add), text)];
  const isEmptied = block.kind === 'map' && block.pairs.every(({ key: axis }) => remove.includes(axis.source));
  if (isEmptied && add.length === 0) return removePairs(row, [key], text);
  if (isEmptied) return [replaceValue(block, flowOf(add), text)];
  return [...removePairs(block, remove, text), ...add.map(([axis, claim]) => addPair(block, axis, claim, text))];
}

function flowOf(claims: readonly (readonly [axis: string, claim: string])[]): string {
  return `{ ${claims.map((claim) => claim.join(': ')).join(', ')} }`;
}

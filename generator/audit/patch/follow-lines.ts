/** Where a line of the old edition stands in the new one, as far as rows and headings tell. */
import type { Heading } from '../../document/table.ts';
import { type Node, pairsOf, type ScalarNode } from '../../spec/node.ts';
import type { SectionSpec } from '../../spec/spec.ts';
import { type ComparedRow, type Comparison, isKept } from '../compare.ts';
import { type Edit, replace } from './edit.ts';

export interface FollowedLines {
  readonly edits: readonly Edit[];
  /** Lines that may have moved, and nothing tells where. */
  readonly unsure: readonly ScalarNode[];
  /** The new number of a line; the old one where nothing tells. */
  lineOf(old: number): number;
}

/** Every line number of a provider's file. */
export function followLines(
  root: Node,
  comparisons: readonly Comparison[],
  headings: readonly Heading[],
): FollowedLines {
  const anchors = anchorsOf(comparisons, headings);
  const edits: Edit[] = [];
  const unsure: ScalarNode[] = [];
  for (const scalar of lineNumbersIn(root)) {
    const line = newLine(Number(scalar.source), anchors);
    if (line === undefined) unsure.push(scalar);
    else if (String(line) !== scalar.source) edits.push(replace(scalar.at, String(line)));
  }
  return { edits, unsure, lineOf: (old) => newLine(old, anchors) ?? old };
}

interface Anchors {
  /** Of every row and heading that is in both editions. */
  readonly newByOld: ReadonlyMap<number, number>;
  /** Of those that have kept their order, sorted. */
  readonly steady: readonly { readonly old: number; readonly new: number }[];
  /** Old lines of rows that are gone from there. */
  readonly gone: readonly number[];
  /** New lines of rows that are new there, sorted. */
  readonly fresh: readonly number[];
}

function anchorsOf(comparisons: readonly Comparison[], headings: readonly Heading[]): Anchors {
  const sections = comparisons.flatMap(({ catalog }) =>
    catalog.sections.map((section) => [section, headingOf(section, headings)] as const),
  );
  const found = sections.flatMap(([section, heading]) =>
    heading === undefined ? [] : [{ old: section.line, new: heading.line, isSteady: true }],
  );
  const rows = comparisons.flatMap(({ rows: compared }) =>
    compared
      .filter(isKept)
      .map((row) => ({ old: row.entry.line.value, new: row.printed.line, isSteady: isSteady(row) })),
  );
  const all = [...found, ...rows];
  const travelled = rows.filter((row) => !row.isSteady);
  const removed = comparisons.flatMap((comparison) => comparison.removed.map(({ line }) => line.value));
  const added = comparisons.flatMap((comparison) =>
    comparison.rows.filter((row) => !isKept(row)).map(({ printed }) => printed.line),
  );
  return {
    newByOld: new Map(all.map((anchor) => [anchor.old, anchor.new])),
    steady: [{ old: 0, new: 0 }, ...all.filter((anchor) => anchor.isSteady)].sort((a, b) => a.old - b.old),
    gone: [...removed, ...travelled.map((row) => row.old)],
    fresh: [...added, ...travelled.map((row) => row.new)].sort((a, b) => a - b),
  };
}

/** Of several with one anchor, the one that stands where the section stood. */
function headingOf({ id, title, line }: SectionSpec, headings: readonly Heading[]): Heading | undefined {
  const same = headings.filter((heading) => heading.id === id.value);
  return (
    same.find((heading) => heading.line === line) ?? same[0] ?? headings.find((heading) => heading.title === title)
  );
}

function isSteady({ isMoved, changes }: ComparedRow): boolean {
  return !isMoved && changes.every(({ field }) => field !== 'section');
}

/** A line between two anchors moves with them, as far as the rows that came and went between them tell. */
function newLine(old: number, { newByOld, steady, gone, fresh }: Anchors): number | undefined {
  const known = newByOld.get(old);
  if (known !== undefined) return known;
  const above = steady.findLast((anchor) => anchor.old < old) ?? { old: 0, new: 0 };
  const below = steady.find((anchor) => anchor.old > old);
  if (below === undefined) return old + above.new - above.old;

  const goneHere = gone.filter((line) => line > above.old && line < below.old);
  const freshHere = fresh.filter((line) => line > above.new && line < below.new);
  const growth = below.new - above.new - (below.old - above.old);
  if (growth !== freshHere.length - goneHere.length) return undefined;
  const left = old + above.new - above.old - goneHere.filter((line) => line < old).length;
  return freshHere.reduce((line, row) => (row <= line ? line + 1 : line), left);
}

/** The value of each key `line`, and those of a `basis`. */
function* lineNumbersIn(node: Node): Iterable<ScalarNode> {
  if (node.kind === 'list') for (const item of node.items) yield* lineNumbersIn(item);
  for (const { key, value } of pairsOf(node)) {
    if (value.kind !== 'scalar') {
      if (key.source === 'basis')
        yield* pairsOf(value).flatMap((line) => (line.value.kind === 'scalar' ? [line.value] : []));
      else yield* lineNumbersIn(value);
    } else if (key.source === 'line' && typeof value.value === 'number') yield value;
  }
}

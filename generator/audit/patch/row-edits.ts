/** The rows of a catalog as the document has them: cells, places, new ones and those that are gone. */
import { childOf, itemsOf, type Node, pairOf } from '../../spec/node.ts';
import type { CatalogSpec, EntrySpec } from '../../spec/spec.ts';
import { type ComparedRow, type Comparison, isKept, type KeptRow } from '../compare.ts';
import { applyEdits, type Edit, insert, joined, type Part, replace } from './edit.ts';
import { addPair, chunkOf, isFlow, itemIndent, replaceValue, scalarText, withBlankLines } from './layout.ts';
import { indented } from './row-text.ts';
import { type RowPlace, sectionChangeEdits } from './section-change.ts';

export interface RowEdits {
  /** Without those of rows that go or move. */
  readonly edits: readonly Edit[];
  /** What no other edit may touch any more. */
  readonly gone: readonly Part[];
}

/** `inner` are the edits inside of rows, `newTexts` the rows to add; a row of the document that is in neither stays away. */
export function rowEdits(
  { catalog, rows, removed }: Comparison,
  list: Node,
  text: string,
  inner: readonly Edit[],
  newTexts: ReadonlyMap<ComparedRow, string>,
): RowEdits {
  const [first = list, second] = itemsOf(list);
  const nodeByEntry = nodesOf(catalog, list);
  const chunkAt = (entry: EntrySpec | undefined) => chunkOf((entry && nodeByEntry.get(entry)) ?? first, text);
  const separator = areApart(first, second, text) ? '\n' : '';
  const indent = itemIndent(first, text);

  const moved = rows.filter(isKept).filter(({ isMoved }) => isMoved);
  const leaving = [...removed, ...moved.map(({ entry }) => entry)];
  // Of rows that go together, the last one may take the lines above it along: then those above all of them go.
  const gone = joined(leaving.map((entry) => withBlankLines(chunkAt(entry), text)))
    .map((run) => withBlankLines(run, text))
    .map(({ start, end }) => ({ start: Math.max(start, chunkAt(undefined).start), end }));
  const wordsOf = (row: ComparedRow) =>
    row.entry === undefined
      ? indented(newTexts.get(row) ?? '', indent)
      : ensureLineEnd(applyEdits(text, inner, chunkAt(row.entry)));
  const arriving = rows.filter((row) => (row.entry === undefined ? newTexts.has(row) : row.isMoved));
  const insertions = arriving.map((row): Edit => {
    const { neighbour, isBehind } = neighbourOf(row, rows);
    const chunk = chunkAt(neighbour?.entry);
    if (!isBehind) return insert(chunk.start, wordsOf(row) + separator);
    const start = text[chunk.end - 1] === '\n' ? '' : '\n';
    return insert(chunk.end, start + separator + wordsOf(row));
  });
  return { edits: [...insertions, ...gone.map((chunk) => replace(chunk, ''))], gone };
}

/** Where each entry stands in the list. */
export function nodesOf({ entries }: CatalogSpec, list: Node): Map<EntrySpec, Node> {
  const items = itemsOf(list);
  return new Map(entries.map((entry, index) => [entry, items[index] ?? list]));
}

/** The staying row next to which it goes: the one below where everything down to there is of that one's section. */
function neighbourOf(
  row: ComparedRow,
  rows: readonly ComparedRow[],
): { neighbour: ComparedRow | undefined; isBehind: boolean } {
  const index = rows.indexOf(row);
  const stays = (other: ComparedRow) => isKept(other) && !other.isMoved;
  const above = rows.slice(0, index).findLast(stays);
  const end = rows.findIndex((other, place) => place > index && stays(other));
  const below = rows[end];
  const sectionOf = ({ printed }: ComparedRow) => printed.section?.id;
  const leadsInto =
    below !== undefined && rows.slice(index, end).every((other) => sectionOf(other) === sectionOf(below));
  if (above !== undefined && (!leadsInto || sectionOf(above) === sectionOf(row))) {
    return { neighbour: above, isBehind: true };
  }
  return { neighbour: below, isBehind: false };
}

/** Whether blank lines stand between rows. */
function areApart(first: Node, second: Node | undefined, text: string): boolean {
  if (second === undefined) return !isFlow(first, text);
  return /\n[ \t]*\n/.test(text.slice(first.at.start, second.at.start));
}

function ensureLineEnd(lines: string): string {
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** The cells of one row, its claims where its section has changed, and a mark where a person has to look at both. */
export function cellEdits(kept: KeptRow, row: Node, place: RowPlace, text: string): Edit[] {
  const { changes } = kept;
  const cells = changes.map(({ field, printed }) => {
    const cell = childOf(row, field);
    if (cell?.kind !== 'scalar') return addPair(row, field, scalarText(printed), text);
    const isNumber = typeof cell.value === 'number' && /^-?\d+$/.test(printed);
    const value = isNumber ? printed : scalarText(printed, isFlow(row, text));
    return replaceValue(cell, value, text);
  });
  const hasNewSection = changes.some(({ field }) => field === 'section');
  const claims = hasNewSection ? sectionChangeEdits(kept, row, place, text) : [];
  const review = pairOf(row, 'review') === undefined ? reviewOf(kept, place) : undefined;
  return [...cells, ...claims, ...(review === undefined ? [] : [addPair(row, 'review', review, text)])];
}

function reviewOf({ entry, changes }: KeptRow, place: RowPlace): string | undefined {
  if (changes.length > 0 && place.spec.taxonomy !== undefined) return 'the row has changed since it was classified';
  if (isReadFromReworded(entry, place)) return 'the heading has changed that the classification was read from';
  return place.isUnsure(entry.at) ? 'a line of the document that it names may have moved' : undefined;
}

function isReadFromReworded({ section: own, classification }: EntrySpec, { reworded }: RowPlace): boolean {
  return [...reworded].some(
    (section) =>
      section.id.value === own?.value &&
      [classification, section.classification].some(({ stated, basis }) =>
        [...stated, ...basis].some(({ line }) => line?.value === section.line),
      ),
  );
}

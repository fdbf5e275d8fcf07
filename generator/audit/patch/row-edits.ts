/** The rows of a catalog as the document has them: cells, places, new ones and those that are gone. */
import { childOf, itemsOf, type Node, pairOf } from '../../spec/node.ts';
import type { EntrySpec } from '../../spec/spec.ts';
import type { ComparedRow, Comparison } from '../compare.ts';
import { applyEdits, type Edit, insert, type Part, replace } from './edit.ts';
import { addPair, chunkOf, endOf, indentAt, isFlow, scalarText, withBlankLines } from './layout.ts';
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
  comparison: Comparison,
  catalogNode: Node,
  text: string,
  inner: readonly Edit[],
  newTexts: ReadonlyMap<ComparedRow, string>,
): RowEdits {
  const list = childOf(catalogNode, 'entries');
  const items = itemsOf(list);
  const chunkAt = (index: number) => chunkOf(items[index] as Node, text);
  const indexOf = (row: ComparedRow) => (row.entry === undefined ? -1 : comparison.catalog.entries.indexOf(row.entry));
  const separator = hasBlankLines(items, text) ? '\n' : '';
  const indent = indentAt(text.lastIndexOf('-', items[0]?.at.start ?? 0), text);

  const leaving = [
    ...comparison.removed.map((entry) => comparison.catalog.entries.indexOf(entry)),
    ...comparison.rows.filter(({ isMoved }) => isMoved).map(indexOf),
  ];
  const gone = leaving.map((index) => withBlankLines(chunkAt(index), text));
  const wordsOf = (row: ComparedRow) =>
    row.entry === undefined
      ? indented(newTexts.get(row) ?? '', indent)
      : ensureLineEnd(applyEdits(text, inner, chunkAt(indexOf(row))));
  const arriving = comparison.rows.filter((row) => (row.entry === undefined ? newTexts.has(row) : row.isMoved));
  const insertions = arriving.map((row): Edit => {
    const { neighbour, isBehind } = neighbourOf(row, comparison.rows);
    const chunk = chunkAt(neighbour === undefined ? 0 : indexOf(neighbour));
    if (!isBehind) return insert(chunk.start, wordsOf(row) + separator);
    const start = text[chunk.end - 1] === '\n' ? '' : '\n';
    return insert(chunk.end, start + separator + wordsOf(row));
  });
  return { edits: [...insertions, ...gone.map((chunk) => replace(chunk, ''))], gone };
}

/** The staying row next to which it goes: the one below where everything down to there is of that one's section. */
function neighbourOf(
  row: ComparedRow,
  rows: readonly ComparedRow[],
): { neighbour: ComparedRow | undefined; isBehind: boolean } {
  const index = rows.indexOf(row);
  const stays = ({ entry, isMoved }: ComparedRow) => entry !== undefined && !isMoved;
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

function hasBlankLines(items: readonly Node[], text: string): boolean {
  const [first, second] = items;
  if (first === undefined) return false;
  if (second === undefined) return !isFlow(first, text);
  return /\n[ \t]*\n/.test(text.slice(first.at.start, second.at.start));
}

function ensureLineEnd(lines: string): string {
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** The cells of one row, its claims where its section has changed, and a mark where a person has to look at both. */
export function cellEdits(compared: ComparedRow, row: Node, place: RowPlace, text: string): Edit[] {
  const { entry, changes } = compared;
  if (entry === undefined) return [];
  const cells = changes.map(({ field, printed }) => {
    const cell = childOf(row, field);
    if (cell?.kind !== 'scalar') return addPair(row, field, scalarText(printed), text);
    const isNumber = typeof cell.value === 'number' && /^-?\d+$/.test(printed);
    const value = isNumber ? printed : scalarText(printed, isFlow(row, text));
    return replace({ start: cell.at.start, end: endOf(cell, text) }, value);
  });
  const hasNewSection = changes.some(({ field }) => field === 'section');
  const claims = hasNewSection ? sectionChangeEdits(compared, row, place, text) : [];
  const review = pairOf(row, 'review') === undefined ? reviewOf(compared, place) : undefined;
  return [...cells, ...claims, ...(review === undefined ? [] : [addPair(row, 'review', review, text)])];
}

function reviewOf({ entry, changes }: ComparedRow, place: RowPlace): string | undefined {
  if (entry === undefined) return undefined;
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

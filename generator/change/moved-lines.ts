/** The lines of the document: one change a catalog, because a line more in the document moves every row below it. */
import { isDeepStrictEqual } from 'node:util';
import { type Change, change, type Subject } from './change.ts';
import { identitiesOf } from './code-changes.ts';
import { compareBy } from './compare-by.ts';
import type { CatalogSnapshot, ClaimsSnapshot } from './snapshot.ts';

export function movedLines(before: CatalogSnapshot, after: CatalogSnapshot, subject: Subject): Change[] {
  const { kept } = compareBy(({ id }) => id, placesOf(before), placesOf(after));
  const count = kept.filter(([was, is]) => haveMoved(was.lines, is.lines)).length;
  if (count === 0) return [];
  const places = count === 1 ? 'one place of the document is' : `${count} places of the document are`;
  return [change('lines-moved', subject, `${places} on another line`, { field: 'line' })];
}

/** Something that stands on lines of the document. */
interface Place {
  readonly id: string;
  readonly lines: Lines;
}

/** By what stands there; `line` is the place's own. */
type Lines = Readonly<Record<string, unknown>>;

function placesOf(catalog: CatalogSnapshot): Place[] {
  const { entries, sections = [], scheme } = catalog;
  const identities = identitiesOf(catalog);
  return [
    ...sections.map(({ id, line }) => ({ id: `section ${id}`, lines: { line } })),
    ...(scheme === undefined ? [] : [{ id: 'scheme', lines: { line: scheme.line } }]),
    ...(scheme?.prefixes ?? []).map((prefix) => ({ id: `prefix ${prefix.prefix}`, lines: linesOf(prefix) })),
    ...entries.map((row, index) => ({
      id: `row ${identities[index]}`,
      lines: { line: row.line, ...linesOf(row) },
    })),
  ];
}

function linesOf({ stated, basis = {} }: ClaimsSnapshot): Lines {
  return { ...prefixed('stated', stated), ...prefixed('basis', basis) };
}

function prefixed(word: string, lines: Lines): Lines {
  return Object.fromEntries(Object.entries(lines).map(([axis, line]) => [`${word} ${axis}`, line]));
}

/** What is stated on one side alone is another kind of change. */
function haveMoved(before: Lines, after: Lines): boolean {
  return Object.keys(before).some((key) => key in after && !isDeepStrictEqual(before[key], after[key]));
}

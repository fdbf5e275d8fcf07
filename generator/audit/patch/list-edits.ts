/** Lists that follow the rows: sections, exceptions to the code rule, and codes that are gone. */
import { followsRule } from '../../rules/code-rule.ts';
import { childOf, itemsOf, type Node, pairOf, pairsOf } from '../../spec/node.ts';
import type { CatalogSpec } from '../../spec/spec.ts';
import { textOf } from '../../spec/value.ts';
import type { ComparedRow, Comparison } from '../compare.ts';
import { type Edit, replace } from './edit.ts';
import {
  addItem,
  addLines,
  addPair,
  chunkOf,
  endOf,
  indentAt,
  isFlow,
  lineStart,
  nextLine,
  replaceValue,
  scalarText,
  withBlankLines,
} from './layout.ts';

/** A catalog, the rows that stand in the spec now, and its place in the text. */
export interface WrittenCatalog {
  readonly comparison: Comparison;
  readonly rows: readonly ComparedRow[];
  readonly node: Node;
  readonly text: string;
}

/** Exceptions whose row is gone, gone codes that are back, and sections that have no row any more. */
export function staleEdits({ comparison: { catalog, rows: all }, rows, node, text }: WrittenCatalog): Edit[] {
  const printed = new Set(all.map((row) => row.printed.code));
  const present = new Set(rows.map((row) => row.printed.code));
  const used = new Set(all.flatMap((row) => row.printed.section?.id ?? row.entry?.section?.value ?? []));
  const rule = childOf(node, 'code_rule') ?? node;
  const stale = indexesOf(catalog.codeRule?.exceptions ?? [], ({ value }) => !printed.has(value));
  const back = indexesOf(catalog.removed, ({ code }) => present.has(code.source));
  const sections = itemsOf(childOf(node, 'sections'));
  const empty = indexesOf(sections, (section) => !used.has(textOf(section, 'id')));
  return [
    ...withoutItems(rule, 'exceptions', stale, text),
    ...withoutItems(node, 'removed', back, text),
    ...withoutItems(node, 'sections', empty, text),
  ];
}

/** Sections in the order of their headings, each with the comment above it. */
export function sectionOrderEdits({ node, text }: WrittenCatalog): Edit[] {
  const list = childOf(node, 'sections');
  const items = itemsOf(list);
  const places = items.map((item) => (list && isFlow(list, text) ? item.at : chunkOf(item, text)));
  const lineOf = (index: number) => Number(textOf(items[index], 'line'));
  const order = [...items.keys()].sort((a, b) => lineOf(a) - lineOf(b));
  return places.flatMap((place, index) => {
    const from = places[order[index] ?? index];
    return from === undefined || from === place ? [] : [replace(place, text.slice(from.start, from.end))];
  });
}

/** Exceptions for rows that are new, and tombstones for codes that the document does not have any more. */
export function freshEdits({ comparison, rows, node, text }: WrittenCatalog, since: string): Edit[] {
  const { catalog, removed } = comparison;
  const { codeRule } = catalog;
  const listed = new Set(codeRule?.exceptions.map(({ value }) => value));
  const odd = rows
    .map(({ printed }) => printed.code)
    .filter((code) => codeRule && !listed.has(code) && !followsRule(code, codeRule));
  const printed = new Set(comparison.rows.map((row) => row.printed.code));
  const gone = new Map(
    removed.filter(({ code }) => !printed.has(code.source)).map((entry) => [entry.code.source, entry]),
  );
  const exceptions = [...new Set(odd)].map(
    (code) => `{ code: ${codeText(code, catalog)}, reason: Not looked at yet. }`,
  );
  const tombstones = [...gone].map(
    ([code, { name }]) =>
      `{ code: ${codeText(code, catalog)}, name: ${name.value}, since: ${since}, reason: The document no longer lists it. }`,
  );
  const rule = childOf(node, 'code_rule') ?? node;
  return [...withItems(rule, 'exceptions', exceptions, text), ...withItems(node, 'removed', tombstones, text)];
}

function codeText(code: string, { codeType }: CatalogSpec): string {
  return codeType === 'integer' ? code : scalarText(code);
}

function indexesOf<T>(items: readonly T[], isMeant: (item: T) => boolean): number[] {
  return items.flatMap((item, index) => (isMeant(item) ? [index] : []));
}

/** Adds items to a list of a block, which is made where it is not there. */
function withItems(block: Node, key: string, items: readonly string[], text: string): Edit[] {
  const list = childOf(block, key);
  if (items.length === 0) return [];
  if (list !== undefined) return items.map((item) => addItem(list, item, text));
  if (isFlow(block, text)) return [addPair(block, key, `[${items.join(', ')}]`, text)];
  const [first] = pairsOf(block);
  const indent = indentAt(first?.key.at.start ?? 0, text);
  const lines = items.map((item) => `${indent}  - ${item}\n`).join('');
  return [addLines(endOf(block, text), `${indent}${key}:\n${lines}`, text)];
}

/** Without these items; a list that would be empty goes with its key. */
function withoutItems(block: Node, key: string, indexes: readonly number[], text: string): Edit[] {
  const pair = pairOf(block, key);
  if (pair === undefined || indexes.length === 0) return [];
  const items = itemsOf(pair.value);
  if (indexes.length === items.length) {
    const start = lineStart(pair.key.at.start, text);
    return [replace(withBlankLines({ start, end: nextLine(endOf(pair.value, text), text) }, text), '')];
  }
  if (!isFlow(pair.value, text)) {
    return indexes.flatMap((index) => {
      const item = items[index];
      return item === undefined ? [] : [replace(chunkOf(item, text), '')];
    });
  }
  const kept = items.filter((_, index) => !indexes.includes(index)).map(({ at }) => text.slice(at.start, at.end));
  return [replaceValue(pair.value, `[${kept.join(', ')}]`, text)];
}

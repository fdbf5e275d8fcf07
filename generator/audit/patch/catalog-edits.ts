/** What stands above the rows of a catalog and has to follow them: sections, headers, values of columns. */
import { childOf, itemsOf, type Node } from '../../spec/node.ts';
import type { CatalogSpec, ColumnSpec } from '../../spec/spec.ts';
import { textOf } from '../../spec/value.ts';
import type { ComparedRow, Comparison } from '../compare.ts';
import { type Edit, replace } from './edit.ts';
import { addItem, addPair, replaceValue, scalarText } from './layout.ts';
import { twinOf } from './writable.ts';

/** `rows` are those that will stand in the spec. */
export function catalogEdits(comparison: Comparison, rows: readonly ComparedRow[], node: Node, text: string): Edit[] {
  return [
    ...sectionEdits(comparison.catalog, rows, node, text),
    ...titleEdits(comparison, node, text),
    ...columnEdits(comparison, rows, node, text),
  ];
}

/** A section that the catalog does not have yet, behind the one that it follows. */
function sectionEdits({ sections }: CatalogSpec, rows: readonly ComparedRow[], node: Node, text: string): Edit[] {
  const list = childOf(node, 'sections');
  // A heading that comes twice is the section where it comes first.
  const headings = new Map(
    rows
      .flatMap(({ printed: { section } }) => (section === undefined ? [] : [[section.id, section] as const]))
      .reverse(),
  );
  if (list === undefined) return [];
  return [...headings.values()]
    .filter(({ id }) => !sections.some((section) => section.id.value === id))
    .map(({ id, title, line }) => {
      const lineAfter = (sectionId: string) => headings.get(sectionId)?.line ?? Number.POSITIVE_INFINITY;
      const index = sections.findLastIndex((section) => lineAfter(section.id.value) < line);
      const item = `{ id: ${id}, title: ${scalarText(title)}, line: ${line} }`;
      return addItem(list, item, text, itemsOf(list)[index]);
    });
}

function titleEdits({ catalog, renamedSections }: Comparison, node: Node, text: string): Edit[] {
  const items = itemsOf(childOf(node, 'sections'));
  return catalog.sections.flatMap((section, index) => {
    const title = childOf(items[index], 'title');
    const renamed = renamedSections.get(section);
    if (renamed === undefined || title === undefined) return [];
    return [replaceValue(title, scalarText(renamed.printed), text)];
  });
}

/** Headers as printed now, and values that the document prints for the first time. */
function columnEdits(
  { catalog, renamedHeaders }: Comparison,
  rows: readonly ComparedRow[],
  node: Node,
  text: string,
): Edit[] {
  const columns = itemsOf(childOf(node, 'columns'));
  return catalog.columns.flatMap((column) => {
    const field = column.field.value;
    const block = columns.find((one) => textOf(one, 'field') === field);
    const header = block && childOf(block, 'header');
    const renamed = renamedHeaders.get(field);
    const values = block && childOf(block, 'values');
    const printed = new Set(rows.flatMap((row) => row.printed.cells.get(field) ?? []));
    const fresh = [...printed].filter((value) => !column.values.has(value));
    return [
      ...(renamed && header ? [replace(header.at, scalarText(renamed.printed))] : []),
      ...(values ? fresh.map((value) => addValue(values, value, column, text)) : []),
    ];
  });
}

/** A list, or a mapping to what the values mean: a value with other capitals means the same. */
function addValue(values: Node, value: string, column: ColumnSpec, text: string): Edit {
  return values.kind === 'map'
    ? addPair(values, scalarText(value), String(twinOf(value, column)), text)
    : addItem(values, scalarText(value), text);
}

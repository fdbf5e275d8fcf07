/** Where the parts of a YAML text begin and end, and how its author lays them out. */
import { itemsOf, type Node, type Pair, pairsOf } from '../../spec/node.ts';
import { parseYaml } from '../../spec/yaml.ts';
import { type Edit, insert, type Part, replace } from './edit.ts';

/** Text as it may stand for a value: without quotes where YAML reads the same text back, else in double ones. */
export function scalarText(value: string, isFlow = true): string {
  const read = parseYaml({ path: '', text: isFlow ? `{ key: ${value} }` : `key: ${value}` }).value;
  const [pair, ...others] = read?.kind === 'map' ? read.pairs : [];
  const isSame = pair?.value.kind === 'scalar' && pair.value.value === value && others.length === 0;
  return isSame && !value.includes('\n') ? value : JSON.stringify(value);
}

export function isFlow(node: Node, text: string): boolean {
  return node.kind !== 'scalar' && '{['.includes(text[node.at.start] ?? ' ');
}

/** Just behind the last character of a value, without the line end that some values take with them. */
export function endOf(node: Node, text: string): number {
  if (node.kind !== 'scalar' && !isFlow(node, text)) {
    const last = node.kind === 'map' ? node.pairs.at(-1) : node.items.at(-1);
    if (last !== undefined) return 'key' in last ? endOfPair(last, text) : endOf(last, text);
  }
  return node.at.start + text.slice(node.at.start, node.at.end).trimEnd().length;
}

/** Another text in the place of a value. */
export function replaceValue(node: Node, value: string, text: string): Edit {
  return replace({ start: node.at.start, end: endOf(node, text) }, value);
}

function endOfPair({ key, value }: Pair, text: string): number {
  return Math.max(key.at.end, endOf(value, text));
}

/** The start of the line after this offset; the end of the text where there is none. */
export function nextLine(offset: number, text: string): number {
  return Math.min(lineEnd(offset, text) + 1, text.length);
}

export function lineStart(offset: number, text: string): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The blanks before the first character of a line. */
export function indentAt(offset: number, text: string): string {
  return /^ */.exec(text.slice(lineStart(offset, text), offset))?.[0] ?? '';
}

/** The blanks before the dash of an item of a block list. */
export function itemIndent(item: Node, text: string): string {
  return indentAt(dashOf(item, text), text);
}

function dashOf(item: Node, text: string): number {
  return text.lastIndexOf('-', item.at.start);
}

/** The lines of an item of a block list, with the comment directly above it. */
export function chunkOf(item: Node, text: string): Part {
  let start = lineStart(dashOf(item, text), text);
  for (let above = lineStart(start - 1, text); above < start; above = lineStart(start - 1, text)) {
    if (!/^\s*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return { start, end: nextLine(endOf(item, text), text) };
}

/** With the blank lines below; at the end of the text, with those above instead. */
export function withBlankLines({ start, end }: Part, text: string): Part {
  const below = end + (/^(?:[ \t]*\n)*/.exec(text.slice(end))?.[0].length ?? 0);
  if (below < text.length) return { start, end: below };
  return { start: start - (/(?<=\n)(?:[ \t]*\n)*$/.exec(text.slice(0, start))?.[0].length ?? 0), end: below };
}

/** Adds a key at the end of a map, laid out as the map is. */
export function addPair(map: Node, key: string, value: string, text: string): Edit {
  if (isFlow(map, text)) return addToFlow(map, `${key}: ${value}`, text);
  const { start } = pairsOf(map)[0]?.key.at ?? map.at;
  const indent = ' '.repeat(start - lineStart(start, text));
  return addLines(endOf(map, text), `${indent}${key}: ${value}\n`, text);
}

/** Takes keys out of a map; not the first one of a block of lines. */
export function removePairs(map: Node, keys: readonly string[], text: string): Edit[] {
  const pairs = pairsOf(map);
  const isGone = ({ key }: Pair) => keys.includes(key.source);
  return pairs.flatMap((pair, index) => {
    if (!isGone(pair)) return [];
    const end = endOfPair(pair, text);
    // With the line end before it, so that what is added behind it stays.
    if (!isFlow(map, text))
      return [replace({ start: lineStart(pair.key.at.start, text) - 1, end: lineEnd(end, text) }, '')];
    const [previous, next] = [pairs[index - 1], pairs[index + 1]];
    if (next !== undefined && pairs.slice(index).some((later) => !isGone(later))) {
      return [replace({ start: pair.key.at.start, end: next.key.at.start }, '')];
    }
    return [replace({ start: previous ? endOfPair(previous, text) : pair.key.at.start, end }, '')];
  });
}

/** Adds an item behind another one, or at the end of a list. */
export function addItem(list: Node, item: string, text: string, behind?: Node): Edit {
  if (isFlow(list, text)) return addToFlow(list, item, text);
  const last = behind ?? itemsOf(list).at(-1) ?? list;
  return addLines(endOf(last, text), `${itemIndent(last, text)}- ${item}\n`, text);
}

/** Lines below the one on which something ends. */
export function addLines(behind: number, lines: string, text: string): Edit {
  return insert(lineEnd(behind, text), `\n${lines.trimEnd()}`);
}

function lineEnd(offset: number, text: string): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

function addToFlow(node: Node, part: string, text: string): Edit {
  const close = endOf(node, text) - 1;
  const inside = text.slice(node.at.start + 1, close).trimEnd();
  return insert(node.at.start + 1 + inside.length, inside.trim() === '' ? ` ${part} ` : `, ${part}`);
}

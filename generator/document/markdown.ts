/** The door to `mdast` and `micromark`: pipe tables, headings with anchors, and the HTML that stands among them. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { plain, tidy } from './cell.ts';
import { headingBlock } from './heading.ts';
import { readHtml } from './html.ts';
import { type Block, type Stop, tableBlock } from './table.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];
type TableNode = Extract<Node, { type: 'table' }>;

/** Quotes and items within each other on one line; the parser takes half a minute for some thousands. */
const DEEPEST = 100;

/** Links and emphasis, which stay as printed. To find them in a long line of their marks would take the parser hours. */
const AS_PRINTED = ['attention', 'labelEnd', 'labelStartImage', 'labelStartLink'];

/** Headings with a line of marks below them: twice as many take four times as long. */
const MOST_UNDERLINED = 1000;

export function* readMarkdown(text: string): Iterable<Block> {
  const stop = findStop(text.split('\n'));
  if (stop !== undefined) {
    yield { kind: 'stop', ...stop };
    return;
  }
  const root = fromMarkdown(text, {
    extensions: [gfmTable(), { disable: { null: AS_PRINTED } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  let readUpTo = 0;
  for (const node of blocksOf(root)) {
    const { start, end } = placeOf(node);
    if (start < readUpTo) continue;
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') yield headingBlock(printed(node, text), node.depth, line);
    if (node.type === 'table') yield readTable(node, text);
    if (node.type === 'html') {
      readUpTo = endOfHtml(text, start, end);
      yield* readHtml(text.slice(start, readUpTo), line);
    }
  }
}

function findStop(lines: readonly string[]): Stop | undefined {
  const deep = lines.findIndex((line) => depthOf(line) > DEEPEST);
  if (deep !== -1) return { why: 'too-deep', line: deep + 1 };
  const underlines = lines.flatMap((line, index) =>
    /^[\s>]*(?:=+|-+)\s*$/.test(line) && /[^\s>]/.test(lines[index - 1] ?? '') ? [index] : [],
  );
  const last = underlines[MOST_UNDERLINED];
  return last === undefined ? undefined : { why: 'too-many-headings', line: last + 1 };
}

/** How many quotes and items begin where a line does. A line of dashes is one mark. */
function depthOf(line: string): number {
  const [start] = /^[\s>*+.)\d-]*/.exec(line) ?? [''];
  return start.match(/>|[*+.)-]\s/g)?.length ?? 0;
}

/** Headings, tables and HTML at any depth, in their order. Without recursion, because quotes nest as deep as somebody likes. */
function* blocksOf(root: Root): Iterable<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'heading' || node.type === 'table' || node.type === 'html') yield node;
    else if ('children' in node) for (const child of [...(node.children as Node[])].reverse()) waiting.push(child);
  }
}

/** Markdown ends a block of HTML at a blank line, a table ends where it is closed. */
function endOfHtml(text: string, start: number, end: number): number {
  const html = text.slice(start, end);
  if (html.lastIndexOf('<table') <= html.lastIndexOf('</table')) return end;
  const close = text.indexOf('</table', end);
  return close === -1 ? end : close + '</table>'.length;
}

function readTable(table: TableNode, text: string): Block {
  const [head, ...body] = table.children.map((row) => ({
    line: row.position?.start.line ?? 1,
    cells: row.children.map((cell) => tidy(printed(cell, text))),
  }));
  return tableBlock((head?.cells ?? []).map(plain), head?.line ?? 1, body);
}

interface Inline {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Inline[];
  readonly position?: Node['position'];
}

/** Escapes, entities and code marks are spelling and become what they spell; all other mark-up stays as printed. */
function printed(node: Inline, text: string): string {
  return (node.children ?? [])
    .map((child) => {
      if (child.type === 'text' || child.type === 'inlineCode') return child.value ?? '';
      if (child.type === 'break') return ' ';
      const { start, end } = placeOf(child);
      const source = text.slice(start, end);
      return child.type === 'html' ? withoutTag(source) : source;
    })
    .join('');
}

const DECORATION = /^<\/?(?:a|abbr|b|code|div|em|font|i|li|ol|p|small|span|strong|sub|sup|u|ul)\b[^>]*>$/i;

/** What is in angle brackets and no known tag was meant as text. */
function withoutTag(source: string): string {
  if (/^<br\b[^>]*>$/i.test(source)) return ' ';
  return DECORATION.test(source) || source.startsWith('<!--') ? '' : source;
}

function placeOf(node: Inline): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The door to `parse5`: headings and tables of a page, with lines. */
import { defaultTreeAdapter, Parser, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { plain, tidy } from './cell.ts';
import { expandSpans, type SpannedRow } from './grid.ts';
import { headingBlock } from './heading.ts';
import { type Block, tableBlock } from './table.ts';

/** Below any heading of the page: a row that divides a table. */
const DEPTH_IN_TABLE = 7;

/** Elements within each other. Browsers give up at as many; the parser takes half a minute for a hundred times that. */
const DEEPEST = 512;

/** `firstLine` is where the HTML begins in its document. */
export function* readHtml(html: string, firstLine = 1): Iterable<Block> {
  const lineOf = (element: Tree.Element) => (element.sourceCodeLocation?.startLine ?? 1) + firstLine - 1;
  const { root, tooDeepAt } = parse(html);
  for (const { node, leaving } of walk(root)) {
    if (leaving || !isElement(node)) continue;
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (depth !== undefined) yield headingBlock(textOf(node), Number(depth), lineOf(node), anchorOf(node));
    if (node.tagName === 'table') yield* readTable(node, lineOf);
  }
  if (tooDeepAt !== undefined) yield { kind: 'stop', why: 'too-deep', line: tooDeepAt + firstLine - 1 };
}

/** Up to where it gets too deep. */
function parse(html: string): { root: Tree.DocumentFragment; tooDeepAt: number | undefined } {
  let depth = 0;
  let tooDeepAt: number | undefined;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      if (depth <= DEEPEST) return;
      tooDeepAt ??= parser.tokenizer.preprocessor.line;
      parser.tokenizer.pause();
    },
    onItemPop() {
      depth -= 1;
    },
  };
  const parser = Parser.getFragmentParser<Tree.DefaultTreeAdapterMap>(null, {
    sourceCodeLocationInfo: true,
    treeAdapter,
  });
  parser.tokenizer.write(html, true);
  return { root: parser.getFragment(), tooDeepAt };
}

function* readTable(table: Tree.Element, lineOf: (element: Tree.Element) => number): Iterable<Block> {
  const rows = expandSpans(rowsOf(table).map((row) => spannedRow(row, lineOf)));
  const headCount = Math.max(
    1,
    rows.findIndex(({ isHead }) => !isHead),
  );
  const head = rows[Math.min(headCount, rows.length) - 1];
  if (head === undefined) return;
  const headers = head.cells.map(plain);
  let part: { line: number; cells: readonly string[] }[] = [];
  for (const { line, cells, isDivider } of rows.slice(headCount)) {
    if (!isDivider) {
      part.push({ line, cells: cells.map(tidy) });
      continue;
    }
    if (part.length > 0) yield tableBlock(headers, head.line, part);
    part = [];
    yield headingBlock(cells[0] ?? '', DEPTH_IN_TABLE, line);
  }
  yield tableBlock(headers, head.line, part);
}

/** The rows of this table, not those of tables in its cells. */
function rowsOf(table: Tree.Element): Tree.Element[] {
  const children = (parent: Tree.Element) => parent.childNodes.filter(isElement);
  return children(table)
    .flatMap((child) => (child.tagName === 'tr' ? [child] : children(child)))
    .filter(({ tagName }) => tagName === 'tr');
}

function spannedRow(row: Tree.Element, lineOf: (element: Tree.Element) => number): SpannedRow {
  const cells = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  const parent = row.parentNode;
  const isInHead = parent !== null && isElement(parent) && parent.tagName === 'thead';
  return {
    line: lineOf(row.sourceCodeLocation ? row : (cells[0] ?? row)),
    isHead: isInHead || (cells.length > 0 && cells.every(({ tagName }) => tagName === 'th')),
    cells: cells.map((cell) => ({
      text: textOf(cell),
      columns: spanOf(cell, 'colspan'),
      rows: spanOf(cell, 'rowspan'),
    })),
  };
}

/** As browsers read it: nonsense is 1, and 0 stands for all that is left. */
function spanOf(cell: Tree.Element, name: 'colspan' | 'rowspan'): number {
  const number = Number.parseInt(attributeOf(cell, name) ?? '', 10);
  if (number === 0 && name === 'rowspan') return Number.POSITIVE_INFINITY;
  return number > 0 ? number : 1;
}

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'table']);
const INLINE =
  /^(?:a|abbr|b|bdi|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)$/;

/** The words of an element; a link as Markdown writes it, so that a cell reads the same in both kinds of page. */
function textOf(element: Tree.Element): string {
  let text = '';
  const links: { start: number; href: string }[] = [];
  for (const { node, leaving } of walk(element, (inner) => inner !== element && UNSEEN.has(inner.tagName))) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    if (!isElement(node)) continue;
    if (!INLINE.test(node.tagName)) text += ' ';
    const href = attributeOf(node, 'href');
    if (node.tagName === 'img' && !leaving) text += attributeOf(node, 'alt') ?? '';
    if (node.tagName !== 'a' || !href) continue;
    if (!leaving) links.push({ start: text.length, href });
    else text = closeLink(text, links.pop());
  }
  return text;
}

function closeLink(text: string, link: { start: number; href: string } | undefined): string {
  const words = tidy(text.slice(link?.start));
  return link === undefined || words === '' ? text : `${text.slice(0, link.start)}[${words}](${link.href})`;
}

/** The heading's own id, or that of the empty link in it. */
function anchorOf(heading: Tree.Element): string | undefined {
  for (const { node } of walk(heading)) {
    const id = isElement(node) ? (attributeOf(node, 'id') ?? attributeOf(node, 'name')) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

interface Step {
  readonly node: Tree.Node;
  readonly leaving: boolean;
}

/** A node and all below it, each entered and left. Without recursion, because pages nest as deep as somebody likes. */
function* walk(root: Tree.Node, isSkipped: (element: Tree.Element) => boolean = () => false): Iterable<Step> {
  const waiting: Step[] = [{ node: root, leaving: false }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { node, leaving } = step;
    if (!leaving && isElement(node) && isSkipped(node)) continue;
    yield step;
    if (leaving || !('childNodes' in node)) continue;
    waiting.push({ node, leaving: true });
    for (const child of [...node.childNodes].reverse()) waiting.push({ node: child, leaving: false });
  }
}

function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}

function attributeOf(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** From a document as received to its tables: one door to the readers, which are chosen by what the document looks like. */
import { createHash } from 'node:crypto';
import { type Layout, readColumns } from './columns.ts';
import { readCsv } from './csv.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { type Block, type Heading, type Table, tablesUnderHeadings } from './table.ts';
import { decodeDocument } from './text.ts';

export interface PageDocument {
  /** As shown to people. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes as received, in lower-case hex. */
  readonly sha256: string;
  readonly headings: readonly Heading[];
  readonly tables: readonly Table[];
  /** The line from which on nothing was read, because it nests too deep. */
  readonly tooDeepAt: number | undefined;
}

/** `layouts` are the tables that may stand there as lines of words. */
export function readDocument(path: string, bytes: Uint8Array, layouts: readonly Layout[]): PageDocument {
  const text = decodeDocument(bytes);
  const blocks = blocksOf(path, text, layouts);
  return {
    path,
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    headings: blocks.flatMap((block) => (block.kind === 'heading' ? [block.heading] : [])),
    tables: tablesUnderHeadings(blocks),
    tooDeepAt: blocks.find((block) => block.kind === 'too-deep')?.line,
  };
}

function blocksOf(path: string, text: string, layouts: readonly Layout[]): Block[] {
  if (/\.[ct]sv$/i.test(path)) return readCsv(text);
  const blocks = [...(isHtml(path, text) ? readHtml(text) : readMarkdown(text))];
  const ranges = blocks.flatMap((block) => (block.kind === 'table' ? [rangeOf(block.table)] : []));
  const isTaken = (line: number) => ranges.some(([first, last]) => first <= line && line <= last);
  return inOrder([...blocks, ...readColumns(text, layouts, isTaken)]);
}

/** Markdown may begin with a tag as well, but not with the tags of a page. */
function isHtml(path: string, text: string): boolean {
  return /\.html?$/i.test(path) || /^\s*<(?:!doctype|\?xml|html|head|body|main|article)\b/i.test(text);
}

function rangeOf({ line, rows }: Omit<Table, 'headings'>): [first: number, last: number] {
  return [line, rows.at(-1)?.line ?? line];
}

function inOrder(blocks: readonly Block[]): Block[] {
  const lineOf = (block: Block) => {
    if (block.kind === 'too-deep') return block.line;
    return block.kind === 'heading' ? block.heading.line : (block.table.rows[0]?.line ?? block.table.line);
  };
  return [...blocks].sort((a, b) => lineOf(a) - lineOf(b));
}

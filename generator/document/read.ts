/** From a document as received to its tables: one door to the readers, which are chosen by what the document looks like. */
import { createHash } from 'node:crypto';
import { type Layout, readColumns } from './columns.ts';
import { readCsv } from './csv.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { type Block, type Heading, type Stop, type Table, tablesUnderHeadings } from './table.ts';
import { decodeDocument } from './text.ts';

export interface PageDocument {
  /** As shown to people. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes as received, in lower-case hex. */
  readonly sha256: string;
  readonly headings: readonly Heading[];
  readonly tables: readonly Table[];
  /** From where on nothing was read. */
  readonly stop: Stop | undefined;
}

/** A document before it is known which tables may stand there as lines of words: what parsing finds, and takes long. */
export interface ParsedDocument extends Pick<PageDocument, 'path' | 'text' | 'sha256' | 'stop'> {
  readonly blocks: readonly Block[];
}

export function parseDocument(path: string, bytes: Uint8Array): ParsedDocument {
  const text = decodeDocument(bytes);
  const blocks = blocksOf(path, text);
  return {
    path,
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    stop: blocks.find((block) => block.kind === 'stop'),
    blocks,
  };
}

/** `layouts` are the tables that may stand there as lines of words. */
export function documentOf({ blocks: parsed, ...document }: ParsedDocument, layouts: readonly Layout[]): PageDocument {
  const { path, text } = document;
  const blocks = isCsv(path) ? parsed : withColumns(parsed, text, layouts);
  return {
    ...document,
    headings: blocks.flatMap((block) => (block.kind === 'heading' ? [block.heading] : [])),
    tables: tablesUnderHeadings(blocks),
  };
}

function blocksOf(path: string, text: string): Block[] {
  if (isCsv(path)) return readCsv(text);
  return [...(isHtml(path, text) ? readHtml(text) : readMarkdown(text))];
}

function isCsv(path: string): boolean {
  return /\.[ct]sv$/i.test(path);
}

function withColumns(blocks: readonly Block[], text: string, layouts: readonly Layout[]): Block[] {
  const taken = new Set(blocks.flatMap((block) => (block.kind === 'table' ? linesOf(block.table) : [])));
  return inOrder([...blocks, ...readColumns(text, layouts, taken)]);
}

/** Markdown may begin with a tag as well, but not with the tags of a page. */
function isHtml(path: string, text: string): boolean {
  return /\.html?$/i.test(path) || /^\s*<(?:!doctype|\?xml|html|head|body|main|article)\b/i.test(text);
}

function linesOf({ line, rows }: Omit<Table, 'headings'>): number[] {
  const last = rows.at(-1)?.line ?? line;
  return Array.from({ length: last - line + 1 }, (_, index) => line + index);
}

function inOrder(blocks: readonly Block[]): Block[] {
  const lineOf = (block: Block) => {
    if (block.kind === 'stop') return block.line;
    return block.kind === 'heading' ? block.heading.line : (block.table.rows[0]?.line ?? block.table.line);
  };
  return [...blocks].sort((a, b) => lineOf(a) - lineOf(b));
}

/** Reads a heading: its title as printed and its anchor. */
import { plain, tidy } from './cell.ts';
import type { Block } from './table.ts';

/** `{#anchor}` after a heading, as many Markdown dialects write it. */
const ANCHOR = /\s*\{#([^{}\s]+)[^{}]*\}\s*$/;

/** The mark to copy the address of a heading from: `#`, `¶` or a picture, linked to the heading itself. */
const PERMALINK = /\s*\[[^\p{L}\p{N}[\]]*\]\(#[^()\s]*\)\s*/gu;

export function headingBlock(printed: string, depth: number, line: number, anchor?: string): Block {
  const text = tidy(printed.replace(PERMALINK, ' '));
  const title = plain(text.replace(ANCHOR, ''));
  const id = toKebab(anchor || (ANCHOR.exec(text)?.[1] ?? title));
  return { kind: 'heading', heading: { id, title, line, depth } };
}

/** Lower-case words with hyphens between them; may be empty. */
export function toKebab(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

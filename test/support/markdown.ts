/** Markdown as a reader sees it. */
import { join } from 'node:path';
import { execute } from './toolchain.ts';
import { ROOT } from './workspace.ts';

/** The programs that it takes. */
export const MARKDOWN_PROGRAMS = ['python3', 'markdown_it (Python)'];

export function renderMarkdown(texts: readonly string[]): string[] {
  const script = join(ROOT, 'test/support/render_markdown.py');
  return JSON.parse(execute('python3', [script], { input: JSON.stringify(texts) }));
}

/** The text of a piece of HTML that has no script and no style. */
export function textOf(html: string): string {
  const references: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return html
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (reference) => references[reference] ?? reference)
    .trim();
}

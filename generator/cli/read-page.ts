/** The document that a person names, for `audit` and `import`: what cannot be read whole is told, and nothing is made of its parts. */
import { resolve } from 'node:path';
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { Lines } from '../diagnostic/position.ts';
import { type ParsedDocument, parseDocument } from '../document/read.ts';
import type { Stop } from '../document/table.ts';
import { isText } from '../document/text.ts';
import { readLimited } from '../input.ts';
import { shortPath } from '../short-path.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';
import { report } from './report.ts';

export interface Page {
  readonly file: string;
  /** Parsed once, whatever tables are then looked for in it. */
  readonly parsed: ParsedDocument;
}

export function readPage(path: string, options: Options, host: Host): Page | undefined {
  const file = resolve(options.workingFolder, path);
  const shown = shortPath(file, options.workingFolder);
  const refuse = (found: readonly Diagnostic[], sources: readonly ParsedDocument[] = []) => {
    report(found, sources, host, options);
    return undefined;
  };
  const problems: Diagnostic[] = [];
  const bytes = readLimited(file, shown, problems);
  if (bytes === undefined) return refuse(problems);
  if (!isText(bytes)) return refuse([notText(shown)]);
  const parsed = parseDocument(shown, bytes);
  return parsed.stop === undefined ? { file, parsed } : refuse([stopped(parsed, parsed.stop)], [parsed]);
}

function notText(path: string): Diagnostic {
  return error('not-text', { path, start: 0, end: 0 }, 'the file is not text', {
    hint: 'save the page as HTML, Markdown or CSV, in UTF-8',
  });
}

const WORDS = {
  'too-deep': 'quotes, items or elements stand too deep within each other',
  'too-many-headings': 'more headings than anybody writes have a line of marks below them',
} as const satisfies Record<Stop['why'], string>;

function stopped({ path, text }: { path: string; text: string }, { why, line }: Stop): Diagnostic {
  const start = new Lines(text).offsetAt({ line, column: 1 });
  return error(why, { path, start, end: start }, WORDS[why], { hint: 'cut the document down to its tables' });
}

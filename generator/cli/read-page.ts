/** The document that a person names, for `audit` and `import`: what cannot be read whole is told, and nothing is made of its parts. */
import { resolve } from 'node:path';
import { type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { Lines } from '../diagnostic/position.ts';
import { type ParsedDocument, parseDocument } from '../document/read.ts';
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
  const diagnostics: Diagnostic[] = [];
  const bytes = readLimited(file, shown, diagnostics);
  const parsed = bytes && parseDocument(shown, bytes);
  if (parsed?.tooDeepAt !== undefined) diagnostics.push(tooDeep(parsed, parsed.tooDeepAt));
  if (parsed !== undefined && diagnostics.length === 0) return { file, parsed };
  report(diagnostics, parsed === undefined ? [] : [parsed], host, options);
  return undefined;
}

function tooDeep({ path, text }: { path: string; text: string }, line: number): Diagnostic {
  const start = new Lines(text).offsetAt({ line, column: 1 });
  return error('too-deep', { path, start, end: start }, 'quotes, items or elements stand too deep within each other', {
    hint: 'cut the document down to its tables',
  });
}

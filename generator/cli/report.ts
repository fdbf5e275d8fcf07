/** Says what was found: machine formats on stdout, text on stderr. */
import packageJson from '../../package.json' with { type: 'json' };
import { type Diagnostic, inOrder } from '../diagnostic/diagnostic.ts';
import { renderGithub } from '../diagnostic/github.ts';
import { docOf } from '../diagnostic/ids.ts';
import { renderJson } from '../diagnostic/json.ts';
import { Lines, type LinesOf } from '../diagnostic/position.ts';
import { renderSarif } from '../diagnostic/sarif.ts';
import { renderText } from '../diagnostic/text.ts';
import { append } from '../disk.ts';
import { once } from '../memory.ts';
import type { Source } from '../spec/yaml.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';

export function report(
  diagnostics: readonly Diagnostic[],
  sources: Iterable<Source>,
  host: Host,
  { format, color }: Options,
): void {
  const linesOf = linesIn(sources);
  const ordered = inOrder(diagnostics);
  switch (format) {
    case 'text':
      if (ordered.length > 0) host.err(`${renderText(ordered, linesOf, { color: color && host.color })}\n`);
      break;
    case 'json':
      host.out(renderJson(ordered, linesOf));
      break;
    case 'github': {
      const { annotations, summary } = renderGithub(ordered, linesOf);
      host.out(annotations);
      if (host.stepSummaryPath !== undefined && summary !== '') append(host.stepSummaryPath, summary);
      break;
    }
    case 'sarif':
      host.out(renderSarif(ordered, linesOf, { version: packageJson.version, docOf }));
      break;
    default:
      format satisfies never;
  }
}

/** The lines of each file, found once however much is told of it; of one that could not be read there are none. */
export function linesIn(sources: Iterable<Source>): LinesOf {
  const readable = [...sources].filter(({ isUnreadable }) => isUnreadable !== true);
  const sourceByPath = new Map(readable.map((source) => [source.path, source]));
  const linesFor = once(({ text }: Source) => new Lines(text));
  return (path) => {
    const source = sourceByPath.get(path);
    return source && linesFor(source);
  };
}

export function summarize(text: string, host: Host, { quiet }: Options): void {
  if (!quiet) host.err(`${text}\n`);
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

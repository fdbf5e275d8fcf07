/** Says what was found: machine formats on stdout, text on stderr. */
import packageJson from '../../package.json' with { type: 'json' };
import { type Diagnostic, inOrder } from '../diagnostic/diagnostic.ts';
import { renderGithub } from '../diagnostic/github.ts';
import { docOf } from '../diagnostic/ids.ts';
import { renderJson } from '../diagnostic/json.ts';
import { renderSarif } from '../diagnostic/sarif.ts';
import { renderText, type TextOf } from '../diagnostic/text.ts';
import { append } from '../disk.ts';
import type { Source } from '../spec/yaml.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';

export function report(
  diagnostics: readonly Diagnostic[],
  sources: Iterable<Source>,
  host: Host,
  { format, color }: Options,
): void {
  const textOf = textsOf(sources);
  const ordered = inOrder(diagnostics);
  switch (format) {
    case 'text':
      if (ordered.length > 0) host.err(`${renderText(ordered, textOf, { color })}\n`);
      break;
    case 'json':
      host.out(renderJson(ordered, textOf));
      break;
    case 'github': {
      const { annotations, summary } = renderGithub(ordered, textOf);
      host.out(annotations);
      if (host.stepSummaryPath !== undefined && summary !== '') append(host.stepSummaryPath, summary);
      break;
    }
    case 'sarif':
      host.out(renderSarif(ordered, textOf, { version: packageJson.version, docOf }));
      break;
    default:
      format satisfies never;
  }
}

/** What stands in each file; of one that could not be read, nothing. */
export function textsOf(sources: Iterable<Source>): TextOf {
  const readable = [...sources].filter(({ isUnreadable }) => isUnreadable !== true);
  const texts = new Map(readable.map(({ path, text }) => [path, text]));
  return (path) => texts.get(path);
}

export function summarize(text: string, host: Host, { quiet }: Options): void {
  if (!quiet) host.err(`${text}\n`);
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

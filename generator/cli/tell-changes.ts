/** Tells changes in the format that was asked for: the answer on stdout, what is wrong with the version on stderr. */
import packageJson from '../../package.json' with { type: 'json' };
import type { Change } from '../change/change.ts';
import type { Gate } from '../change/gate.ts';
import { findKind } from '../change/kinds.ts';
import { remarksOf } from '../change/remarks.ts';
import { renderChangesJson } from '../change/render-json.ts';
import { renderChangesMarkdown } from '../change/render-markdown.ts';
import { renderChanges } from '../change/render-text.ts';
import type { Diagnostic, Span } from '../diagnostic/diagnostic.ts';
import { renderGithub } from '../diagnostic/github.ts';
import { docOf } from '../diagnostic/ids.ts';
import { renderSarif } from '../diagnostic/sarif.ts';
import { append } from '../disk.ts';
import type { Source } from '../spec/yaml.ts';
import type { Host } from './host.ts';
import type { Format, Options } from './options.ts';
import { linesIn, report } from './report.ts';

export interface Told {
  readonly changes: readonly Change[];
  /** Where a change is best shown, and what stands there. */
  placeOf(change: Change): Span;
  readonly sources: readonly Source[];
  readonly gate?: Gate | undefined;
  /** What is wrong with the version. */
  readonly problems: readonly Diagnostic[];
}

export function tellChanges(told: Told, format: Format | 'markdown', host: Host, options: Options): void {
  const { changes, gate, problems, sources } = told;
  const linesOf = linesIn(sources);
  const remarks = [...problems, ...remarksOf(changes, told.placeOf)];
  switch (format) {
    case 'text':
      host.out(renderChanges(changes));
      break;
    case 'json':
      host.out(renderChangesJson(changes, gate));
      break;
    case 'markdown':
      host.out(renderChangesMarkdown(changes));
      break;
    case 'github':
      host.out(renderGithub(remarks, linesOf).annotations);
      if (host.stepSummaryPath !== undefined) append(host.stepSummaryPath, renderChangesMarkdown(changes));
      return;
    case 'sarif':
      host.out(
        renderSarif(remarks, linesOf, { version: packageJson.version, docOf: (id) => findKind(id)?.doc ?? docOf(id) }),
      );
      return;
    default:
      format satisfies never;
  }
  report(problems, sources, host, { ...options, format: 'text' });
}

/** `audit`: a provider's document against its catalogs, cell by cell; with `--write` the spec follows the document. */
import { resolve } from 'node:path';
import { type Audit, audit as compare } from '../../audit/audit.ts';
import { severityOf, toDiagnostic } from '../../audit/finding.ts';
import { type PatchContext, patch } from '../../audit/patch/patch.ts';
import { layoutOf } from '../../audit/printed.ts';
import { recognise } from '../../audit/recognise.ts';
import { renderFindingsJson } from '../../audit/render-json.ts';
import { renderFindings } from '../../audit/render-text.ts';
import { Lines } from '../../diagnostic/position.ts';
import { quote } from '../../diagnostic/quote.ts';
import { dayOf } from '../../disk.ts';
import { documentOf } from '../../document/read.ts';
import { decodeText } from '../../input.ts';
import { languages } from '../../languages/index.ts';
import { Refusal } from '../../refusal.ts';
import type { ProviderSpec } from '../../spec/spec.ts';
import type { Source } from '../../spec/yaml.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Given, Options } from '../options.ts';
import { readChecked } from '../read-checked.ts';
import { readPage } from '../read-page.ts';
import { count, linesIn, report, summarize } from '../report.ts';
import { unknownProvider } from '../unknown-provider.ts';
import { writeFile } from '../write.ts';

export async function audit(options: Options, host: Host, { words: [path = ''], flags }: Given): Promise<ExitCode> {
  const page = readPage(path, options, host);
  if (page === undefined) return EXIT.findings;
  const { file, parsed } = page;
  const { spec, sources } = readChecked(options, host);
  if (spec === undefined) return EXIT.findings;

  const documentFor = ({ catalogs }: ProviderSpec) => documentOf(parsed, catalogs.map(layoutOf));
  const provider =
    typeof flags['provider'] === 'string'
      ? providerOf(spec.providers, flags['provider'])
      : recognise(spec.providers, documentFor);
  if (provider === undefined) {
    throw new Refusal(`the codes of ${quote(path)} are those of no provider; name it with --provider`);
  }
  const found = compare(provider, documentFor(provider));
  if (flags['write'] === true) await follow(found, { spec, sources, languages, received: dayOf(file) }, host, options);
  tell(found, sources, host, options);
  return found.findings.some((finding) => severityOf(finding) === 'error') ? EXIT.findings : EXIT.clean;
}

function providerOf(providers: readonly ProviderSpec[], wanted: string): ProviderSpec {
  const provider = providers.find(({ id }) => id.value === wanted);
  if (provider !== undefined) return provider;
  throw unknownProvider(
    wanted,
    providers.map(({ id }) => id.value),
  );
}

/** The file is written only where it differs, with the line ends that it has, and never over what somebody wrote meanwhile. */
async function follow(found: Audit, context: PatchContext, host: Host, options: Options): Promise<void> {
  const { path } = found.provider;
  const file = resolve(options.workingFolder, path);
  const { text, diagnostics } = patch(found, context);
  const before = context.sources.find((source) => source.path === path)?.text;
  report(diagnostics, context.sources, host, { ...options, format: 'text' });
  if (text === before) return;
  await writeFile(file, host, (there) => {
    if (there === undefined || decodeText(there) !== before)
      throw new Refusal(`${path} was changed meanwhile; run this again`);
    return Buffer.from(there).includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  });
  summarize(`${path} written`, host, options);
}

function tell({ findings, document }: Audit, sources: readonly Source[], host: Host, options: Options): void {
  const linesOf = linesIn(sources);
  const errors = findings.filter((finding) => severityOf(finding) === 'error').length;
  switch (options.format) {
    case 'text':
      host.out(renderFindings(findings, document.path, linesOf));
      break;
    case 'json':
      host.out(renderFindingsJson(findings, linesOf));
      break;
    case 'github':
    case 'sarif': {
      const lines = new Lines(document.text);
      const place = { path: document.path, offsetOf: (line: number) => lines.offsetAt({ line, column: 1 }) };
      const diagnostics = findings.map((finding) => toDiagnostic(finding, place));
      report(diagnostics, [...sources, { path: document.path, text: document.text }], host, options);
      break;
    }
    default:
      options.format satisfies never;
  }
  const differences = errors === 0 ? 'no difference' : count(errors, 'difference');
  const notes = findings.length - errors;
  summarize(notes === 0 ? differences : `${differences}, ${count(notes, 'note')}`, host, options);
}

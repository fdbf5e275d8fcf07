/** `import`: a first spec of a provider that is not there yet, from its page. */
import { join, resolve } from 'node:path';
import { guessLayouts } from '../../audit/scaffold/guess-layout.ts';
import { proposeSpec } from '../../audit/scaffold/propose-spec.ts';
import { quote } from '../../diagnostic/quote.ts';
import { dayOf, exists, hasFolder } from '../../disk.ts';
import { documentOf } from '../../document/read.ts';
import { readSpecs, targetNames } from '../../input.ts';
import { languages } from '../../languages/index.ts';
import { Refusal } from '../../refusal.ts';
import { shortPath } from '../../short-path.ts';
import { decode } from '../../spec/decode.ts';
import { EDITOR_TARGET, editorSchema } from '../editor-schema.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import type { Given, Options } from '../options.ts';
import { readPage } from '../read-page.ts';
import { count, report, summarize } from '../report.ts';
import { writeFile } from '../write.ts';

export async function importDocument(
  options: Options,
  host: Host,
  { words: [path = ''], flags }: Given,
): Promise<ExitCode> {
  const provider = providerId(flags['provider']);
  const folder = resolve(options.workingFolder, options.spec);
  const sources = hasFolder(folder) ? readSpecs(options).value : [];
  const spec = decode(sources).value;
  const target = join(folder, `${provider}.yaml`);
  const shown = shortPath(target, options.workingFolder);
  const refuseOther = (isThere: boolean) => {
    if (isThere) throw new Refusal(`${quote(shown)} is there already; audit the document instead`);
  };
  refuseOther(exists(target));
  const own = spec.providers.find(({ id }) => id.value === provider);
  if (own !== undefined) throw new Refusal(`provider ${quote(provider)} is in ${quote(own.path)} already`);

  const page = readPage(path, options, host);
  if (page === undefined) return EXIT.findings;
  const { file, parsed } = page;
  const document = documentOf(parsed, guessLayouts(parsed.text));
  const context = { provider, document, received: dayOf(file), spec, head: headOf(options) };
  const { text, diagnostics, catalogs } = proposeSpec(context, { path: shown, sources, languages });
  report(diagnostics, [{ path: shown, text }], host, options);
  if (diagnostics.length > 0) {
    summarize(`${shown} is not written`, host, options);
    return EXIT.findings;
  }
  await writeFile(target, host, (there) => {
    refuseOther(there !== undefined);
    return text;
  });
  const rows = catalogs.reduce((sum, catalog) => sum + catalog.rows.length, 0);
  const repeated = catalogs.reduce((sum, catalog) => sum + catalog.repeated, 0);
  const leftOut = repeated === 0 ? '' : `, ${count(repeated, 'row')} left out that repeat another`;
  summarize(`${shown}: ${count(catalogs.length, 'catalog')}, ${count(rows, 'row')} to review${leftOut}`, host, options);
  return EXIT.clean;
}

function providerId(given: string | true | undefined): string {
  if (typeof given !== 'string') throw new Refusal('name the provider with --provider');
  if (/^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given)) return given;
  throw new Refusal(`${quote(given)} is no id of a provider; write it in kebab-case, such as ${quote('acme-sms')}`);
}

/** Only where there will be something for an editor to read. */
function headOf(options: Options): string {
  if (!targetNames(options).includes(EDITOR_TARGET)) return '';
  return `# yaml-language-server: $schema=${editorSchema(options)}\n`;
}

/** `import`: a first spec of a provider that is not there yet, from its page. */
import { basename, join, resolve } from 'node:path';
import { withCounts } from '../../audit/patch/with-counts.ts';
import { type DraftCatalog, draftCatalogs } from '../../audit/scaffold/draft.ts';
import { guessLayouts } from '../../audit/scaffold/guess-layout.ts';
import { type ScaffoldContext, scaffold } from '../../audit/scaffold/scaffold.ts';
import { compile } from '../../compile.ts';
import { type Diagnostic, error, isError } from '../../diagnostic/diagnostic.ts';
import { quote } from '../../diagnostic/quote.ts';
import { dayOf, hasFile, hasFolder } from '../../disk.ts';
import { documentOf, type PageDocument } from '../../document/read.ts';
import { readSpecs, targetNames } from '../../input.ts';
import { languages } from '../../languages/index.ts';
import { Refusal } from '../../refusal.ts';
import { shortPath } from '../../short-path.ts';
import { decode } from '../../spec/decode.ts';
import { ROW_WORDS } from '../../spec/decode-entry.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Source } from '../../spec/yaml.ts';
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
  if (hasFile(target)) throw new Refusal(`${quote(shown)} is there already; audit the document instead`);
  const own = spec.providers.find(({ id }) => id.value === provider);
  if (own !== undefined) throw new Refusal(`provider ${quote(provider)} is in ${quote(own.path)} already`);

  const page = readPage(path, options, host);
  if (page === undefined) return EXIT.findings;
  const { file, parsed } = page;
  const document = documentOf(parsed, guessLayouts(parsed.text));
  const context = { provider, document, received: dayOf(file), spec, head: headOf(options) };
  const { text, diagnostics, catalogs } = firstWithoutErrors(context, { path: shown, sources });
  report(diagnostics, [{ path: shown, text }], host, options);
  if (diagnostics.length > 0) {
    summarize(`${shown} is not written`, host, options);
    return EXIT.findings;
  }
  await writeFile(target, text, host);
  const rows = catalogs.reduce((sum, catalog) => sum + catalog.rows.length, 0);
  const repeated = catalogs.reduce((sum, catalog) => sum + catalog.repeated, 0);
  const leftOut = repeated === 0 ? '' : `, ${count(repeated, 'row')} left out that repeat another`;
  summarize(`${shown}: ${count(catalogs.length, 'catalog')}, ${count(rows, 'row')} to review${leftOut}`, host, options);
  return EXIT.clean;
}

function providerId(given: string | true | undefined): string {
  if (typeof given !== 'string') throw new Refusal('name the provider with --provider');
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given)) return given;
  throw new Refusal(`${quote(given)} is no id of a provider; write it in kebab-case, such as ${quote('acme-sms')}`);
}

/** Only where there will be something for an editor to read. */
function headOf(options: Options): string {
  if (!targetNames(options).includes(EDITOR_TARGET)) return '';
  return `# yaml-language-server: $schema=${editorSchema(options)}\n`;
}

interface Scaffolded {
  readonly text: string;
  readonly catalogs: readonly DraftCatalog[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Short names first, then names with codes, then fields that cannot mean anything else. */
function firstWithoutErrors(
  context: Omit<ScaffoldContext, 'isSuffixed'>,
  place: { readonly path: string; readonly sources: readonly Source[] },
): Scaffolded {
  const attempts = [
    { isSuffixed: false, isPrefixed: false },
    { isSuffixed: true, isPrefixed: false },
    { isSuffixed: false, isPrefixed: true },
    { isSuffixed: true, isPrefixed: true },
  ];
  let last: Scaffolded | undefined;
  for (const { isSuffixed, isPrefixed } of attempts) {
    const isTaken = (field: string) => isPrefixed || isReserved(field, context.spec);
    const catalogs = draftCatalogs(context.document.tables, { provider: context.provider, isTaken });
    if (catalogs.length === 0) return { text: '', catalogs, diagnostics: [noTable(context.document)] };
    const source = withCounts({ path: place.path, text: scaffold(catalogs, { ...context, isSuffixed }) });
    const { diagnostics } = compile([...place.sources, source], languages);
    const errors = diagnostics.filter((found) => found.at.path === place.path && isError(found));
    last ??= { text: source.text, catalogs, diagnostics: errors };
    if (errors.length === 0) return { text: source.text, catalogs, diagnostics: [] };
  }
  return last ?? { text: '', catalogs: [], diagnostics: [] };
}

/** Words of the format, and axes. */
function isReserved(field: string, { taxonomy }: Spec): boolean {
  const isAxis = taxonomy?.axes.some(({ id }) => id.value === field) ?? false;
  return ROW_WORDS.has(field) || field === 'classification' || isAxis;
}

function noTable({ path }: PageDocument): Diagnostic {
  return error('no-table', { path, start: 0, end: 0 }, `${quote(basename(path))} has no table of codes`, {
    hint: 'save the page as HTML, Markdown or CSV, with the headers of its columns',
  });
}

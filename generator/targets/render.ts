/** From the Registry and a target to the text of its files. */
import { type Checked, type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { GENERATED_MARK } from '../output/ownership.ts';
import type { Catalog, Field, Provider, Registry } from '../registry/registry.ts';
import { Templates } from './handlebars.ts';
import type { Content, FileRule, Target, Unit } from './target.ts';
import { Views } from './view.ts';
import { type CatalogView, views } from './view-shape.ts';

export interface RenderedFile {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly target: Target;
  /** The template or static file that it came from. */
  readonly template: string;
  /** What must be found in it when it is read back. */
  readonly holds: Content | undefined;
  /** The catalogs that it is about. */
  readonly catalogs: readonly Catalog[];
  /** Of an enumeration: the column whose values it lists; absent where it lists the codes. */
  readonly field?: Field;
}

/** What a template is rendered for: where the file goes, and what it gets to see. */
interface Job {
  readonly ids: Readonly<Record<string, string>>;
  readonly from: string;
  readonly view: object;
  readonly catalogs: readonly Catalog[];
  readonly field?: Field;
}

export function render(registry: Registry, target: Target): Checked<RenderedFile[]> {
  const templates = new Templates(target.templates, target.language);
  const diagnostics: Diagnostic[] = [...templates.diagnostics];
  const jobs = jobsOf(registry, new Views(registry, target.language));
  const statics = target.statics.map(
    ({ path, text }): RenderedFile => ({
      path: `${target.name}/${path.slice(path.lastIndexOf('/') + 1)}`,
      text,
      target,
      template: path,
      holds: undefined,
      catalogs: [],
    }),
  );
  const rendered = target.rules.flatMap((rule): RenderedFile[] => {
    const template = templates.compile(rule.template, views[rule.per]);
    diagnostics.push(...template.diagnostics);
    const run = template.value;
    if (run === undefined) return [];
    return jobs[rule.per].map((job) => ({
      path: `${target.name}/${pathOf(rule, job)}`,
      text: run({ header: headerOf(job), ...job.view }),
      target,
      template: target.templates.get(rule.template)?.path ?? rule.template,
      holds: rule.holds,
      catalogs: job.catalogs,
      ...(job.field && { field: job.field }),
    }));
  });
  const files = [...statics, ...rendered];
  return { value: files, diagnostics: [...diagnostics, ...clashes(files)] };
}

function jobsOf({ providers }: Registry, made: Views): Record<Unit, Job[]> {
  const perProvider = providers.map(
    (provider): Job => ({
      ids: { provider: provider.id },
      from: specOf(provider),
      view: made.providers.get(provider.id) ?? {},
      catalogs: provider.catalogs,
    }),
  );
  const perCatalog = providers.flatMap((provider) =>
    provider.catalogs.map(
      (catalog, index): Job => ({
        ids: { provider: provider.id, catalog: catalog.id },
        from: specOf(provider),
        view: made.providers.get(provider.id)?.catalogs[index] ?? {},
        catalogs: [catalog],
      }),
    ),
  );
  const perEnum = perCatalog.flatMap((job) => {
    const { codes, enums } = job.view as CatalogView;
    const fields = job.catalogs.flatMap((catalog) => catalog.fields.filter(({ enumName }) => enumName !== undefined));
    return [
      { view: codes },
      ...enums.map((view, index) => ({ view, ...(fields[index] && { field: fields[index] }) })),
    ].map((part): Job => ({ ...job, ...part, ids: { ...job.ids, enum: part.view.module } }));
  });
  return {
    registry: [
      { ids: {}, from: 'spec/', view: made.registry, catalogs: providers.flatMap(({ catalogs }) => catalogs) },
    ],
    provider: perProvider,
    catalog: perCatalog,
    enum: perEnum,
  };
}

function headerOf({ from }: Job): string {
  return `${GENERATED_MARK} from ${from}; DO NOT EDIT. To make it again: npx sms-error-codes generate`;
}

/** The same name whatever folder was given, so that the bytes do not depend on it. */
function specOf({ path }: Provider): string {
  return `spec/${path.slice(path.lastIndexOf('/') + 1)}`;
}

function pathOf({ path }: FileRule, { ids }: Job): string {
  return path.replace(/\{([a-z]+)\}/g, (placeholder, id: string) => ids[id] ?? placeholder);
}

/** Two files on one path, also where a file system ignores case. */
function clashes(files: readonly RenderedFile[]): Diagnostic[] {
  const first = new Map<string, RenderedFile>();
  return files.flatMap((file) => {
    const key = file.path.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    const at = { path: file.template, start: 0, end: 0 };
    return other === undefined
      ? []
      : [
          error('duplicate-path', at, `${quote(file.path)} is made twice`, {
            hint: 'put {provider}, {catalog} or {enum} into the path in target.yaml',
            notes: [{ message: 'also made here', at: { path: other.template, start: 0, end: 0 } }],
          }),
        ];
  });
}

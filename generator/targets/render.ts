/** From the Registry and a target to the text of its files. */
import type { Checked, Diagnostic, Span } from '../diagnostic/diagnostic.ts';
import { GENERATED_MARK } from '../output/ownership.ts';
import type { Catalog, Field, Registry } from '../registry/registry.ts';
import { checkPaths } from './check-paths.ts';
import { type Job, jobsOf } from './jobs.ts';
import { code, type ObjectShape, object } from './shape.ts';
import type { Content, FileRule, Target, Unit } from './target.ts';
import { Templates } from './templates.ts';
import { Views } from './view.ts';
import { views as shapes } from './view-shape.ts';

export interface RenderedFile {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly target: Target;
  /** The template or static file that it came from. */
  readonly template: string;
  /** Where its path comes from. */
  readonly at: Span;
  /** What its template is rendered for each of; absent of a static file. */
  readonly per?: Unit;
  /** What must be found in it when it is read back. */
  readonly holds: Content | undefined;
  /** The catalogs that it is about. */
  readonly catalogs: readonly Catalog[];
  /** Of an enumeration: the column whose values it lists; absent where it lists the codes. */
  readonly field?: Field;
}

/** Targets of one language see the same views. */
export function render(registry: Registry, targets: readonly Target[]): Checked<RenderedFile[]> {
  const viewsByLanguage = new Map<string, Views>();
  const rendered = targets.map((target) => {
    const key = [target.language, ...target.constants].map(({ id }) => id).join();
    const views = viewsByLanguage.get(key) ?? new Views(registry, target.language, target.constants);
    viewsByLanguage.set(key, views);
    return renderTarget(target, views);
  });
  return {
    value: rendered.flatMap(({ value }) => value),
    diagnostics: rendered.flatMap(({ diagnostics }) => diagnostics),
  };
}

function renderTarget(target: Target, views: Views): Checked<RenderedFile[]> {
  const templates = new Templates(target.templates, target.language, views.originOf);
  const diagnostics: Diagnostic[] = [];
  const jobs = jobsOf(views);
  const statics = target.statics.map(
    ({ path, text }): RenderedFile => ({
      path: `${target.name}/${path.slice(path.lastIndexOf('/') + 1)}`,
      text,
      target,
      template: path,
      at: { path, start: 0, end: 0 },
      holds: undefined,
      catalogs: [],
    }),
  );
  const rendered = target.rules.flatMap((rule): RenderedFile[] => {
    const template = templates.compile(rule.template, withSettings(shapes[rule.per], target.settings));
    diagnostics.push(...template.diagnostics);
    const run = template.value;
    if (run === undefined) return [];
    return jobs[rule.per].map((job) => ({
      path: `${target.name}/${pathOf(rule, { ...target.settings, ...job.ids })}`,
      text: run({ ...job.view, ...headerOf(job), settings: target.settings }),
      target,
      template: target.templates.get(rule.template)?.path ?? rule.template,
      at: rule.at,
      per: rule.per,
      holds: rule.holds,
      catalogs: job.catalogs,
      ...(job.field && { field: job.field }),
    }));
  });
  const files = [...statics, ...rendered];
  const problems = [...diagnostics, ...templates.diagnostics, ...checkPaths(files)];
  // What a broken template uses is not known.
  return { value: files, diagnostics: problems.length > 0 ? problems : templates.unused() };
}

/** What a file says of itself: on one line, and as two for languages that know the first one by its form. */
function headerOf({ from }: Job): { header: string; mark: string; again: string } {
  const mark = `${GENERATED_MARK} from ${from}; DO NOT EDIT.`;
  const again = 'To make it again: npx sms-error-codes generate';
  return { header: `${mark} ${again}`, mark, again };
}

/** What `target.yaml` sets stands in paths, and in every view as `settings`. */
function withSettings(shape: ObjectShape, settings: Target['settings']): ObjectShape {
  const fields = Object.fromEntries(Object.keys(settings).map((key) => [key, code('as target.yaml sets it')]));
  return { ...shape, fields: { ...shape.fields, settings: object(fields, 'what target.yaml sets') } };
}

function pathOf({ path }: FileRule, ids: Readonly<Record<string, string>>): string {
  return path.replace(/\{([a-z_]+)\}/g, (placeholder, id: string) => ids[id] ?? placeholder);
}

/** A target: one kind of output, described by `target.yaml` in its folder under `templates/`. */
import validateTarget from '#target-frame';
import { type Checked, type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { findLanguage, languages } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import { once } from '../memory.ts';
import { PARTS, type Scope } from '../registry/scope.ts';
import { checkFrame } from '../spec/frame.ts';
import { childOf, itemsOf, type Located, type Node, pairsOf } from '../spec/node.ts';
import { locatedItems, locatedOf, scalarOf, sourceOf, textOf } from '../spec/value.ts';
import { parseYaml, type Source } from '../spec/yaml.ts';

export interface Target {
  /** The folder's name, and the folder that its files go to. */
  readonly name: string;
  readonly language: Language;
  /** What whoever takes the files may want otherwise, such as the name of their package. */
  readonly settings: Readonly<Record<string, string>>;
  /** The languages whose constants its files show, for people to copy. */
  readonly constants: readonly Language[];
  readonly rules: readonly FileRule[];
  /** Names and paths that must differ. */
  readonly scopes: readonly Scope[];
  /** Files that are copied as they are. */
  readonly statics: readonly Source[];
  /** Templates and partials, by file name. */
  readonly templates: ReadonlyMap<string, Source>;
}

/** What a file is made for each of. */
export type Unit = 'registry' | 'axis' | 'provider' | 'catalog' | 'enum' | 'payload';

/** What must be found in a file when it is read back. */
export type Content = 'codes' | 'entries' | 'enum' | 'exports' | 'registry';

export interface FileRule {
  readonly template: string;
  readonly per: Unit;
  /** Below the target's folder; `{provider}`, `{catalog}` and `{enum}` stand for module names, `{type}` for the name of a type, `{…}` for a setting. */
  readonly path: string;
  /** Where `target.yaml` says so. */
  readonly at: Span;
  readonly holds: Content | undefined;
}

/** A target's folder as it was read: its name, and its files by name. */
export interface TargetFolder {
  readonly name: string;
  readonly files: ReadonlyMap<string, Source>;
  /** What every target can copy without having it in its folder, by name. */
  readonly shared: ReadonlyMap<string, Source>;
}

const frameProblems = once((root: Node) => checkFrame(root, validateTarget));

export function decodeTarget({ name, files, shared }: TargetFolder): Checked<Target | undefined> {
  const source = files.get('target.yaml');
  if (source === undefined) return { value: undefined, diagnostics: [] };
  const tree = parseYaml(source);
  if (tree.value === undefined) return { value: undefined, diagnostics: tree.diagnostics };
  const frame = frameProblems(tree.value).map(({ diagnostic }) => diagnostic);
  if (frame.length > 0) return { value: undefined, diagnostics: frame };

  const root = tree.value;
  const language = findLanguage(textOf(root, 'language'));
  const templates = new Map([...files].filter(([file]) => file.endsWith('.hbs')));
  const rules = itemsOf(childOf(root, 'files')).map(decodeRule);
  const copied = locatedItems(root, 'static');
  const statics = copied.flatMap(({ value }) => files.get(value) ?? shared.get(value) ?? []);
  const shown = locatedItems(root, 'constants');
  const constants = shown.flatMap(({ value }) => withConstants.find(({ id }) => id === value) ?? []);
  const settings = Object.fromEntries(
    pairsOf(childOf(root, 'settings')).map(({ key, value }) => [sourceOf(key), sourceOf(value)]),
  );
  const rendered = itemsOf(childOf(root, 'files')).map((rule) => locatedOf(rule, 'template'));
  const noFile = (name: string) => `there is no file ${name} in the target's folder`;
  const diagnostics = [
    ...strangers(
      'unknown-language',
      [locatedOf(root, 'language')],
      idsOf(languages),
      (name) => `unknown language ${name}`,
    ),
    ...strangers('missing-template', rendered, [...templates.keys()], noFile),
    ...strangers('missing-template', copied, [...files.keys(), ...shared.keys()], noFile),
    ...strangers('unknown-language', shown, idsOf(withConstants), (name) => `no language ${name} has constants`),
    ...rules.flatMap((rule) => strayPlaceholders(rule, Object.keys(settings))),
  ];
  if (language === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };

  const scopes = [
    ...itemsOf(childOf(root, 'scopes')).map((scope) => decodeScope(scope, language)),
    scopeOfPaths(rules, statics, { language, settings }),
  ];
  return { value: { name, language, settings, constants, rules, scopes, statics, templates }, diagnostics };
}

/** What names nothing that is there. */
function strangers(
  id: string,
  names: readonly Located<string>[],
  known: readonly string[],
  messageFor: (name: string) => string,
): Diagnostic[] {
  return names
    .filter(({ value }) => !known.includes(value))
    .map(({ value, at }) => error(id, at, messageFor(quote(value)), { hint: suggest(value, known) }));
}

function decodeScope(scope: Node, language: Language): Scope {
  const names = (key: string) => itemsOf(childOf(scope, key)).map(sourceOf);
  return {
    language,
    within: textOf(scope, 'within') as Scope['within'],
    own: names('own'),
    patterns: PARTS.flatMap((part) => names(part).map((pattern) => ({ part, pattern }))),
    ofFiles: false,
  };
}

/** Files share the target's folder. A path that does not tell its parts apart is the target's mistake, told when it is rendered. */
function scopeOfPaths(
  rules: readonly FileRule[],
  statics: readonly Source[],
  { language, settings }: Pick<Target, 'language' | 'settings'>,
): Scope {
  const paths = rules.map(({ per, path }) => ({
    per,
    pattern: path.replace(/\{([a-z_]+)\}/g, (whole, id: string) => settings[id] ?? whole),
  }));
  return {
    language,
    within: 'registry',
    own: [
      ...statics.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
      ...paths.flatMap(({ per, pattern }) => (per === 'registry' ? [pattern] : [])),
    ],
    patterns: paths.flatMap(({ per: part, pattern }) =>
      part !== 'registry' && isTelling(part, pattern) ? [{ part, pattern }] : [],
    ),
    ofFiles: true,
  };
}

function isTelling(part: Unit, pattern: string): boolean {
  return pattern.includes(`{${part}}`) || (part !== 'provider' && part !== 'payload' && pattern.includes('{type}'));
}

function decodeRule(rule: Node): FileRule {
  return {
    template: textOf(rule, 'template'),
    per: textOf(rule, 'per') as Unit,
    path: textOf(rule, 'path'),
    at: (childOf(rule, 'path') ?? rule).at,
    holds: scalarOf(rule, 'holds')?.source as Content | undefined,
  };
}

/** What stands in a path for the names of what the file is about. */
const placeholders: Readonly<Record<Unit, readonly string[]>> = {
  registry: [],
  axis: ['type'],
  provider: ['provider'],
  catalog: ['provider', 'catalog', 'type'],
  enum: ['provider', 'catalog', 'type', 'enum'],
  payload: ['provider', 'payload'],
};

function strayPlaceholders({ per, path, at }: FileRule, settings: readonly string[]): Diagnostic[] {
  const known = [...placeholders[per], ...settings];
  return [...path.matchAll(/[{}][^{}]*\}?/g)]
    .map(([piece]) => piece)
    .filter((piece) => !known.some((name) => piece === `{${name}}`))
    .map((piece) =>
      error('unknown-placeholder', at, `${quote(piece)} stands for nothing in a file per ${per}`, {
        hint: suggest(piece.replace(/[{}]/g, ''), known),
      }),
    );
}

/** The languages that have names for the codes. */
const withConstants = languages.filter(({ memberOf }) => memberOf !== undefined);

function idsOf(known: readonly Language[]): string[] {
  return known.map(({ id }) => id);
}

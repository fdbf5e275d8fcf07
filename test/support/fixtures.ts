/** The fixtures: folders with the specs that somebody might write, and with what is expected of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { linesIn } from '../../generator/cli/report.ts';
import { compile } from '../../generator/compile.ts';
import { type Diagnostic, inOrder } from '../../generator/diagnostic/diagnostic.ts';
import { renderText } from '../../generator/diagnostic/text.ts';
import { readSpecs, readTargets } from '../../generator/input.ts';
import { json } from '../../generator/languages/json.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import type { Scope } from '../../generator/registry/scope.ts';
import type { Source } from '../../generator/spec/yaml.ts';
import { ROOT } from './workspace.ts';

/** Named one by one: a new language must not change what is expected of an old rule. */
const LANGUAGES = [json, typescript];

/** Whose names must differ. */
const TARGETS = ['go'];

export interface Fixture {
  readonly name: string;
  readonly sources: readonly Source[];
  /** Made in the test that asks for them, so that it is the one which fails. */
  readonly diagnostics: readonly Diagnostic[];
  pathOf(file: string): string;
}

/** The folders of one area. Their specs are read as bytes, because line ends and byte order marks matter. */
export function fixturesIn(area: string): Fixture[] {
  return foldersIn(join(ROOT, 'test/fixtures', area)).map((name) =>
    fixture(name, join(ROOT, 'test/fixtures', area, name)),
  );
}

/** The specs of the project, read as a fixture. */
export function realSpecs(): Fixture {
  return fixture('real', ROOT);
}

export function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** What a person would see. One by one, because a terminal is shown no more than a screenful. */
export function report({ sources, diagnostics }: Pick<Fixture, 'sources' | 'diagnostics'>): string {
  return diagnostics.map((diagnostic) => renderText([diagnostic], linesIn(sources), { color: false })).join('\n');
}

function fixture(name: string, folder: string): Fixture {
  const specs = readSpecs({ workingFolder: folder, spec: 'spec' });
  return {
    name,
    sources: specs.value,
    get diagnostics() {
      const { diagnostics } = compile(specs.value, LANGUAGES, scopesOfTargets());
      return inOrder([...specs.diagnostics, ...diagnostics]);
    },
    pathOf: (file) => join(folder, file),
  };
}

let scopes: readonly Scope[] | undefined;

/** Read once, because it takes longer than everything else. */
function scopesOfTargets(): readonly Scope[] {
  const folders = { workingFolder: ROOT, spec: '', templates: 'templates', out: '' };
  scopes ??= readTargets(folders, TARGETS).value.targets.flatMap((target) => target.scopes);
  return scopes;
}

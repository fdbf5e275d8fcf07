/** The fixtures: folders with the specs that somebody might write, and with what is expected of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../generator/compile.ts';
import { type Diagnostic, inOrder } from '../../generator/diagnostic/diagnostic.ts';
import { renderText } from '../../generator/diagnostic/text.ts';
import { readSpecs, readTargets } from '../../generator/input.ts';
import { json } from '../../generator/languages/json.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import type { Source } from '../../generator/spec/yaml.ts';
import { ROOT } from './workspace.ts';

/** Named one by one: a new language must not change what is expected of an old rule. */
const LANGUAGES = [json, typescript];

/** Whose names must differ. */
const TARGETS = ['go'];

export interface Fixture {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  pathOf(file: string): string;
}

/** The folders of one area. Their specs are read as bytes, because line ends and byte order marks matter. */
export function fixturesIn(area: string): Fixture[] {
  return foldersIn(join(ROOT, 'test/fixtures', area)).map((name) =>
    fixture(name, join(ROOT, 'test/fixtures', area, name)),
  );
}

export function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** What a person would see. One by one, because a terminal is shown no more than a screenful. */
export function report({ sources, diagnostics }: Pick<Fixture, 'sources' | 'diagnostics'>): string {
  const textByPath = new Map(sources.map(({ path, text }) => [path, text]));
  return diagnostics
    .map((diagnostic) => renderText([diagnostic], (path) => textByPath.get(path), { color: false }))
    .join('\n');
}

function fixture(name: string, folder: string): Fixture {
  const specs = readSpecs({ workingFolder: folder, spec: 'spec', templates: '', out: '' });
  const { targets } = readTargets({ workingFolder: ROOT, spec: '', templates: 'templates', out: '' }, TARGETS).value;
  const { diagnostics } = compile(
    specs.value,
    LANGUAGES,
    targets.flatMap(({ scopes }) => scopes),
  );
  return {
    name,
    sources: specs.value,
    diagnostics: inOrder([...specs.diagnostics, ...diagnostics]),
    pathOf: (file) => join(folder, file),
  };
}

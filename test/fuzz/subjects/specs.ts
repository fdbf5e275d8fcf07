/** The loader, from bytes to the Registry: of a provider, of a taxonomy, and of what describes a target. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { compile } from '../../../generator/compile.ts';
import type { Diagnostic } from '../../../generator/diagnostic/diagnostic.ts';
import { hasErrors } from '../../../generator/diagnostic/diagnostic.ts';
import { decodeSource, readTargets } from '../../../generator/input.ts';
import { languages } from '../../../generator/languages/index.ts';
import { Memory } from '../../../generator/memory.ts';
import { plainRegistry } from '../../../generator/registry/plain.ts';
import type { Registry } from '../../../generator/registry/registry.ts';
import type { Source } from '../../../generator/spec/yaml.ts';
import { render } from '../../../generator/targets/render.ts';
import { decodeTarget } from '../../../generator/targets/target.ts';
import { verify } from '../../../generator/verify/verify.ts';
import { ROOT } from '../../support/workspace.ts';
import type { Subject } from '../fuzz.ts';
import { toldOf } from '../told.ts';
import { checkYaml } from './same-as-yaml.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const example = (name: string): Source => ({ path: `spec/${name}`, text: read(`generator/init/spec/${name}`) });
const provider = example('acme.yaml');
const taxonomy = example('taxonomy.yaml');

/** Their output is made and read back for each input that is taken. */
const { targets } = readTargets({ workingFolder: ROOT, spec: '', templates: 'templates', out: '' }, [
  'json',
  'csv',
]).value;

export const spec: Subject = specSubject(provider.path, taxonomy, [provider.text, ...partsOf('spec/bandwidth.yaml')]);
export const axes: Subject = specSubject(taxonomy.path, provider, [taxonomy.text]);

function specSubject(path: string, other: Source, seeds: readonly string[]): Subject {
  return {
    few: 200,
    words: wordsOf([other.text, ...seeds, ...schemaWords('spec/spec.schema.json')]),
    seeds: seeds.map((text) => Buffer.from(text)),
    async judge(input) {
      const refused: Diagnostic[] = [];
      const source = decodeSource(path, input, refused);
      if (source === undefined) return toldOf(refused, [{ path, text: '' }]).join('\n');
      checkYaml(source);
      const sources = [source, other];
      const { value: registry, diagnostics } = compile(sources, languages);
      assert.equal(registry === undefined, hasErrors(diagnostics));
      if (registry === undefined) return toldOf(diagnostics, sources).join('\n');
      return [...(await rendered(registry, sources)), ...toldOf(diagnostics, sources)].join('\n');
    },
  };
}

/** What a registry becomes says the same as the registry. */
async function rendered(registry: Registry, sources: readonly Source[]): Promise<string[]> {
  const { value: files, diagnostics } = render(registry, targets);
  if (hasErrors(diagnostics)) return ['taken, not rendered', ...toldOf(diagnostics, sources)];
  const memory = new Memory();
  assert.deepEqual(
    await verify(files, registry, { manifest: undefined, inputs: new Map(), textOf: () => undefined, memory }),
    [],
  );
  const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
  const { $comment, $schema, ...plain } = JSON.parse(textOf('json/registry.json'));
  assert.deepEqual(plain, JSON.parse(JSON.stringify(plainRegistry(registry))));
  const rows: Record<string, string>[] = parseCsv(textOf('csv/sms_error_codes.csv'), { columns: true });
  const entries = registry.providers.flatMap(({ catalogs }) => catalogs.flatMap((catalog) => catalog.entries));
  assert.deepEqual(
    rows.map(({ code, name, line }) => [code, name, line]),
    entries.map(({ code, name, line }) => [String(code), name, String(line)]),
  );
  return [`taken, ${entries.length} entries`];
}

export const target: Subject = {
  few: 500,
  words: wordsOf([...schemaWords('templates/target.schema.json'), read('templates/go/target.yaml')]),
  seeds: ['csv', 'go', 'docs', 'json-schema'].map((name) => Buffer.from(read(`templates/${name}/target.yaml`))),
  judge(input) {
    const refused: Diagnostic[] = [];
    const source = decodeSource('templates/t/target.yaml', input, refused);
    if (source === undefined) return toldOf(refused, [{ path: 'templates/t/target.yaml', text: '' }]).join('\n');
    checkYaml(source);
    const names = [...source.text.matchAll(/[\w.-]+\.hbs/g)].map(([name]) => name);
    const template = { path: 'templates/t/a.hbs', text: '{{header}}' };
    const files = new Map([['target.yaml', source], ...names.slice(1).map((name) => [name, template] as const)]);
    const { value, diagnostics } = decodeTarget({ name: 't', files, shared: new Map() });
    assert.equal(value === undefined, hasErrors(diagnostics));
    return value === undefined ? toldOf(diagnostics, [source]).join('\n') : `taken, ${value.rules.length} files`;
  },
};

/** Head, one catalog and a few rows of a real spec: as a whole it takes too long to be read thousands of times. */
function partsOf(path: string): string[] {
  const text = read(path);
  const rows = text.split(/(?=^ {6}- code: )/m);
  return [[rows[0], ...rows.slice(1, 6)].join('')];
}

function schemaWords(path: string): string[] {
  return [read(path)];
}

function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/[\w-]+:?/g) ?? []))];
}

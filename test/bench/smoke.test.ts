/** What the benchmark rests on, in counts: what a command loads, and what it writes. Times are for the benchmark. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { execute } from '../support/consumer.ts';
import { edit, emptyFolder, ROOT, workspace } from '../support/workspace.ts';
import { bundleSizes } from './sizes.mjs';

interface Run {
  readonly said: string;
  /** The chunks of the CLI that were loaded, and the packages. */
  readonly loaded: readonly string[];
}

/** Runs the CLI. */
function run(folder: string, ...args: readonly string[]): Promise<Run> {
  return runNode(folder, join(ROOT, 'dist/cli.js'), ...args);
}

/** What Node covers is what was loaded. */
async function runNode(folder: string, ...args: readonly string[]): Promise<Run> {
  const coverage = emptyFolder();
  const command = ['-c', `NODE_V8_COVERAGE="$0" "$@"`, coverage, process.execPath, ...args];
  const { out, err } = await execute(folder, 'sh', ...command);
  const loaded = readdirSync(coverage).flatMap((name) => {
    const { result }: { result: { url: string }[] } = JSON.parse(readFileSync(join(coverage, name), 'utf8'));
    const places = /(?:dist|node_modules)\/(?<name>esm\/[\w/.-]+|[\w@.-]+)/;
    return result.map(({ url }) => places.exec(url)?.groups?.['name'] ?? '');
  });
  return { said: out + err, loaded: [...new Set(loaded)].filter((name) => name !== '').sort() };
}

const TARGETS = ['typescript', 'json', 'json-schema'].flatMap((target) => ['--target', target]);

test('--version loads the entry and nothing of the work', async () => {
  const { said, loaded } = await run(emptyFolder(), '--version');
  expect(said).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(loaded).toEqual(['cli-rolldown-runtime.js', 'cli-start.js', 'cli.js']);
});

/** The chunks of the CLI in which a word stands. */
function filesWith(word: string): string[] {
  const chunks = readdirSync(join(ROOT, 'dist')).filter((name) => /^cli.*\.js$/.test(name));
  return chunks.filter((name) => readFileSync(join(ROOT, 'dist', name), 'utf8').includes(word));
}

test('explain in an empty folder loads no parser of specs', async () => {
  const { said, loaded } = await run(emptyFolder(), 'explain', '4432');
  expect(said).toContain('4432');
  expect(loaded).toContain('cli-packaged-registry.js');
  expect(filesWith('parseDocument')).not.toEqual([]);
  expect(filesWith('parseDocument').filter((name) => loaded.includes(name))).toEqual([]);
});

test('check reads nothing back that the manifest vouches for', async () => {
  const { said, loaded } = await run(workspace(), 'check');
  expect(said).toMatch(/^\d+ files, all as planned\n$/);
  expect(loaded).toContain('cli-prepare.js');
  expect(loaded.filter((name) => /^(ts-morph|@ts-morph)/.test(name))).toEqual([]);
});

test('another basis or text loads no compiler, another class does, and each file that stays is left alone', async () => {
  const folder = workspace();
  edit(join(folder, 'spec/sinch.yaml'), 'basis: { category: 6 }', 'basis: { category: 7 }');
  const basis = await run(folder, 'generate', ...TARGETS);
  expect(basis.said).toMatch(/files: 3 written, 0 removed,/);
  expect(basis.loaded).not.toContain('ts-morph');

  edit(join(folder, 'spec/sinch.yaml'), /description: Message is queued.*/, 'description: Another text.');
  const row = await run(folder, 'generate', ...TARGETS);
  expect(row.said).toMatch(/files: 8 written, 0 removed,/);
  expect(row.loaded).not.toContain('ts-morph');

  edit(join(folder, 'spec/sinch.yaml'), 'category: no-route', 'category: unknown');
  const classified = await run(folder, 'generate', ...TARGETS);
  expect(classified.said).toMatch(/files: 8 written, 0 removed,/);
  expect(classified.loaded).toContain('ts-morph');

  expect((await run(folder, 'generate', ...TARGETS)).said).toMatch(/files: 0 written, 0 removed,/);
});

test.each([
  ['index', 8],
  ['bandwidth', 4],
  ['bandwidth/codes', 1],
])('an import of %s loads as many files as %i', async (name, files) => {
  const { loaded } = await runNode(emptyFolder(), join(ROOT, 'dist/esm', `${name}.js`));
  expect(loaded).toContain(`esm/${name}.js`);
  expect(loaded).toHaveLength(files);
});

const isTold = process.versions.node.startsWith('20.');

test.skipIf(!isTold)('little is optimized in a run that is over before that would help (Node 20)', async () => {
  const { out, err } = await execute(workspace(), process.execPath, '--trace-opt', join(ROOT, 'dist/cli.js'), 'lint');
  expect(err).toContain('4 files, no problem');
  // Left to itself, the engine optimizes some fifty functions.
  expect(out.match(/completed optimizing/g)?.length ?? 0).toBeLessThanOrEqual(25);
});

test('bundles are no larger than they may be', async () => {
  const sizes = await bundleSizes(emptyFolder());
  const most = {
    "one provider's enum": { bytes: 4000, gzipped: 1000 },
    'one look-up': { bytes: 16_000, gzipped: 3000 },
    'nothing that is imported': { bytes: 0, gzipped: 0 },
  };
  expect(Object.keys(sizes)).toEqual(Object.keys(most));
  for (const [name, { bytes, gzipped }] of Object.entries(sizes)) {
    expect(bytes).toBeLessThanOrEqual(most[name as keyof typeof most].bytes);
    expect(gzipped).toBeLessThanOrEqual(most[name as keyof typeof most].gzipped);
  }
});

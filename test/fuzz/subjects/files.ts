/** Files of ours as they are found on the disk, where anybody may have changed them: a registry, a manifest, a lock. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesBetween } from '../../../generator/change/changes.ts';
import { renderChangesJson } from '../../../generator/change/render-json.ts';
import { renderChangesMarkdown } from '../../../generator/change/render-markdown.ts';
import { renderChanges } from '../../../generator/change/render-text.ts';
import { parseSnapshot } from '../../../generator/change/snapshot.ts';
import { countsOf } from '../../../generator/change/verdict.ts';
import { compile } from '../../../generator/compile.ts';
import { LOCK } from '../../../generator/leftover.ts';
import { MANIFEST, parseManifest, renderManifest } from '../../../generator/output/manifest.ts';
import { plainRegistry } from '../../../generator/registry/plain.ts';
import { STATES, surroundings, tiny } from '../../output/tiny.ts';
import { runOn } from '../../support/cli.ts';
import { ROOT, temporaryFolder } from '../../support/workspace.ts';
import type { Subject } from '../fuzz.ts';

const sources = ['acme.yaml', 'taxonomy.yaml'].map((name) => ({
  path: name,
  text: readFileSync(join(ROOT, 'generator/init/spec', name), 'utf8'),
}));
const { value: example } = compile(sources, []);
if (example === undefined) throw new Error('the example is wrong');
const published = JSON.stringify(plainRegistry(example), undefined, 1);
const before = parseSnapshot(JSON.parse(published));
if ('fault' in before) throw new Error(before.fault);

/** `diff` reads registries of other versions and of other hands. */
export const registry: Subject = {
  few: 1000,
  words: [...new Set(published.match(/"[\w-]+":?|[[\]{},]|\d+/g)), 'null', '1e400', '"__proto__":', '"constructor":'],
  seeds: [Buffer.from(published)],
  judge(input) {
    const parsed = parseSnapshot(jsonOf(input));
    if ('fault' in parsed) return parsed.fault;
    assert.deepEqual(changesBetween(parsed.value, parsed.value), []);
    return [changesBetween(before.value, parsed.value), changesBetween(parsed.value, before.value)]
      .map((changes) => {
        renderChanges(changes);
        renderChangesMarkdown(changes);
        JSON.parse(renderChangesJson(changes, undefined));
        return countsOf(changes);
      })
      .join('; back: ');
  },
};

function jsonOf(input: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(input).toString());
  } catch {
    return undefined;
  }
}

const HASH = 'ab'.repeat(32);
const PATHS = [
  'plain/acme/stays.csv',
  'marked/acme/deep/stays.py',
  '../spec/acme.yaml',
  '/etc/passwd',
  'plain',
  'plain/..',
  '',
  '.',
  '__proto__',
  'manifest.json',
  LOCK,
];

/** Whatever the manifest says, a run touches nothing beside the output, and the next one has nothing to do. */
export const manifest: Subject = {
  few: 40,
  words: ['"inputs":', '"files":', '{', '}', '[', ']', ',', `"${HASH}"`, 'null', ...PATHS.map((path) => `"${path}":`)],
  seeds: [
    Buffer.from(`{"inputs":{"spec/acme.yaml":"${HASH}"},"files":{${PATHS.map((path) => `"${path}":"${HASH}"`)}}}`),
    Buffer.from(`{\n  "inputs": {},\n  "files": {\n    "mine.txt": "${HASH}"\n  }\n}\n`),
  ],
  async judge(input) {
    const parsed = parseManifest(Buffer.from(input).toString());
    if (parsed !== undefined) assert.deepEqual(parseManifest(renderManifest(parsed)), parsed);
    return await generatedOver(MANIFEST, input);
  },
};

/** Whatever a lock says, a run takes it over or says whose it is; it does not wait for ever. */
export const lock: Subject = {
  few: 40,
  words: [
    'process ',
    '1',
    '2',
    '99999999999',
    ' on ',
    'here',
    'there',
    ', 12345678-1234-1234-1234-123456789012',
    '.',
    '\n',
  ],
  seeds: ['1 on here', '2 on here', '1 on there'].map((who) =>
    Buffer.from(`process ${who}, ${'1234-'.repeat(7)}a\n...`),
  ),
  judge: (input) => generatedOver(LOCK, input),
};

/** A machine on which time flies, and one process runs besides. */
const machine = { name: 'here', pid: 3, isRunning: (pid: number) => pid === 1, pause: async () => {} };

/** Generates where a file of ours says this. */
async function generatedOver(name: string, input: Uint8Array): Promise<string> {
  const { folder, remove } = temporaryFolder();
  try {
    tiny(STATES[0], folder);
    await runOn(machine, folder, 'generate');
    const around = surroundings(folder);
    writeFileSync(join(folder, 'generated/mine.txt'), 'mine');
    // So that there is something to write.
    rmSync(join(folder, 'generated/plain/acme/stays.csv'));
    writeFileSync(join(folder, 'generated', name), input);
    const { exitCode, err } = await runOn(machine, folder, 'generate');
    assert.deepEqual(surroundings(folder), around);
    if (exitCode !== 0) assert.match(err, /^error/m);
    else assert.match((await runOn(machine, folder, 'generate')).err, /: 0 written, 0 removed, /);
    return `${exitCode}: ${err.replace(/^warning\[cells-digest\](?:.+\n)+\n/gm, '')}`.trim();
  } finally {
    remove();
  }
}

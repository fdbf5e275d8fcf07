/** What `watch` remembers changes nothing: after each edit it says and writes what a `generate` that knows nothing does. */
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { build } from '../generator/cli/commands/generate.ts';
import { DEFAULTS, type Options } from '../generator/cli/options.ts';
import { Memory } from '../generator/memory.ts';
import { hostIn } from './support/cli.ts';
import { generated } from './support/generated.ts';
import { treeOf } from './support/tree.ts';
import { edit, ROOT } from './support/workspace.ts';

const base = generated('sinch');
const CLI = join(ROOT, 'dist/cli.js');
const OPTIONS: Omit<Options, 'workingFolder'> = {
  ...DEFAULTS,
  isSpecGiven: false,
  targets: [],
  format: 'text',
  color: false,
  quiet: false,
};

/** Made at one step, and taken back at a later one. */
interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

const edits: readonly Edit[] = [
  { path: 'spec/sinch.yaml', from: 'description: Message is queued within', to: 'description: It is queued within' },
  { path: 'spec/sinch.yaml', from: 'name: internal_expiry', to: 'name: expired_within' },
  { path: 'spec/sinch.yaml', from: 'code: 418', to: 'code: 419' },
  { path: 'spec/sinch.yaml', from: 'code: 401', to: 'code: [' },
  { path: 'spec/sinch.yaml', from: 'code: 402', to: 'code: 401 #' },
  { path: 'spec/taxonomy.yaml', from: 'definition: ', to: 'definition: "Otherwise: " # ' },
  { path: 'spec/taxonomy.yaml', from: 'axes:', to: 'axess:' },
  {
    path: 'templates/typescript/lookup.ts',
    from: 'readonly code: Wire;',
    to: 'readonly code: Wire;\n  readonly wire: Wire;',
  },
  { path: 'templates/typescript/lookup.ts', from: '/** What every entry has. */', to: '/** What each entry has. */' },
  { path: 'templates/typescript/enum.ts.hbs', from: '{{name}} = {{value}}', to: '{{name}} = 4 + {{value}}' },
  { path: 'templates/typescript/entries.ts.hbs', from: '{{comment header}}', to: '{{comment mark}}' },
  { path: 'templates/typescript/target.yaml', from: '  - lookup.ts\n', to: '' },
  { path: 'templates/json-schema/entry.schema.json.hbs', from: '"code": { "const": {{code}} }', to: '"code": true' },
  {
    path: 'templates/json-schema/entry.schema.json.hbs',
    from: '"title": "{{typeName}}"',
    to: '"title": "A {{typeName}}"',
  },
  { path: 'templates/json/registry.schema.json.hbs', from: '"required"', to: '"requires"' },
  { path: 'templates/json/target.yaml', from: 'path: registry.json', to: 'path: all.json' },
];

/** A file by another name, and none. */
const moves = [
  ['spec/sinch.yaml', 'spec/sinch.yml'],
  ['spec/sinch.yaml', 'away.yaml'],
  ['templates/json/registry.json.hbs', 'templates/json/registry.txt'],
] as const;

interface Change {
  readonly path: string;
  make(folder: string): void;
  takeBack(folder: string): void;
}

const changes: readonly Change[] = [
  ...edits.map(({ path, from, to }) => ({
    path,
    make: (folder: string) => edit(join(folder, path), from, to),
    takeBack: (folder: string) => edit(join(folder, path), to, from),
  })),
  ...moves.map(([here, there]) => ({
    path: here,
    make: (folder: string) => renameSync(join(folder, here), join(folder, there)),
    takeBack: (folder: string) => renameSync(join(folder, there), join(folder, here)),
  })),
];

/** In an order that is chance's and always the same: two are made, and taken back, unless they are of the same file. */
function steps(): ((folder: string) => void)[] {
  const all = fc.shuffledSubarray([...changes], { minLength: changes.length });
  const [order = []] = fc.sample(all, { numRuns: 1, seed: 2026 });
  return order.flatMap((change, index) => {
    const next = order[index + 1];
    if (index % 2 === 1) return [];
    if (next === undefined) return [change.make, change.takeBack];
    return next.path === change.path
      ? [change.make, change.takeBack, next.make, next.takeBack]
      : [change.make, next.make, change.takeBack, next.takeBack];
  });
}

test('after each edit it says and writes what a first run does', { timeout: 600_000 }, async () => {
  const [warm, cold] = [base.copy(), base.copy()];
  let memory = new Memory();
  let said = '';
  const host = { ...hostIn(warm), err: (text: string) => (said += text) };
  for (const step of steps()) {
    for (const folder of [warm, cold]) step(folder);
    said = '';
    const next = new Memory(memory);
    const { errors, summary } = await build({ ...OPTIONS, workingFolder: warm }, host, next);
    if (errors === 0) memory = next;
    const first = spawnSync(process.execPath, [CLI, 'generate'], { cwd: cold, encoding: 'utf8' });
    expect(`${said}${errors === 0 ? `${summary}\n` : ''}`).toBe(first.stderr);
    expect(treeOf(join(warm, 'generated'))).toEqual(treeOf(join(cold, 'generated')));
  }
});

test('what the last run did not ask for is forgotten, and what it asked for is not made again', () => {
  const made: string[] = [];
  const shout = (text: string) => {
    made.push(text);
    return text.toUpperCase();
  };
  const first = new Memory();
  expect(['a', 'b', 'a'].map((text) => first.of(shout, text))).toEqual(['A', 'B', 'A']);
  const second = new Memory(first);
  expect(second.of(shout, 'a')).toBe('A');
  expect(made).toEqual(['a', 'b']);
  expect(new Memory(second).of(shout, 'b')).toBe('B');
  expect(made).toEqual(['a', 'b', 'b']);
});

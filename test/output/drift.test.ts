/** How an output differs from its plan, and the words for it: pure, without a disk. `drift.test.ts` above runs the commands. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Standing } from '../../generator/disk.ts';
import { readTargets } from '../../generator/input.ts';
import { type Drift, driftOf } from '../../generator/output/drift.ts';
import {
  MANIFEST,
  type Manifest,
  parseManifest,
  renderManifest,
  sha256 as sha256OfOurs,
} from '../../generator/output/manifest.ts';
import { bearsMark, GENERATED_MARK } from '../../generator/output/ownership.ts';
import { type Plan, planOf } from '../../generator/output/plan.ts';
import { reasonOf } from '../../generator/output/reason.ts';
import { differingWords, diffOf, firstDifference } from '../../generator/output/text-diff.ts';
import type { Source } from '../../generator/spec/yaml.ts';
import { ROOT } from '../support/workspace.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const MARKED = `// ${GENERATED_MARK}\n`;

function planFor(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}): Plan {
  return {
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    inputs: new Map(Object.entries(inputs)),
    rendered: [],
    covers: (path) => !path.startsWith('other/'),
  };
}

function manifestOf(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}): Manifest {
  return { inputs: new Map(Object.entries(inputs)), files: new Map(Object.entries(files)) };
}

describe('drift', () => {
  /** What stands there: the text of a file, or another kind of thing. */
  function drift(
    planned: Readonly<Record<string, string>>,
    there: Readonly<Record<string, string | { is: Standing }>>,
    manifest?: Manifest,
  ): string[] {
    const standing = new Map(
      Object.entries(there).map(([path, what]) => [path, typeof what === 'string' ? 'file' : what.is] as const),
    );
    const bytesOf = (path: string) => {
      const what = there[path];
      if (typeof what !== 'string') throw new Error(`the bytes of ${path}, which is no file, are asked for`);
      return what === 'GONE' ? undefined : Buffer.from(what);
    };
    return driftOf(planFor(planned), { standing, bytesOf }, manifest).map(({ kind, path }) => `${kind} ${path}`);
  }

  test('is what is planned and is not there, or is another', () => {
    expect(drift({ same: 'x', 'a/missing': 'x', edited: 'x' }, { same: 'x', edited: MARKED })).toEqual([
      'missing a/missing',
      'changed edited',
    ]);
  });

  test('is in the way where it is not ours: by the manifest, by its mark, or as the manifest itself', () => {
    const there = { listed: 'y', marked: MARKED, mine: 'y', [MANIFEST]: 'y' };
    const planned = { listed: 'x', marked: 'x', mine: 'x', [MANIFEST]: 'x' };
    expect(drift(planned, there, manifestOf({ listed: sha256('z') }))).toEqual([
      'changed listed',
      `changed ${MANIFEST}`,
      'changed marked',
      'blocked mine',
    ]);
  });

  test('a link, a folder or a file in the place of a folder is in the way, whatever the manifest says', () => {
    const planned = { 'deep/er/file': 'x', 'high/er/file': 'x', 'c/file': 'x', 'd/file': 'x', link: 'x', folder: 'x' };
    const there = {
      deep: { is: 'folder' },
      'deep/er': { is: 'other' },
      high: { is: 'other' },
      c: 'y',
      d: { is: 'folder' },
      link: { is: 'other' },
      folder: { is: 'folder' },
    } as const;
    expect(drift(planned, there, manifestOf({ link: 'l', c: 'c', 'deep/er/file': 'x' }))).toEqual([
      'stale c',
      'blocked c/file',
      'missing d/file',
      'foreign deep/er',
      'blocked deep/er/file',
      'blocked folder',
      'foreign high',
      'blocked high/er/file',
      'blocked link',
    ]);
  });

  test('is what is not planned: ours, left behind, or somebody else\u2019s; other targets are not looked at', () => {
    const there = {
      '.tmp': { is: 'leftover' },
      folder: { is: 'folder' },
      'folder/listed': 'y',
      marked: MARKED,
      mine: 'y',
      'other/marked': MARKED,
    } as const;
    expect(drift({}, there, manifestOf({ 'folder/listed': 'y' }))).toEqual([
      'leftover .tmp',
      'stale folder/listed',
      'stale marked',
      'foreign mine',
    ]);
  });

  test('a file that another run removes meanwhile is not the planned one, and not ours', () => {
    expect(drift({ file: 'x', empty: '' }, { file: 'GONE', empty: 'GONE', extra: 'GONE' })).toEqual([
      'foreign extra',
      'blocked file',
    ]);
  });

  test('only the top of a file is asked for the mark', () => {
    const within = (before: number) => `${' '.repeat(before)}${GENERATED_MARK}`;
    expect(bearsMark(within(400 - GENERATED_MARK.length))).toBe(true);
    expect(bearsMark(within(401 - GENERATED_MARK.length))).toBe(false);
    // A character may have four bytes.
    const wide = `${'\u{1f600}'.repeat(150)}${GENERATED_MARK}`;
    expect(drift({}, { wide })).toEqual(['stale wide']);
  });
});

describe('the manifest', () => {
  const hashes = { inputs: { 'spec/a.yaml': sha256('a') }, files: { 'b/c': sha256('c') } };

  test('is read as it is written, in order, with a line end', () => {
    const manifest = manifestOf({ z: sha256('z'), a: sha256('a'), B: sha256('B') }, hashes.inputs);
    const text = renderManifest(manifest);
    expect(text).toBe(
      `${JSON.stringify({ inputs: hashes.inputs, files: { B: sha256('B'), a: sha256('a'), z: sha256('z') } }, null, 2)}\n`,
    );
    expect(parseManifest(text)).toEqual(manifest);
    expect(sha256OfOurs('caf\u00e9')).toBe(sha256('caf\u00e9'));
  });

  test.each([
    ['is no JSON', '{'],
    ['is null', 'null'],
    ['has no files', JSON.stringify({ inputs: hashes.inputs })],
    ['has no inputs', JSON.stringify({ files: hashes.files })],
    ['has null for inputs', JSON.stringify({ ...hashes, inputs: null })],
    ['has text for files', JSON.stringify({ ...hashes, files: '' })],
    ['has a number for a hash', JSON.stringify({ ...hashes, files: { ...hashes.files, d: 1 } })],
    ['has a number of 64 digits for a hash', `{"inputs":{},"files":{"a":${'1'.repeat(64)}}}`],
    ['has a list with one for a hash', JSON.stringify({ ...hashes, files: { d: [sha256('d')] } })],
    ['has a short hash', JSON.stringify({ ...hashes, files: { d: sha256('d').slice(1) } })],
    ['has a long hash', JSON.stringify({ ...hashes, files: { d: `${sha256('d')}0` } })],
    ['has a long hash at its start', JSON.stringify({ ...hashes, files: { d: `0${sha256('d')}` } })],
    [
      'has a name that is too long',
      JSON.stringify({ ...hashes, files: { [`a/${'\u00e9'.repeat(128)}`]: sha256('d') } }),
    ],
    ['has a name that no file can have', JSON.stringify({ ...hashes, files: { 'a/\0': sha256('d') } })],
    ['has a hash in capitals', JSON.stringify({ ...hashes, files: { d: sha256('d').toUpperCase() } })],
  ])('is none where it %s', (_, text) => {
    expect(parseManifest(text)).toBe(undefined);
  });
});

describe('a plan of some targets', () => {
  const source = (text: string): Source => ({ path: '', text });
  const inputs = new Map([
    ['spec/new.yaml', source('new')],
    ['templates/a/x.hbs', source('a')],
  ]);
  const manifest = manifestOf(
    { 'a/gone': 'a', 'b/kept': 'b', [MANIFEST]: 'm' },
    {
      'spec/gone.yaml': 's',
      'spec/gone.yml': 's',
      'spec/gone.yaml.txt': 's',
      'spec/other.txt': 's',
      'spec/new.yaml': 's',
      'templates/a/gone.hbs': 't',
      'templates/b/kept.hbs': 't',
    },
  );
  const registry = { axes: [], predicates: [], providers: [] };
  const planFor = (...wanted: readonly string[]) => planOf({ registry, targets: [], inputs, wanted, manifest }).value;
  const written = (plan: Plan) => {
    const { files, inputs } = JSON.parse(plan.files.at(-1)?.text ?? '');
    return { files: Object.keys(files), inputs: Object.keys(inputs) };
  };

  test('keeps what the manifest says of the others, and decides about its own', () => {
    const plan = planFor('a');
    expect(plan.files.map(({ path }) => path)).toEqual([MANIFEST]);
    expect(['a/x', 'b/x', MANIFEST].map((path) => plan.covers(path))).toEqual([true, false, true]);
    expect(written(plan).files).toEqual(['b/kept']);
    expect([...plan.inputs.keys()].sort()).toEqual([
      'spec/gone.yaml.txt',
      'spec/new.yaml',
      'spec/other.txt',
      'templates/a/x.hbs',
      'templates/b/kept.hbs',
    ]);
    expect(plan.inputs.get('spec/new.yaml')).toBe(sha256('new'));
  });

  test('has its files in order, the manifest with their hashes last', () => {
    const { targets } = readTargets({ workingFolder: ROOT, spec: '', templates: 'templates', out: '' }, [
      'typescript',
    ]).value;
    for (const wanted of [[], ['typescript']]) {
      const { files } = planOf({ registry, targets, inputs, wanted, manifest: undefined }).value;
      const rendered = files.slice(0, -1);
      expect(rendered.length).toBeGreaterThan(5);
      expect(rendered.map(({ path }) => path)).toEqual(rendered.map(({ path }) => path).sort());
      expect(parseManifest(files.at(-1)?.text ?? '')).toEqual(
        manifestOf(
          Object.fromEntries(rendered.map(({ path, text }) => [path, sha256(text)])),
          Object.fromEntries([...inputs].map(([path, { text }]) => [path, sha256(text)])),
        ),
      );
    }
  });

  test('decides about each of several', () => {
    const plan = planFor('a', 'c');
    expect(['a/x', 'b/x', 'c/x'].map((path) => plan.covers(path))).toEqual([true, false, true]);
  });

  test('of all targets keeps nothing', () => {
    const plan = planFor();
    expect(['a/x', 'b/x', MANIFEST].map((path) => plan.covers(path))).toEqual([true, true, true]);
    expect([...plan.inputs.keys()]).toEqual(['spec/new.yaml', 'templates/a/x.hbs']);
    expect(written(plan)).toEqual({ files: [], inputs: ['spec/new.yaml', 'templates/a/x.hbs'] });
  });
});

describe('the reason', () => {
  const [old, now] = [sha256('old'), sha256('now')];
  const manifest = manifestOf({ 'go/file': old, [MANIFEST]: old }, { 'spec/a.yaml': old });
  const plan = planFor({}, { 'spec/a.yaml': old });

  function reason(
    drift: string,
    { there, inputs, of = manifest }: { there?: string; inputs?: Record<string, string>; of?: Manifest | null } = {},
  ): string {
    const [kind, path] = drift.split(' ') as [Drift['kind'], string];
    const made = inputs === undefined ? plan : planFor({}, inputs);
    return reasonOf({ kind, path }, made, there, of ?? undefined);
  }

  const ANOTHER =
    'no input has changed, so another version of the generator made it, or file and manifest were edited together';

  test.each([
    ['leftover .x', {}, 'a run of generate was stopped, or is not done yet'],
    ['foreign go/x', {}, 'nothing in it says that it was generated'],
    ['blocked go/file', { there: 'old' }, 'nothing in it says that it was generated'],
    ['changed go/file', { there: 'a\n<<<<<<< HEAD\nb' }, 'a merge conflict was left in it'],
    ['changed go/file', { there: 'a\n<<<<<< HEAD\nb' }, 'it was edited by hand'],
    ['changed go/file', { there: 'a <<<<<<< HEAD\nb' }, 'it was edited by hand'],
    [`missing ${MANIFEST}`, { of: null }, 'without it nothing tells what was generated from what'],
    ['missing go/file', { of: null }, 'there is no manifest to tell why'],
    [`changed ${MANIFEST}`, { there: '' }, 'it belongs to other inputs or files'],
    ['missing go/file', {}, 'it was deleted'],
    ['missing go/new', {}, ANOTHER],
    ['missing csv/file', {}, 'nothing of target "csv" was generated before'],
    ['changed csv/file', { there: 'x' }, ANOTHER],
    ['changed go/file', { there: 'old' }, ANOTHER],
    ['changed go/file', { there: 'mine' }, 'it was edited by hand'],
    ['changed go/new', { there: 'mine' }, ANOTHER],
    ['stale go/file', {}, ANOTHER],
    ['changed go/file', { there: 'old', inputs: { 'spec/a.yaml': now } }, '"spec/a.yaml" has changed'],
    ['changed go/file', { there: 'old', inputs: {} }, '"spec/a.yaml" is gone'],
    ['changed go/file', { there: 'old', inputs: { 'spec/a.yaml': old, 'spec/b.yaml': old } }, '"spec/b.yaml" is new'],
    [
      'missing go/file',
      { inputs: { 'spec/a.yaml': old, 'templates/go/x.hbs': now, 'templates/java/x.hbs': now } },
      'it was deleted, and "templates/go/x.hbs" is new',
    ],
    [
      'changed go/file',
      { there: 'mine', inputs: { 'spec/d.yaml': old, 'spec/c.yaml': old, 'spec/b.yaml': old } },
      'it was edited by hand, and "spec/a.yaml" is gone, "spec/b.yaml" is new, "spec/c.yaml" is new, 1 more changed',
    ],
    [
      'stale go/file',
      { there: 'old', inputs: { 'spec/c.yaml': old, 'spec/b.yaml': old } },
      '"spec/a.yaml" is gone, "spec/b.yaml" is new, "spec/c.yaml" is new',
    ],
  ] as const)('why %s: %o', (drift, options, expected) => {
    expect(reason(drift, options)).toBe(expected);
  });
});

describe('a difference of texts', () => {
  test('is shown with two lines around it, and ends where it would fill the screen', () => {
    expect(diffOf('a\nb\nc\nd\ne\nf\n', 'a\nb\nc\nD\ne\nf\n')).toBe('@@ -2,5 +2,5 @@\n b\n c\n-d\n+D\n e\n f');
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `+${index}`).join('\n');
    const planned = (count: number) => lines(count).replaceAll('+', '').concat('\n');
    expect(diffOf('', planned(39))).toBe(`@@ -0,0 +1,39 @@\n${lines(39)}`);
    expect(diffOf('', planned(41))).toBe(`@@ -0,0 +1,41 @@\n${lines(39)}\n\u2026 2 more lines`);
  });

  test('has no lines that are wider than a screen, and none of texts that take too long', () => {
    const wide = 'x'.repeat(159);
    expect(diffOf('', `${wide}\n`)).toBe(`@@ -0,0 +1,1 @@\n+${wide}`);
    expect(diffOf('', `${wide}xy\n`)).toBe(`@@ -0,0 +1,1 @@\n+${wide}\u2026`);
    const lines = (count: number, text: string) =>
      Array.from({ length: count }, (_, index) => `${text}${index}\n`).join('');
    expect(diffOf(lines(500, 'a'), lines(500, 'b'))).toMatch(/\u2026 961 more lines$/);
    expect(diffOf(lines(501, 'a'), lines(501, 'b'))).toBe(undefined);
  });

  test('begins at the first character that differs', () => {
    expect(firstDifference('abc', 'abd')).toBe(2);
    expect(firstDifference('abc', 'abc')).toBe(3);
    expect(firstDifference('ab', 'abc')).toBe(2);
    expect(firstDifference('abc', 'ab')).toBe(2);
    expect(firstDifference('', '')).toBe(0);
  });

  test('of a line is told word by word, in the order of reading', () => {
    expect(differingWords('the old word here', 'the new word here')).toEqual([
      { kind: 'same', text: 'the' },
      { kind: 'removed', text: 'old' },
      { kind: 'added', text: 'new' },
      { kind: 'same', text: 'word here' },
    ]);
    const [before, after] = ['a', 'b'].map((word) => `same ${`${word} `.repeat(501).trim()}`);
    expect(differingWords(before ?? '', after ?? '')).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
    expect(differingWords(`x ${before}`, `x ${before} ${before}`)).toEqual([
      { kind: 'same', text: `x ${before}` },
      { kind: 'added', text: before },
    ]);
  });
});

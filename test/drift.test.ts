/** `check` sees every way in which the output is not what the specs and templates make; `generate` heals it. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { generated } from './support/generated.ts';
import { timesOf, treeOf } from './support/tree.ts';
import { edit, workspace } from './support/workspace.ts';

const base = generated('sinch');
/** For what takes two. */
const pair = generated('alibaba', 'sinch');

interface Damage {
  /** What somebody did to a workspace whose output was current. */
  readonly harm: (folder: string) => void;
  /** What `check` says: ids and paths, as they stand in every format. */
  readonly says: readonly string[];
}

const INDEX = 'generated/typescript/index.ts';
const MANIFEST = 'generated/manifest.json';

/** What `generate` makes undone: afterwards the output is what it was. */
const undone: Readonly<Record<string, Damage>> = {
  'one byte is another': {
    harm: (folder) => edit(join(folder, 'generated/typescript/sinch/delivery-report-code.ts'), '= 418', '= 419'),
    says: ['drift-changed generated/typescript/sinch/delivery-report-code.ts'],
  },
  'white space is added': {
    harm: (folder) => edit(join(folder, INDEX), ';\n', '; \n'),
    says: [`drift-changed ${INDEX}`],
  },
  'the last line end is lost': {
    harm: (folder) => edit(join(folder, INDEX), /\n$/, ''),
    says: [`drift-changed ${INDEX}`],
  },
  'line ends are CRLF': {
    harm: (folder) => edit(join(folder, 'generated/json/registry.json'), /\n/g, '\r\n'),
    says: ['drift-changed generated/json/registry.json'],
  },
  'a byte order mark is added': {
    harm: (folder) => edit(join(folder, INDEX), /^/, '\u{feff}'),
    says: [`drift-changed ${INDEX}`],
  },
  'a file is empty': {
    harm: (folder) => writeFileSync(join(folder, INDEX), ''),
    says: [`drift-changed ${INDEX}`],
  },
  'a file loses the header that says what made it': {
    harm: (folder) => edit(join(folder, INDEX), /^.*\n/, ''),
    says: [`drift-changed ${INDEX}`],
  },
  'a file is missing': {
    harm: (folder) => unlinkSync(join(folder, INDEX)),
    says: [`drift-missing ${INDEX}`],
  },
  'a folder is missing': {
    harm: (folder) => rmSync(join(folder, 'generated/json'), { recursive: true }),
    says: ['drift-missing generated/json/registry.json', 'drift-missing generated/json/registry.schema.json'],
  },
  'a file and its hash in the manifest are edited together': {
    harm: (folder) => {
      const before = hashOf(join(folder, INDEX));
      appendFileSync(join(folder, INDEX), 'export {};\n');
      edit(join(folder, MANIFEST), before, hashOf(join(folder, INDEX)));
    },
    says: [`drift-changed ${MANIFEST}`, `drift-changed ${INDEX}`],
  },
  'a merge conflict is left in a file': {
    harm: (folder) =>
      edit(join(folder, INDEX), 'export *', '<<<<<<< HEAD\nexport *\n=======\n>>>>>>> theirs\nexport *'),
    says: [`drift-changed ${INDEX}`],
  },
  'a merge conflict is left in the manifest': {
    harm: (folder) =>
      edit(join(folder, MANIFEST), '"files": {', '<<<<<<< HEAD\n"files": {\n=======\n>>>>>>> theirs\n"files": {'),
    says: [`broken-manifest ${MANIFEST}`, `drift-changed ${MANIFEST}`],
  },
  'the manifest is other JSON': {
    harm: (folder) => writeFileSync(join(folder, MANIFEST), '{ "files": { "json/registry.json": 1 }, "inputs": [] }\n'),
    says: [`broken-manifest ${MANIFEST}`, `drift-changed ${MANIFEST}`],
  },
  'the manifest has a path that no disk takes': {
    harm: (folder) => edit(join(folder, MANIFEST), '"files": {', `"files": { "json/\\u0000": "${'0'.repeat(64)}",`),
    says: [`broken-manifest ${MANIFEST}`, `drift-changed ${MANIFEST}`],
  },
  'the manifest is missing': {
    harm: (folder) => unlinkSync(join(folder, MANIFEST)),
    says: [`drift-missing ${MANIFEST}`],
  },
  'the manifest and a file are missing': {
    harm: (folder) => {
      unlinkSync(join(folder, MANIFEST));
      unlinkSync(join(folder, INDEX));
    },
    says: [`drift-missing ${MANIFEST}`, `drift-missing ${INDEX}`],
  },
  'a generated file is copied to another name': {
    harm: (folder) =>
      writeFileSync(join(folder, 'generated/typescript/old.ts'), readFileSync(join(folder, INDEX), 'utf8')),
    says: ['drift-stale generated/typescript/old.ts'],
  },
};

/** What `generate` follows: afterwards the output is another, and as planned again. */
const followed: Readonly<Record<string, Damage>> = {
  'a template is changed': {
    harm: (folder) => edit(join(folder, 'templates/typescript/index.ts.hbs'), '// Everything', '// All'),
    says: [`drift-changed ${MANIFEST}`, `drift-changed ${INDEX}`],
  },
  'a template is changed, and what it makes is not': {
    harm: (folder) => appendFileSync(join(folder, 'templates/json/registry.json.hbs'), '{{! a remark }}\n'),
    says: [`drift-changed ${MANIFEST}`],
  },
  'a file that is copied is changed': {
    harm: (folder) => edit(join(folder, 'templates/typescript/lookup.ts'), '\n//', '\n// Shared.\n//'),
    says: [`drift-changed ${MANIFEST}`, 'drift-changed generated/typescript/lookup.ts'],
  },
  'a remark in a spec is changed': {
    harm: (folder) => edit(join(folder, 'spec/sinch.yaml'), /^# Sinch/m, '# About Sinch'),
    says: [`drift-changed ${MANIFEST}`],
  },
  'a classification is changed': {
    harm: (folder) => edit(join(folder, 'spec/sinch.yaml'), 'retry: backoff', 'retry: once'),
    says: expect.arrayContaining([
      `drift-changed ${MANIFEST}`,
      'drift-changed generated/json/registry.json',
      'drift-changed generated/typescript/sinch/delivery-report-entries.ts',
    ]),
  },
  'a spec gets another name': {
    harm: (folder) => renameSync(join(folder, 'spec/sinch.yaml'), join(folder, 'spec/sinch.yml')),
    says: expect.arrayContaining([`drift-changed ${MANIFEST}`, 'drift-changed generated/typescript/sinch.ts']),
  },
};

describe('check fails, and generate heals, where', () => {
  test.each(Object.entries(undone))('%s', async (_, { harm, says }) => {
    const folder = base.copy();
    harm(folder);
    expect(await findings(folder)).toEqual({ exitCode: 1, says });
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(treeOf(join(folder, 'generated'))).toEqual(base.tree);
    expect(await findings(folder)).toEqual({ exitCode: 0, says: [] });
  });

  test('everything is missing, which is told file by file', async () => {
    const folder = base.copy();
    rmSync(join(folder, 'generated'), { recursive: true });
    const says = Object.keys(base.tree).map((path) => `drift-missing generated/${path}`);
    expect(await findings(folder)).toEqual({ exitCode: 1, says });
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(treeOf(join(folder, 'generated'))).toEqual(base.tree);
  });

  test.each(Object.entries(followed))('%s', async (_, { harm, says }) => {
    const folder = base.copy();
    harm(folder);
    expect(await findings(folder)).toEqual({ exitCode: 1, says });
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(treeOf(join(folder, 'generated'))).not.toEqual(base.tree);
    expect(await findings(folder)).toEqual({ exitCode: 0, says: [] });
  });
});

test('a deleted provider is told file by file, and leaves nothing behind, not even its folder', async () => {
  const folder = pair.copy();
  unlinkSync(join(folder, 'spec/sinch.yaml'));
  const ofProvider = Object.keys(pair.tree).filter((path) => path.includes('sinch'));
  expect(await findings(folder)).toEqual({
    exitCode: 1,
    says: expect.arrayContaining([
      `drift-changed ${INDEX}`,
      ...ofProvider.map((path) => `drift-stale generated/${path}`),
    ]),
  });
  await run(folder, 'generate');
  expect(await findings(folder)).toEqual({ exitCode: 0, says: [] });
  expect(JSON.stringify(treeOf(join(folder, 'generated'))).toLowerCase()).not.toContain('sinch');
  expect(Object.keys(timesOf(join(folder, 'generated')))).not.toContain('typescript/sinch');
});

test.each(['templates/json', 'templates', 'spec', 'generated'])(
  'behind a link that leads nowhere, such as to what is not mounted, %s is not taken for gone',
  async (name) => {
    const folder = base.copy();
    rmSync(join(folder, name), { recursive: true });
    symlinkSync('/nowhere', join(folder, name));
    // What an editor puts beside a file leads nowhere, too.
    if (name === 'generated') symlinkSync('somebody@here.1:2', join(folder, 'templates/.#README.md'));
    for (const command of ['generate', 'check']) {
      const { exitCode, err } = await run(folder, command);
      expect({ exitCode, err }).toEqual({ exitCode: 2, err: `error: ${join(folder, name)} is not a folder\n` });
    }
    if (name !== 'generated') expect(treeOf(join(folder, 'generated'))).toEqual(base.tree);
  },
);

test('a checkout with CRLF is no drift', async () => {
  const folder = base.copy();
  for (const path of ['spec/sinch.yaml', 'templates/typescript/enum.ts.hbs', 'templates/typescript/lookup.ts'])
    edit(join(folder, path), /\n/g, '\r\n');
  expect(await findings(folder)).toEqual({ exitCode: 0, says: [] });
});

describe("somebody else's file", () => {
  const FOREIGN = 'generated/typescript/mine.ts';

  test('elsewhere in the folder is told, and never deleted', async () => {
    const folder = base.copy();
    writeFileSync(join(folder, FOREIGN), 'export {};\n');
    writeFileSync(join(folder, 'generated/.gitkeep'), '');
    const says = ['drift-foreign generated/.gitkeep', `drift-foreign ${FOREIGN}`];
    expect(await findings(folder)).toEqual({ exitCode: 1, says });
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(treeOf(join(folder, 'generated'))).toEqual({
      ...base.tree,
      '.gitkeep': '',
      'typescript/mine.ts': 'export {};\n',
    });
    expect(await findings(folder)).toEqual({ exitCode: 1, says });
  });

  test('in the folder of a deleted provider stays, alone', async () => {
    const folder = pair.copy();
    writeFileSync(join(folder, 'generated/typescript/sinch/mine.ts'), 'export {};\n');
    unlinkSync(join(folder, 'spec/sinch.yaml'));
    await run(folder, 'generate');
    const left = Object.keys(treeOf(join(folder, 'generated'))).filter((path) => path.includes('sinch'));
    expect(left).toEqual(['typescript/sinch/mine.ts']);
  });

  test('on a planned path stops the run before anything is written', async () => {
    const folder = base.copy();
    unlinkSync(join(folder, MANIFEST));
    unlinkSync(join(folder, 'generated/typescript/lookup.ts'));
    writeFileSync(join(folder, INDEX), 'export {};\n');
    const before = treeOf(folder);
    expect(await findings(folder)).toEqual({
      exitCode: 1,
      says: [`drift-missing ${MANIFEST}`, `drift-blocked ${INDEX}`, 'drift-missing generated/typescript/lookup.ts'],
    });
    const { exitCode, err } = await run(folder, 'generate');
    expect(err).toContain(`error[foreign-file]: "${INDEX}" is not a generated file, and a generated one belongs there`);
    expect(exitCode).toBe(1);
    expect(treeOf(folder)).toEqual(before);
  });

  test('that is called as the manifest, such as that of a web page, stops the run, too', async () => {
    const folder = base.copy();
    writeFileSync(join(folder, MANIFEST), '{ "name": "Shop", "icons": [] }\n');
    const before = treeOf(folder);
    expect(await findings(folder)).toEqual({ exitCode: 1, says: [`drift-blocked ${MANIFEST}`] });
    const { exitCode, err } = await run(folder, 'generate');
    expect(err).toMatch(/^error\[foreign-file\]: "generated\/manifest.json" is not a generated file/);
    expect(exitCode).toBe(1);
    expect(treeOf(folder)).toEqual(before);
  });

  test('with the planned bytes is no trouble', async () => {
    const folder = base.copy();
    unlinkSync(join(folder, MANIFEST));
    expect(await run(folder, 'generate')).toMatchObject({
      exitCode: 0,
      err: expect.stringMatching(
        /^warning\[missing-manifest\]: the manifest is missing\n[\s\S]*\n\d+ files: 1 written, 0 removed, \d+ unchanged\n$/,
      ),
    });
    expect((await run(folder, 'generate')).err).toMatch(/^\d+ files: 0 written/);
  });
});

describe('a link', () => {
  const theirs = { 'index.ts': 'theirs\n', 'lookup.ts': 'theirs\n' };

  test.each([
    ['to a file, on a planned path', INDEX, 'elsewhere/index.ts', 1, `drift-blocked ${INDEX}`],
    ['to nothing, on a planned path', INDEX, 'elsewhere/none.ts', 1, `drift-blocked ${INDEX}`],
    ['to a folder, in the place of one', 'generated/typescript', 'elsewhere', 1, `drift-blocked ${INDEX}`],
    [
      'to a file, beside',
      'generated/typescript/more.ts',
      'elsewhere/index.ts',
      0,
      'drift-foreign generated/typescript/more.ts',
    ],
    ['to a folder, beside', 'generated/typescript/more', 'elsewhere', 0, 'drift-foreign generated/typescript/more'],
  ])('%s is neither followed nor removed', async (_, path, to, exitCode, says) => {
    const folder = base.copy();
    mkdirSync(join(folder, 'elsewhere'));
    for (const [name, text] of Object.entries(theirs)) writeFileSync(join(folder, 'elsewhere', name), text);
    rmSync(join(folder, path), { recursive: true, force: true });
    symlinkSync(join(folder, to), join(folder, path));
    edit(join(folder, 'spec/sinch.yaml'), 'retry: backoff', 'retry: once');
    expect((await findings(folder)).says).toContain(says);
    expect(await run(folder, 'generate')).toMatchObject({ exitCode });
    expect(treeOf(join(folder, 'elsewhere'))).toEqual(theirs);
    expect(readlinkSync(join(folder, path))).toBe(join(folder, to));
  });

  test('that is the output itself is whose owner wants it there', async () => {
    const folder = base.copy();
    renameSync(join(folder, 'generated'), join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'generated'));
    unlinkSync(join(folder, INDEX));
    expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
    expect(treeOf(join(folder, 'elsewhere'))).toEqual(base.tree);
  });
});

describe('--target', () => {
  test('where all is current, each target alone leaves the manifest as it is', async () => {
    const folder = workspace();
    const before = treeOf(folder);
    for (const target of ['editor', 'markdown']) {
      expect(await run(folder, 'generate', '--target', target)).toMatchObject({ exitCode: 0 });
    }
    expect(treeOf(folder)).toEqual(before);
  });

  test('of a target whose folder is gone the files stay where another is asked for', async () => {
    const folder = base.copy();
    rmSync(join(folder, 'templates/json-schema'), { recursive: true });
    expect((await run(folder, 'check', '--target', 'json')).exitCode).toBe(0);
    expect((await run(folder, 'check')).err).toContain('error[drift-stale]');
  });

  test('writes nothing where all is current, whatever inputs the others have', async () => {
    const folder = workspace();
    expect((await run(folder, 'generate', '--target', 'markdown')).err).toMatch(/^\d+ files: 0 written, 0 removed/);
  });

  const REGISTRY = 'generated/json/registry.json';

  test("leaves the other targets' files alone, and says nothing of them", async () => {
    const folder = base.copy();
    edit(join(folder, REGISTRY), 'Sinch', 'Cinch');
    writeFileSync(join(folder, 'generated/json/mine.json'), '{}');
    unlinkSync(join(folder, INDEX));
    expect(await findings(folder, '--target', 'typescript')).toEqual({
      exitCode: 1,
      says: [`drift-missing ${INDEX}`],
    });
    expect(await run(folder, 'generate', '--target', 'typescript')).toMatchObject({ exitCode: 0 });
    expect(await findings(folder, '--target', 'typescript')).toEqual({ exitCode: 0, says: [] });
    expect(await findings(folder)).toEqual({
      exitCode: 1,
      says: ['drift-foreign generated/json/mine.json', `drift-changed ${REGISTRY}`],
    });
    expect(readFileSync(join(folder, REGISTRY), 'utf8')).toContain('Cinch');
  });

  test('that was never generated is told as that', async () => {
    const folder = workspace(['spec', 'templates']);
    await run(folder, 'generate', '--target', 'json');
    const { exitCode, err } = await run(folder, 'check', '--target', 'csv');
    expect(err).toContain('error[drift-missing]: the file is missing: nothing of target "csv" was generated before\n');
    expect(exitCode).toBe(1);
    unlinkSync(join(folder, MANIFEST));
    expect((await run(folder, 'check', '--target', 'json')).err).toContain(
      'error[drift-missing]: the file is missing: without it nothing tells what was generated from what\n',
    );
  });

  test('may be repeated, and all of them give what none gives', async () => {
    const folder = base.copy();
    rmSync(join(folder, 'generated'), { recursive: true });
    await run(folder, 'generate', '--target', 'typescript');
    await run(folder, 'generate', '--target', 'json', '--target', 'json-schema');
    expect(treeOf(join(folder, 'generated'))).toEqual(base.tree);
  });
});

describe('writing', () => {
  test('check writes nothing, whether it finds something or not', async () => {
    const folder = base.copy();
    const clean = { tree: treeOf(folder), times: timesOf(folder) };
    expect(await findings(folder)).toEqual({ exitCode: 0, says: [] });
    expect({ tree: treeOf(folder), times: timesOf(folder) }).toEqual(clean);

    edit(join(folder, 'spec/sinch.yaml'), 'retry: backoff', 'retry: once');
    unlinkSync(join(folder, INDEX));
    mkdirSync(join(folder, 'generated/empty'));
    const dirty = { tree: treeOf(folder), times: timesOf(folder) };
    expect(await findings(folder)).toMatchObject({ exitCode: 1 });
    expect({ tree: treeOf(folder), times: timesOf(folder) }).toEqual(dirty);
  });

  test('generate writes what differs and nothing else', async () => {
    const folder = base.copy();
    const before = timesOf(folder);
    await run(folder, 'generate');
    expect(timesOf(folder)).toEqual(before);

    appendFileSync(join(folder, INDEX), ' ');
    const edited = timesOf(folder);
    await run(folder, 'generate');
    const after = timesOf(folder);
    expect(Object.keys(after).filter((path) => after[path] !== edited[path])).toEqual([
      'generated',
      'generated/typescript',
      INDEX,
    ]);
  });
});

async function findings(folder: string, ...options: readonly string[]): Promise<{ exitCode: number; says: string[] }> {
  const { exitCode, out } = await run(folder, 'check', '--format', 'json', ...options);
  const { diagnostics }: { diagnostics: { id: string; at: { path: string } }[] } = JSON.parse(out);
  return { exitCode, says: diagnostics.map(({ id, at }) => `${id} ${at.path}`) };
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

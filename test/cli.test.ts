/** The contract of the command line: exit codes, streams, and what it does with other people's folders. */
import { execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, openSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { run, runAs } from './support/cli.ts';
import { generated } from './support/generated.ts';
import { project } from './support/project.ts';
import { treeOf } from './support/tree.ts';
import { edit, emptyFolder, ROOT, workspace } from './support/workspace.ts';

const base = generated('sinch');

describe('what is asked for goes to stdout, and is no failure', () => {
  test.each([['--version'], ['-V']])('%s', async (option) => {
    expect(await run(emptyFolder(), option)).toEqual({ exitCode: 0, out: `${packageJson.version}\n`, err: '' });
  });

  test.each([['--help'], ['-h'], ['generate --help'], ['check -h'], ['lint --help']])('%s', async (line) => {
    const { exitCode, out, err } = await run(emptyFolder(), ...line.split(' '));
    expect(out).toMatch(/^Usage: sms-error-codes /);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  });
});

describe('a wrong call is exit code 2, what is wrong on stderr, and no stack', () => {
  const calls: Readonly<Record<string, string>> = {
    genrate: 'error: unknown command "genrate"; did you mean "generate"?',
    'lint --spec=': "error: option '--spec <dir>' argument '' is invalid. It is empty.",
    'generate --out /proc/none/deep': 'error: cannot use /proc/none/deep/',
    constructor: 'error: unknown command "constructor"; use one of: ',
    __proto__: 'error: unknown command "__proto__"; use one of: ',
    'generate --nope': "error: unknown option '--nope'",
    'generate --spce x': "error: unknown option '--spce'",
    'generate --spec': "error: option '--spec <dir>' argument missing",
    'generate surplus': "error: too many arguments for 'generate'",
    'generate --target typescrpt': 'error: there is no target "typescrpt"; did you mean "typescript"?',
    'check --target constructor': 'error: there is no target "constructor"; use one of: ',
    'check --format xml': "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json",
    'explain 1 --format sarif':
      "error: option '--format <format>' argument 'sarif' is invalid. Allowed choices are text, json.",
    'read --provider sinch --format sarif': "argument 'sarif' is invalid. Allowed choices are text, json.",
    'init --format sarif': "argument 'sarif' is invalid. Allowed choices are text.",
    'diff HEAD --format xml': 'Allowed choices are text, json, github, sarif, markdown.',
    'generate --spec nowhere': 'error: there is no spec folder "nowhere"; name it with --spec, or begin one with init',
    'lint --spec spec/sinch.yaml': 'spec/sinch.yaml is not a folder',
    'generate --templates spec/sinch.yaml': 'spec/sinch.yaml is not a folder',
    'generate --templates templtes':
      'there is no templates folder "templtes"; leave --templates out for the packaged targets',
    'generate --out taken': 'taken is not a folder',
    'check --out taken': 'taken is not a folder',
  };

  test.each(Object.entries(calls))('%s', async (line, says) => {
    const folder = base.copy();
    writeFileSync(join(folder, 'taken'), '');
    const before = treeOf(folder);
    const { exitCode, out, err } = await run(folder, ...line.split(' '));
    expect(err).toContain(says);
    expect(err).not.toMatch(/^\s+at /m);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(treeOf(folder)).toEqual(before);
  });

  test('no command at all, which is answered with the help', async () => {
    const { exitCode, out, err } = await run(emptyFolder());
    expect(err).toMatch(/^Usage: /);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });
});

describe('whoever listens may have heard enough, which changes no exit code', () => {
  /** The program itself, of which nobody reads what it writes to one of its streams. */
  async function runUnheard(folder: string, line: string, stream: 'stdout' | 'stderr'): Promise<unknown> {
    const child = startIn(folder, line, 'pipe');
    child[stream]?.destroy();
    return (await once(child, 'exit'))[0];
  }

  test.each([
    ['explain 402', 'stdout', 0],
    ['explain 402 nothing', 'stdout', 1],
    ['check --format json', 'stdout', 1],
    ['check', 'stderr', 1],
    ['check --target nothing', 'stderr', 2],
    ['generate --target json', 'stderr', 0],
  ] as const)('%s, %s: %i', async (line, stream, exitCode) => {
    expect(await runUnheard(workspace(['spec', 'templates']), line, stream)).toBe(exitCode);
  });

  test('an answer that a full disk does not take is told', async () => {
    const child = startIn(emptyFolder(), 'explain 402', ['ignore', openSync('/dev/full', 'w'), 'pipe']);
    const told = child.stderr?.toArray();
    expect((await once(child, 'exit'))[0]).toBe(2);
    expect(String(await told)).toMatch(/^error: cannot write the answer: ENOSPC/);
  });
});

test('a run that ends while it still waits is a bug, and not clean', async () => {
  const child = startIn(emptyFolder(), 'read --provider sinch', 'pipe', 'process.stdin.unref()');
  const told = child.stderr?.toArray();
  expect((await once(child, 'exit'))[0]).toBe(70);
  expect(String(await told)).toMatch(/^error: this is a bug of sms-error-codes, please report it\nError: .*\n +at /);
});

describe('what is wrong in a folder is exit code 1', () => {
  test.each([['generate'], ['check'], ['lint']])('%s: no spec in the folder', async (command) => {
    const folder = base.copy();
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'empty/readme.txt'), 'sinch.yaml is elsewhere');
    const { exitCode, out, err } = await run(folder, command, '--spec', 'empty', '--quiet');
    expect(err).toBe(`error[no-specs]: the spec folder has no *.yaml file
  empty
  hint: add a provider, or name another folder with --spec

`);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
  });

  test.each([['generate'], ['check'], ['lint']])(
    '%s: axes and no provider, which would empty the output',
    async (command) => {
      const folder = base.copy();
      unlinkSync(join(folder, 'spec/sinch.yaml'));
      const before = treeOf(join(folder, 'generated'));
      const { exitCode, err } = await run(folder, command);
      expect({ exitCode, err }).toEqual({ exitCode: 1, err: expect.stringMatching(/^error\[no-provider\]: /) });
      expect(treeOf(join(folder, 'generated'))).toEqual(before);
    },
  );

  test('lint counts errors and warnings apart', async () => {
    const folder = base.copy();
    edit(join(folder, 'spec/sinch.yaml'), 'name: queued\n', 'name: queued\n        review: a name\n');
    expect((await run(folder, 'lint')).err).toMatch(/\n2 files, 1 warning\n$/);
    edit(join(folder, 'spec/sinch.yaml'), 'category: no-route', 'category: no-rout');
    expect((await run(folder, 'lint')).err).toMatch(/\n2 files, 1 error, 1 warning\n$/);
  });

  test.each([['spec/sinch.yaml'], ['templates/typescript/enum.ts.hbs']])('bytes that are no text: %s', async (path) => {
    const folder = base.copy();
    appendFileSync(join(folder, path), Uint8Array.of(0x23, 0xff, 0xfe));
    const { exitCode, out, err } = await run(folder, 'generate');
    expect(err).toContain(`error[not-utf8]: the file is not UTF-8 text\n  ${path}`);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(treeOf(join(folder, 'generated'))).toEqual(base.tree);
  });

  test('all problems of all files at once, in the order of the files', async () => {
    const folder = workspace(['spec', 'templates']);
    edit(join(folder, 'spec/alibaba.yaml'), 'smpp_code: 20', 'smpp_code: twenty');
    edit(join(folder, 'spec/bandwidth.yaml'), 'code: 4493', 'code: 4492');
    edit(join(folder, 'spec/sinch.yaml'), 'category: accepted', 'category: acepted');
    edit(join(folder, 'spec/sinch.yaml'), 'fault: provider', 'fault: povider');
    edit(join(folder, 'templates/typescript/enum.ts.hbs'), '{{comment title}}', '{{title}}');
    const { exitCode, out } = await run(folder, 'lint', '--format', 'json');
    const { diagnostics }: { diagnostics: { id: string; at: { path: string } }[] } = JSON.parse(out);
    const files = diagnostics.map(({ at }) => at.path);
    expect(new Set(files)).toEqual(new Set(['spec/alibaba.yaml', 'spec/bandwidth.yaml', 'spec/sinch.yaml']));
    expect(files).toEqual([...files].sort());
    expect(diagnostics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['cell-value', 'duplicate-key', 'unknown-axis-value']),
    );
    expect(diagnostics.filter(({ id }) => id === 'unknown-axis-value')).toHaveLength(2);
    expect(exitCode).toBe(1);
  });
});

describe('streams', () => {
  test('text goes to stderr, and --quiet leaves out the summary and nothing else', async () => {
    const folder = base.copy();
    expect(await run(folder, 'check')).toMatchObject({
      exitCode: 0,
      out: '',
      err: expect.stringMatching(/^\d+ files/),
    });
    expect(await run(folder, 'check', '--quiet')).toEqual({ exitCode: 0, out: '', err: '' });
    unlinkSync(join(folder, 'generated/manifest.json'));
    const { exitCode, out, err } = await run(folder, 'check', '--quiet');
    expect(err).toMatch(/^error\[drift-missing\]/);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
  });

  test('a machine format goes to stdout, whole, also where there is nothing to say', async () => {
    const folder = base.copy();
    const { exitCode, out } = await run(folder, 'check', '--format', 'json');
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: '{\n  "diagnostics": []\n}\n' });
  });

  test('a machine format has every problem, text has a screenful and says how many more', async () => {
    const folder = base.copy();
    for (let number = 0; number < 25; number += 1)
      writeFileSync(join(folder, `generated/${number}.ts`), 'export {};\n');
    const { out } = await run(folder, 'check', '--format', 'json');
    expect(JSON.parse(out).diagnostics).toHaveLength(25);
    const { err } = await run(folder, 'check');
    expect(err.match(/^error\[/gm)).toHaveLength(20);
    expect(err).toContain('… and 5 more; --format json shows all');
  });
});

test.each(['check --target json', 'explain 402', 'diff --release'])(
  'a terminal shows colours, unless they are not wanted: %s',
  async (line) => {
    const { folder, release, write } = project();
    write('package.json', '{ "name": "acme", "version": "1.0.0" }\n');
    release('v1.0.0');
    edit(join(folder, 'spec/sinch.yaml'), 'name: message_unroutable', 'name: unroutable');
    const terminal = { workingFolder: folder, color: true, outColor: true };
    const shown = await runAs(terminal, line.split(' '));
    const plain = await runAs(terminal, [...line.split(' '), '--no-color']);
    expect(shown).not.toEqual(plain);
    expect({ ...shown, out: stripVTControlCharacters(shown.out), err: stripVTControlCharacters(shown.err) }).toEqual(
      plain,
    );
  },
);

describe("somebody else's folders", () => {
  test('may have any name, and the output is the same', async () => {
    const folder = base.copy();
    const other = join(emptyFolder(), 'a folder', 'out');
    const options = ['--spec', join(folder, 'spec'), '--templates', join(folder, 'templates'), '--out', other];
    expect(await run(emptyFolder(), 'generate', ...options)).toMatchObject({ exitCode: 0 });
    expect(treeOf(other)).toEqual(base.tree);
  });

  test('are shown as they are typed, also where their names begin with dots', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '..codes'));
    expect((await run(folder, 'lint', '--spec', '..codes')).err).toContain('\n  ..codes\n');
  });

  test.each(['spec', 'spec/out', 'spec/..out', 'templates/..out/deep'])('are no place for output: %s', async (out) => {
    const folder = base.copy();
    const { exitCode, err } = await run(folder, 'generate', '--out', out);
    const [input] = out.split('/');
    expect(err).toBe(`error: the output "${out}" lies in "${input}"; name another folder with --out\n`);
    expect(exitCode).toBe(2);
  });

  test.each(['.', '..', '/'])('are not held by the output: %s', async (out) => {
    const folder = base.copy();
    const { exitCode, err } = await run(folder, 'generate', '--out', out);
    expect(err).toBe(`error: the output "${out}" contains "spec"; name another folder with --out\n`);
    expect(exitCode).toBe(2);
  });

  test('without templates get the packaged ones', async () => {
    const folder = workspace(['spec']);
    mkdirSync(join(folder, 'templates/notes'), { recursive: true });
    expect(await run(folder, 'generate', '--out', join(ROOT, 'generated'), '--target', 'nope')).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/^error: there is no target "nope"; use one of: .*json, json-schema, /),
    });
    expect(await run(folder, 'generate', '--target', 'json')).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(folder, 'generated/json'))).toEqual(['registry.json', 'registry.schema.json']);
  });

  test('no axis is known to the program: all of them renamed, it generates, and the output compiles', async () => {
    const folder = workspace(['spec', 'templates']);
    const taxonomy = readFileSync(join(folder, 'spec/taxonomy.yaml'), 'utf8');
    const [, block = ''] = /^axes:\n((?: .*\n|#.*\n|\n)*)/m.exec(taxonomy) ?? [];
    const axes = [...block.matchAll(/^ {2}([a-z_]+):$/gm)].map(([, axis]) => axis ?? '');
    expect(axes.length).toBeGreaterThan(5);
    // Names that mean something to JavaScript or to TypeScript.
    const names = 'record partial default class length map error readonly type_of promise object'.split(' ');
    expect(names.length).toBeGreaterThanOrEqual(axes.length);
    const renamed = new Map(axes.map((axis, index) => [axis, names[index] ?? '']));
    for (const file of readdirSync(join(folder, 'spec')).filter((name) => name.endsWith('.yaml'))) {
      const path = join(folder, 'spec', file);
      // A key of a mapping, in either style; the axis whose values another one shares; a list of axes.
      const rename = (word: string) => renamed.get(word) ?? word;
      const text = readFileSync(path, 'utf8')
        .replace(/(?<=^\s*|[{,] ?|values_of: )([a-z_]+)(?=:|$)/gm, rename)
        .replace(/(?<=^ +axes: )\[.*\]/gm, (list) => list.replace(/[a-z_]+/g, rename));
      writeFileSync(path, text);
    }
    await expectToCompile(folder);
    const registry = readFileSync(join(folder, 'generated/json/registry.json'), 'utf8');
    for (const axis of axes) expect(registry).not.toMatch(new RegExp(`"${camel(axis)}": `));
    for (const name of renamed.values()) expect(registry).toContain(`"${camel(name)}": `);
  });

  test('a spec folder without a taxonomy has entries without classification, and the output compiles', async () => {
    const folder = workspace(['spec', 'templates']);
    unlinkSync(join(folder, 'spec/taxonomy.yaml'));
    for (const file of ['alibaba', 'bandwidth', 'sinch']) {
      const path = join(folder, 'spec', `${file}.yaml`);
      const text = readFileSync(path, 'utf8').replace(
        /^ +(stated|inferred|basis): \{.*\}\n|, stated: \{.*\} (?=\}$)/gm,
        '',
      );
      writeFileSync(path, text);
    }
    await expectToCompile(folder);
    const { providers } = JSON.parse(readFileSync(join(folder, 'generated/json/registry.json'), 'utf8'));
    for (const { catalogs } of providers) {
      for (const { entries } of catalogs) {
        for (const entry of entries) expect(entry).toMatchObject({ classification: {}, stated: {} });
      }
    }
  });

  test('a provider is its one file: without it the output compiles and has no word of it', async () => {
    const folder = workspace(['spec', 'templates']);
    unlinkSync(join(folder, 'spec/bandwidth.yaml'));
    await expectToCompile(folder);
    expect(JSON.stringify(treeOf(join(folder, 'generated')))).not.toMatch(/bandwidth/i);
  });
});

/** The program itself, in a process of its own in which something else is done first. */
function startIn(cwd: string, line: string, stdio: StdioOptions, first = '') {
  const args = ['--import', `data:text/javascript,${first}`, join(ROOT, 'dist/cli.js'), ...line.split(' ')];
  return spawn(process.execPath, args, { cwd, stdio });
}

/** By the program, which reads back what it writes, and once more by the compiler that people have. */
async function expectToCompile(folder: string): Promise<void> {
  // Not all targets: Python and Java reserve some of the names.
  const { exitCode, err } = await run(folder, 'generate', '--target', 'typescript', '--target', 'json');
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: expect.stringMatching(/^\d+ files: \d+ written/) });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const flags = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '', '--noEmit', '--ignoreConfig'];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, ...flags, join(folder, 'generated/typescript/index.ts')], { encoding: 'utf8' });
}

function camel(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** What is too large, too deep or too wide ends in a diagnostic with its place, and in bounded time; nothing ends the process. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { longestRising } from '../generator/audit/rising.ts';
import { parseDocument } from '../generator/document/read.ts';
import { json } from '../generator/languages/json.ts';
import type { Language } from '../generator/languages/language.ts';
import { bodiesIn, type Part } from '../generator/read/bodies.ts';
import { removedCodeReused } from '../generator/rules/removed-code-reused.ts';
import { decode } from '../generator/spec/decode.ts';
import { run } from './support/cli.ts';
import { catalogHead, providerHead } from './support/spec.ts';
import { edit, emptyFolder, ROOT, workspace } from './support/workspace.ts';

const HEAD = providerHead();

const CATALOG = `${HEAD}catalogs:
${catalogHead({ rows: 5 })}`;

/** As much of it as a file may have. */
function upToTheLimit(head: string, part: (index: number) => string): string {
  const parts: string[] = [head];
  for (let size = head.length, index = 0; ; index += 1) {
    const next = part(index);
    size += next.length;
    if (size > 1 << 20) return parts.join('');
    parts.push(next);
  }
}

function folderWith(text: string): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'spec'));
  writeFileSync(join(folder, 'spec/acme.yaml'), text);
  return folder;
}

const deep: Readonly<Record<string, [text: string, place: string]>> = {
  brackets: [`a: ${'['.repeat(500_000)}`, '1:102'],
  'brackets that are closed': [`a: ${'['.repeat(5000)}${']'.repeat(5000)}`, '1:102'],
  braces: [`a: ${'{b: '.repeat(200_000)}`, '1:396'],
  'lists on one line': ['- '.repeat(500_000), '1:199'],
  'keys on one line': ['? '.repeat(500_000), '1:199'],
  'blocks of keys': [Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''), '100:100'],
};

describe('too deep', () => {
  test.each(Object.entries(deep))('%s', async (_, [text, place]) => {
    const { exitCode, err } = await run(folderWith(text), 'lint');
    expect(err).toMatch(
      /^error\[yaml-too-deep\]: too many blocks or brackets stand within each other\n {2}spec\/acme\.yaml:\d+:\d+\n/,
    );
    expect(err).toContain(`spec/acme.yaml:${place}\n`);
    expect(exitCode).toBe(1);
  });

  test('forty brackets are no trouble to the reader', async () => {
    const { err } = await run(folderWith(`${HEAD}catalogs: ${'['.repeat(40)}${']'.repeat(40)}\n`), 'lint');
    expect(err).toContain('error[frame-type]');
  });
});

const wide: Readonly<Record<string, [text: string, id: string]>> = {
  keys: [upToTheLimit(HEAD, (index) => `k${index}: v\n`), 'yaml-too-many'],
  'one key again and again': [upToTheLimit(HEAD, () => 'name: v\n'), 'yaml-too-many'],
  catalogs: [upToTheLimit(`${HEAD}catalogs:\n`, (index) => `  c${index}: {}\n`), 'yaml-too-many'],
  'empty rows': [upToTheLimit(CATALOG, () => '      - {}\n'), 'yaml-too-many'],
  rows: [
    upToTheLimit(CATALOG, (index) => `      - { code: ${index}, line: ${index + 1}, name: n_${index} }\n`),
    'yaml-too-many',
  ],
  'as many rows with nothing right as are allowed': [CATALOG + '      - {}\n'.repeat(20_000), 'frame-required'],
  anchors: [upToTheLimit(HEAD, (index) => `k${index}: &a v\n`), 'yaml-anchor'],
  aliases: [upToTheLimit(`${HEAD}x:\n`, () => '- *a\n'), 'yaml-alias'],
  'characters that are not allowed': [upToTheLimit(HEAD, () => '\u0001'), 'yaml-character'],
  documents: [upToTheLimit(HEAD, () => '--- a\n'), 'yaml-many-documents'],
};

describe('too wide', () => {
  test.each(Object.entries(wide))('%s', async (_, [text, id]) => {
    const { exitCode, err } = await run(folderWith(text), 'lint');
    expect(err).toContain(`error[${id}]`);
    expect(exitCode).toBe(1);
  });
});

describe('too large', () => {
  test.each([['spec/acme.yaml'], ['templates/text/code.hbs']])('%s', async (path) => {
    const folder = folderWith(HEAD);
    mkdirSync(join(folder, 'templates/text'), { recursive: true });
    writeFileSync(join(folder, 'templates/text/target.yaml'), 'language: csv\nfiles: []\n');
    writeFileSync(join(folder, path), '');
    truncateSync(join(folder, path), 100_000_000_000);
    const { exitCode, err } = await run(folder, 'generate');
    expect(err).toContain(`error[too-large]: the file has 100000000000 bytes, and 8388608 are allowed\n  ${path}\n`);
    expect(exitCode).toBe(1);
  });
});

test('files that no text can hold: a registry is refused, a foreign file in the output left alone', async () => {
  const folder = folderWith(CATALOG);
  writeFileSync(join(folder, 'registry.json'), '');
  truncateSync(join(folder, 'registry.json'), 700_000_000);
  const { exitCode, err } = await run(folder, 'diff', 'registry.json', 'registry.json');
  expect(err).toContain('error: cannot use ');
  expect(exitCode).toBe(2);

  const output = workspace(['spec', 'templates', 'generated']);
  writeFileSync(join(output, 'generated/film.bin'), '');
  truncateSync(join(output, 'generated/film.bin'), 700_000_000);
  expect(await run(output, 'generate')).toMatchObject({ exitCode: 0 });
  expect((await run(output, 'check')).err).toContain('film.bin');
  truncateSync(join(output, 'generated/manifest.json'), 700_000_000);
  expect(await run(output, 'generate')).toMatchObject({ exitCode: 2, err: expect.stringContaining('manifest.json: ') });
});

describe('documents', () => {
  test.each(['audit', 'import'])('too large for %s', async (command) => {
    const folder = folderWith(HEAD);
    writeFileSync(join(folder, 'page.html'), '');
    truncateSync(join(folder, 'page.html'), 100_000_000_000);
    const { exitCode, err } = await run(folder, command, 'page.html', '--provider', 'other');
    expect(err).toContain('error[too-large]: the file has 100000000000 bytes, and 8388608 are allowed\n  page.html\n');
    expect(exitCode).toBe(1);
  });

  test('a device is refused, and of a pipe no more is taken than of a file', async () => {
    const folder = folderWith(HEAD);
    const device = await run(folder, 'audit', '/dev/null');
    expect(device).toMatchObject({ exitCode: 2, err: 'error: /dev/null is a device; name a file\n' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const writer = spawn('sh', ['-c', 'head -c 9000000 /dev/zero > pipe'], { cwd: folder });
    const { exitCode, err } = await run(folder, 'audit', 'pipe');
    await once(writer, 'close');
    expect(err).toContain('error[too-large]: the file has 9000000 bytes, and 8388608 are allowed\n  pipe\n');
    expect(exitCode).toBe(1);
  });

  const table = '\n\n| Code | Text |\n|---|---|\n| 1 | a |\n';
  const pages: Readonly<Record<string, readonly [name: string, text: string, place: string]>> = {
    elements: ['page.html', `<p>a</p>\n${'<div>\n'.repeat(50_000)}`, '513:1'],
    'elements in Markdown': ['page.md', `a\n\n${'<div>'.repeat(50_000)}${table}`, '3:1'],
    quotes: ['page.md', `a\n${'>'.repeat(50_000)} a${table}`, '2:1'],
    items: ['page.md', `${'- '.repeat(50_000)}a${table}`, '1:1'],
    'numbered items': ['page.md', `${'1. '.repeat(50_000)}a${table}`, '1:1'],
  };

  test.each(Object.entries(pages))(
    'too deep: %s',
    async (_, [name, text, place]) => {
      const folder = emptyFolder();
      writeFileSync(join(folder, name), text);
      const { exitCode, err } = await run(folder, 'import', name, '--provider', 'acme');
      expect(err).toContain('error[too-deep]: quotes, items or elements stand too deep within each other\n');
      expect(err).toContain(`  ${name}:${place}\n`);
      expect(exitCode).toBe(1);
    },
    20_000,
  );

  test('rules of many dashes, and lists and quotes as people write them, are not deep', async () => {
    const folder = emptyFolder();
    const text = `${'-'.repeat(500)}\n${'*'.repeat(500)}\n> > - a\n\n${'<p>a<br>'.repeat(5000)}${table}`;
    writeFileSync(join(folder, 'page.md'), text);
    expect(await run(folder, 'import', 'page.md', '--provider', 'acme')).toMatchObject({ exitCode: 0 });
  });
});

describe('documents that took minutes, in the square of their length, are read in seconds', () => {
  const long: Readonly<Record<string, string>> = {
    'links without an end': '[a]('.repeat(100_000),
    'emphasis without an end': '*a_'.repeat(50_000),
    'brackets within brackets': '[a][b]'.repeat(60_000),
  };

  test.each(Object.entries(long))(
    '%s',
    (_, text) => {
      const { blocks } = parseDocument('page.md', Buffer.from(`${text}\n\n| Code |\n|---|\n| 1 |\n`));
      expect(blocks.map(({ kind }) => kind)).toEqual(['table']);
    },
    60_000,
  );

  test.each([
    ['rows', 'page.html', `<table>${'<tr><td>1<td>a'.repeat(130_000)}</table>`, 129_999],
    ['rules', 'page.md', `${'***\n'.repeat(130_000)}\n| Code |\n|---|\n| 1 |\n`, 1],
  ])('more %s than a call takes arguments', (_, name, text, count) => {
    const [table, ...others] = parseDocument(name, Buffer.from(text)).blocks;
    expect(table?.kind === 'table' && table.table.rows).toHaveLength(count);
    expect(others).toEqual([]);
  });

  test('headings with marks below them are counted, and rows have a limit to their width', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'page.md'), 'a\n===\n'.repeat(1001));
    const { exitCode, err } = await run(folder, 'import', 'page.md', '--provider', 'acme');
    expect(err).toContain('error[too-many-headings]: ');
    expect(err).toContain('  page.md:2002:1\n');
    expect(exitCode).toBe(1);
    for (const name of ['page.csv', 'page.md']) {
      const line = (word: string) => Array.from({ length: 20_000 }, (_, index) => word + index).join('|');
      const [table] = parseDocument(
        name,
        Buffer.from([line('h'), line('-').replace(/\d/g, '-'), line('c')].join('\n')),
      ).blocks;
      expect(table?.kind === 'table' && table.table.headers).toHaveLength(64);
    }
  });

  test('rows that have all changed places', () => {
    const numbers = Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 200_003);
    expect(longestRising(numbers, () => false).size).toBeGreaterThan(25);
  }, 30_000);

  test('names of codes that are gone are cased once each, however many rows they are compared with', () => {
    const row = (index: number, more: string) => `      - { code: ${index}, ${more}name: name_${index} }\n`;
    const rows = Array.from({ length: 30 }, (_, index) => row(index, `line: ${index + 1}, `));
    const gone = Array.from({ length: 20 }, (_, index) => row(100 + index, 'since: 2.0.0, reason: Gone, '));
    const text = `${HEAD}catalogs:\n${catalogHead({ rows: 30 })}${rows.join('')}    removed:\n${gone.join('')}`;
    let count = 0;
    const counting: Language = {
      ...json,
      name: (role, name) => {
        count += 1;
        return json.name(role, name);
      },
    };
    const spec = decode([{ path: 'spec/acme.yaml', text }]).value;
    expect([...removedCodeReused.check(spec, { languages: [counting], scopes: [] })]).toEqual([]);
    expect(count).toBe(50);
  });

  test('the import of a page whose rows all say the same', async () => {
    const folder = emptyFolder();
    const rows = Array.from({ length: 10_000 }, (_, index) => `${index},the same words in each of the rows`);
    writeFileSync(join(folder, 'page.csv'), `Code,Text\n${rows.join('\n')}\n`);
    expect(await run(folder, 'import', 'page.csv', '--provider', 'acme')).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(folder, 'spec/acme.yaml'), 'utf8')).toContain('name: the_same_words_in_each_of_9999\n');
  }, 60_000);
});

test('an id is no longer than a file can be called, also one that is made of a heading', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'page.md'), `# ${'word '.repeat(200)}\n\n| Code | Text |\n|---|---|\n| 1 | a |\n`);
  expect(await run(folder, 'import', 'page.md', '--provider', 'acme')).toMatchObject({ exitCode: 0 });
  expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
  edit(join(folder, 'spec/acme.yaml'), /^ {2}word[-\w]+:/m, `  ${'word-'.repeat(60)}word:`);
  const { exitCode, err } = await run(folder, 'lint');
  expect(err).toMatch(
    /^error\[frame-property-names\]: key "word-.*" is not a name in kebab-case of at most 60 characters$/m,
  );
  expect(exitCode).toBe(1);
}, 60_000);

test('a payload that does not end is told and not kept, on one line or on many', async () => {
  async function* input() {
    const piece = Buffer.alloc(1 << 20, 'a');
    yield Buffer.from('{"type":1}\n"');
    for (let index = 0; index < 100; index += 1) yield piece;
    yield Buffer.from('"\n{"type":2}\n[\n');
    for (let index = 0; index < 20; index += 1) yield Buffer.concat([Buffer.from('"'), piece, Buffer.from('",\n')]);
    yield Buffer.from('{"type":3}');
  }
  const parts: Part[] = [];
  for await (const found of bodiesIn(input())) parts.push(...found);
  const problem = 'this is longer than 16777216 characters';
  expect(parts).toEqual([
    { line: 1, body: { type: 1 } },
    { line: 2, problem },
    { line: 3, body: { type: 2 } },
    { line: 4, problem },
    ...[21, 22, 23, 24].map((line) => ({ line, problem: 'this is not JSON' })),
    { line: 25, body: { type: 3 } },
  ]);
}, 20_000);

describe('what is no file is told, and not waited for', () => {
  test.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a device that never ends', (path: string) => symlinkSync('/dev/zero', path)],
    ['a terminal', (path: string) => symlinkSync('/dev/tty', path)],
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path)],
    ['a link to itself', (path: string) => symlinkSync(basename(path), path)],
  ])('%s', (_, make) => {
    const folder = emptyFolder();
    for (const path of ['spec/acme.yaml', 'templates/mine/target.yaml']) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      make(join(folder, path));
    }
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'generate'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(stderr).toContain('error[not-a-file]: this is named like a spec, and is not a file\n  spec/acme.yaml\n');
    expect(stderr).toContain(
      'error[not-a-file]: this is named like a target, and is not a file\n  templates/mine/target.yaml\n',
    );
    expect(status).toBe(1);
  });
});

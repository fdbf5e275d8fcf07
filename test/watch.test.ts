/** `watch` in a project of its own: what people and their editors do to files, and what is there afterwards. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readSpecs } from '../generator/input.ts';
import { Memory } from '../generator/memory.ts';
import { burstsBelow } from '../generator/watch.ts';
import { run } from './support/cli.ts';
import { treeOf } from './support/tree.ts';
import { Watcher } from './support/watcher.ts';
import { edit, emptyFolder, workspace } from './support/workspace.ts';

const SPEC = 'spec/bandwidth.yaml';
const PAGE = 'generated/markdown/bandwidth.md';
const NOTE = 'note: No reason is given; nothing follows for other providers.';

/** One target is quick to make; what is watched is the same. */
const ONE = ['--target', 'markdown'];

test('an edit of a row is verified and written, with all that is made from it', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder);
  expect(await watcher.line('watching')).toMatch(
    /^watching spec and templates: \d+ files: 0 written, 0 removed, \d+ unchanged \(\d+ ms\)$/,
  );
  edit(join(folder, SPEC), NOTE, 'note: Nobody knows why.');
  expect(await watcher.line(SPEC)).toMatch(/^spec\/bandwidth\.yaml: \d+ files: [1-9]\d* written, 0 removed, .* ms\)$/);
  expect(readFileSync(join(folder, 'generated/json/registry.json'), 'utf8')).toContain('Nobody knows why.');
  // The second time with a compiler that is warm.
  edit(join(folder, SPEC), 'Nobody knows why.', 'Nobody ever knew why.');
  await watcher.line(SPEC);
  expect(await watcher.end()).toBe(0);
  expect(await run(folder, 'check')).toMatchObject({ exitCode: 0 });
});

test('a spec that is still the same is the same source, whose tree is there already', () => {
  const folders = { workingFolder: workspace(), spec: 'spec', templates: 'templates', out: 'generated' };
  const memory = new Memory();
  const first = readSpecs(folders, memory).value;
  edit(join(folders.workingFolder, SPEC), NOTE, 'note: Nobody knows why.');
  const changed = readSpecs(folders, new Memory(memory)).value.filter((source) => !first.includes(source));
  expect(changed.map(({ path }) => path)).toEqual([SPEC]);
});

test('what a warm compiler has read before does not vouch for what it reads now', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder, '--target', 'typescript');
  await watcher.line('watching');
  const template = join(folder, 'templates/typescript/lookup.ts');
  edit(template, 'export function', 'export const wrong: number = "text";\nexport function');
  await watcher.line('does not compile');
  await watcher.line('1 error, nothing written');
  edit(template, 'export const wrong: number = "text";\n', '');
  await watcher.line('0 written');
  edit(template, 'export function', 'export const wrong: number = "text";\nexport function');
  await watcher.line('does not compile');
  edit(template, '"text"', '1');
  await watcher.line(/[1-9]\d* written/);
  // Files that have not changed are read again where they import what has.
  edit(template, 'export const wrong: number = 1;\nexport function', 'export function renamed');
  await watcher.line(/typescript\/(?!lookup)\S+" does not compile/);
  edit(template, 'export function renamed', 'export function');
  await watcher.line(/[1-9]\d* written/);
  expect(await watcher.end()).toBe(0);
  expect(await run(folder, 'check', '--target', 'typescript')).toMatchObject({ exitCode: 0 });
});

test('a broken spec is told, changes nothing, and is mended', async () => {
  const folder = workspace();
  const before = treeOf(join(folder, 'generated'));
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  edit(join(folder, SPEC), 'code: 4405', 'code: [');
  await watcher.line(/^error\[yaml/);
  expect(await watcher.line(/^spec/)).toMatch(/^spec\/bandwidth\.yaml: [1-9]\d* errors?, nothing written \(\d+ ms\)$/);
  expect(treeOf(join(folder, 'generated'))).toEqual(before);
  edit(join(folder, SPEC), 'code: [', 'code: 4405');
  expect(await watcher.line(/^spec/)).toContain('0 written');
});

test('a folder that goes and comes back is watched again', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  for (const name of ['spec', 'templates']) {
    renameSync(join(folder, name), join(folder, 'away'));
    // Without templates of its own a project has the packaged ones.
    await watcher.line(name === 'spec' ? 'there is no spec folder "spec"' : ' 0 written');
    renameSync(join(folder, 'away'), join(folder, name));
    await watcher.line(' 0 written');
    edit(join(folder, SPEC), NOTE, `note: After ${name}.`);
    await watcher.line('written, 0 removed');
    expect(readFileSync(join(folder, PAGE), 'utf8')).toContain(`After ${name}.`);
    edit(join(folder, SPEC), `note: After ${name}.`, NOTE);
    await watcher.line('written, 0 removed');
  }
});

test('an editor that saves by rename, and leaves files of its own about', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  // As Emacs and Vim do while a file is open.
  symlinkSync('somebody@somewhere.1', join(folder, 'spec/.#bandwidth.yaml'));
  writeFileSync(join(folder, 'templates/markdown/.provider.md.hbs.swp'), Uint8Array.of(0xff, 0xfe));
  for (const words of ['First.', 'Second.']) {
    const text = readFileSync(join(folder, SPEC), 'utf8').replace(
      /note: (No reason is given.*|First\.)/,
      `note: ${words}`,
    );
    writeFileSync(join(folder, 'spec/bandwidth.yaml.new'), text);
    renameSync(join(folder, SPEC), join(folder, `${SPEC}~`));
    renameSync(join(folder, 'spec/bandwidth.yaml.new'), join(folder, SPEC));
    expect(await watcher.line(SPEC)).toMatch(/: \d+ files: [1-9]\d* written, 0 removed/);
    expect(readFileSync(join(folder, PAGE), 'utf8')).toContain(words);
  }
  expect(watcher.told.join('\n')).not.toContain('error');
});

test('only what is read is named, or was', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  for (const words of ['One', 'Two']) {
    writeFileSync(join(folder, 'spec/notes.txt'), words);
    await pause(200);
    // Writes a file of another name, and renames it.
    execFileSync('sed', ['-i', `s/^# .*/# ${words}/`, join(folder, SPEC)]);
    await watcher.line(SPEC);
  }
  rmSync(join(folder, 'spec/sinch.yaml'));
  await watcher.line('spec/sinch.yaml: ');
  expect(watcher.told.filter((line) => /sed|notes/.test(line))).toEqual([]);
});

test('what comes of a change that names no file is told, too', async () => {
  const folder = workspace();
  renameSync(join(folder, 'spec'), join(folder, 'old'));
  cpSync(join(folder, 'old'), join(folder, 'new'), { recursive: true });
  edit(join(folder, 'new/bandwidth.yaml'), NOTE, 'note: From elsewhere.');
  symlinkSync('old', join(folder, 'spec'));
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  symlinkSync('new', join(folder, 'link'));
  renameSync(join(folder, 'link'), join(folder, 'spec'));
  expect(await watcher.line(/^spec/)).toMatch(/^spec and templates: \d+ files: [1-9]\d* written/);
  expect(readFileSync(join(folder, PAGE), 'utf8')).toContain('From elsewhere.');
});

test('several quick saves, and saves while it builds, end with the last one', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  const text = readFileSync(join(folder, SPEC), 'utf8');
  const save = (words: string) => writeFileSync(join(folder, SPEC), text.replace(NOTE, `note: ${words}`));
  for (let index = 0; index < 20; index++) save(`Save ${index}.`);
  const isWritten = (words: string) => readFileSync(join(folder, PAGE), 'utf8').includes(words);
  while (!isWritten('Save 19.')) await watcher.line(SPEC);
  // Bursts, not twenty builds.
  expect(watcher.told.length).toBeLessThan(10);
  for (let index = 20; index < 40; index++) {
    save(`Save ${index}.`);
    await pause(30);
  }
  while (!isWritten('Save 39.')) await watcher.line(SPEC);
  expect(await watcher.end()).toBe(0);
  expect(await run(folder, 'check')).toMatchObject({ exitCode: 1 });
  expect(await run(folder, 'check', ...ONE)).toMatchObject({ exitCode: 0 });
});

test('of a burst that is told nobody waits for the end any more', async () => {
  const workingFolder = emptyFolder();
  const stop = new AbortController();
  let waits = 0;
  const bursts = burstsBelow({
    workingFolder,
    folders: [workingFolder],
    isIgnored: () => false,
    now: () => performance.now(),
    pause: async (milliseconds) => {
      waits += 1;
      await pause(milliseconds);
    },
    stop: stop.signal,
  });
  expect(await bursts.next()).toEqual({ done: false, value: [] });
  for (let index = 0; index < 200; index++) writeFileSync(join(workingFolder, `${index}.yaml`), '');
  const told = new Set<string>();
  const telling = (async () => {
    for await (const burst of bursts) for (const path of burst) told.add(path);
  })();
  // Until all is told and nobody waits any more, however busy the machine is.
  for (let before = -1; told.size < 200 || waits > before; await pause(500)) before = waits;
  stop.abort();
  await telling;
  // Of each file there are several events.
  expect(waits).toBeLessThan(200);
});

test('files that are polled, because their disk tells nothing', async () => {
  vi.stubEnv('CHOKIDAR_USEPOLLING', 'true');
  onTestFinished(() => void vi.unstubAllEnvs());
  const folder = workspace();
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  edit(join(folder, SPEC), NOTE, 'note: Nobody knows why.');
  await watcher.line(/^spec.* [1-9]\d* written/);
});

test('a template that is added makes its file, and takes it along', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder, ...ONE);
  await watcher.line('watching');
  const target = join(folder, 'templates/markdown/target.yaml');
  const before = readFileSync(target, 'utf8');
  const template = join(folder, 'templates/markdown/names.md.hbs');
  writeFileSync(template, '{{#each catalogs}}\n{{text source}}\n{{/each}}\n');
  await watcher.line(/^templates.*names\.md\.hbs: .* ms\)$/);
  writeFileSync(target, `${before}  - template: names.md.hbs\n    per: registry\n    path: names.md\n`);
  await watcher.line(/^templates.*target\.yaml: .* [1-9]\d* written, 0 removed/);
  expect(readFileSync(join(folder, 'generated/markdown/names.md'), 'utf8')).toContain('Bandwidth, ');
  rmSync(template);
  await watcher.line('error[missing-template]');
  writeFileSync(target, before);
  await watcher.line('1 removed');
});

test('Ctrl-C leaves nothing behind, in the middle of a build neither', async () => {
  const folder = workspace();
  const watcher = new Watcher(folder);
  await watcher.line('watching');
  expect(childrenOf(watcher.pid)).toBe('');
  edit(join(folder, SPEC), NOTE, 'note: Nobody knows why.');
  await pause(60);
  expect(await watcher.end()).toBe(0);
  // Whatever was or was not written, nothing stands there that does not belong there.
  const { out } = await run(folder, 'check', '--format', 'json');
  expect(out).not.toContain('drift-foreign');
  expect(await run(folder, 'generate')).toMatchObject({ exitCode: 0 });
  expect(await run(folder, 'check')).toMatchObject({ exitCode: 0 });
});

test('a call that cannot work ends at once', async () => {
  const watcher = new Watcher(emptyFolder());
  await watcher.line('error: there is no spec folder "spec"; name it with --spec, or begin one with init');
  expect(await watcher.exitCode()).toBe(2);
});

function childrenOf(pid: number): string {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
}

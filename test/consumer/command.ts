/** The command as it is installed: plain Node, packaged templates, somebody else's folder. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { type Consumer, execute } from '../support/consumer.ts';
import { treeOf } from '../support/tree.ts';
import { emptyFolder, ROOT } from '../support/workspace.ts';

export function command(consumer: () => Consumer): void {
  const runIn = (folder: string, ...args: readonly string[]) =>
    execute(folder, join(consumer().folder, 'node_modules/.bin/sms-error-codes'), ...args);
  const packageFolder = () => join(consumer().folder, 'node_modules/sms-error-codes');

  test('tells its version and its help', async () => {
    const folder = emptyFolder();
    expect(await runIn(folder, '--version')).toEqual({ exitCode: 0, out: `${packageJson.version}\n`, err: '' });
    expect(await runIn(folder, '--help')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('generate'),
      err: '',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('makes the packaged output from the packaged specs and templates', async () => {
    const folder = emptyFolder();
    cpSync(join(packageFolder(), 'spec'), join(folder, 'spec'), { recursive: true });
    // JSON alone: TypeScript is verified with a package that is not installed here.
    const json = ['--target', 'json', '--target', 'json-schema'];
    expect(await runIn(folder, 'generate', ...json)).toMatchObject({ exitCode: 0, out: '' });
    const made = treeOf(join(folder, 'generated'));
    const shipped = treeOf(join(packageFolder(), 'generated'));
    expect(Object.keys(made).length).toBeGreaterThan(10);
    for (const [path, text] of Object.entries(made)) {
      if (path !== 'manifest.json') expect(text, path).toBe(shipped[path]);
    }
    expect(await runIn(folder, 'check', ...json)).toMatchObject({ exitCode: 0, out: '' });
    expect(await runIn(folder, 'check', '--target', 'json')).toMatchObject({ exitCode: 0 });
  });

  test('says which package is missing where it has to verify TypeScript', async () => {
    const folder = emptyFolder();
    cpSync(join(packageFolder(), 'spec'), join(folder, 'spec'), { recursive: true });
    const { exitCode, out, err } = await runIn(folder, 'generate');
    expect(err).toContain('npm install --save-dev ts-morph@28');
    expect(err).not.toMatch(/^\s+at /m);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(readdirSync(folder)).toEqual(['spec']);
  });

  test('makes all of it, to the byte, where that package is installed', async () => {
    const folder = emptyFolder();
    cpSync(join(packageFolder(), 'spec'), join(folder, 'spec'), { recursive: true });
    const peer = join(consumer().folder, 'node_modules/ts-morph');
    symlinkSync(join(ROOT, 'node_modules/ts-morph'), peer);
    onTestFinished(() => rmSync(peer));
    expect(await runIn(folder, 'generate')).toMatchObject({ exitCode: 0, out: '' });
    expect(treeOf(join(folder, 'generated'))).toEqual(treeOf(join(packageFolder(), 'generated')));
  });

  test('needs no TypeScript where nothing changed', async () => {
    const folder = emptyFolder();
    for (const name of ['spec', 'generated'])
      cpSync(join(packageFolder(), name), join(folder, name), { recursive: true });
    expect(await runIn(folder, 'check')).toMatchObject({ exitCode: 0, out: '' });
  });

  test("begins specs of one's own, which pass at once, also as the workflow calls them", async () => {
    const folder = emptyFolder();
    symlinkSync(join(consumer().folder, 'node_modules'), join(folder, 'node_modules'));
    for (const call of ['init', 'lint', 'generate', 'check', 'audit documents/acme.md']) {
      const ran = await execute(folder, 'npx', '--no-install', 'sms-error-codes', ...call.split(' '));
      expect(ran, call).toMatchObject({ exitCode: 0, out: '' });
    }
    const workflow = readFileSync(join(folder, '.github/workflows/error-codes.yml'), 'utf8');
    const steps = [...workflow.matchAll(/- run: (npx .*)/g)].map(([, step = '']) => step);
    expect(steps).toHaveLength(2);
    for (const step of steps) expect(await execute(folder, 'sh', '-c', step), step).toMatchObject({ exitCode: 0 });

    const texts = Object.entries(treeOf(folder)).filter(([path]) => /^(?:spec|templates)\//.test(path));
    const named = texts.flatMap(([path, text]) => [
      ...[...text.matchAll(/^# yaml-language-server: \$schema=(\S+)/g)].map(([, schema = '']) =>
        join(folder, path, '..', schema),
      ),
      ...[...text.matchAll(/(?<= )node_modules\/[\w./-]*\w/g)].map(([place]) => join(folder, place)),
    ]);
    expect(named.length).toBeGreaterThan(4);
    for (const place of named) expect(existsSync(place), place).toBe(true);
  });

  test('fails as a script expects', async () => {
    const folder = emptyFolder();
    expect(await runIn(folder, 'generate')).toMatchObject({ exitCode: 2, out: '' });
    mkdirSync(join(folder, 'spec'));
    expect(await runIn(folder, 'generate')).toMatchObject({ exitCode: 1, out: '' });
  });
}

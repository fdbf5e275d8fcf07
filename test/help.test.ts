/** The help: what it says, and that each of its examples does what it says where somebody tries it. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import registry from '../generated/json/registry.json' with { type: 'json' };
import { commands } from '../generator/cli/commands.ts';
import { run } from './support/cli.ts';
import { project } from './support/project.ts';
import { runWith } from './support/stdin.ts';
import { Watcher } from './support/watcher.ts';
import { edit, emptyFolder } from './support/workspace.ts';

const examples = commands.flatMap(({ name, examples }) => Object.keys(examples).map((call) => [call, name] as const));

/** Who stands for the invented provider; elsewhere it is one that is not there yet. */
const standIns: Readonly<Record<string, string>> = { explain: 'bandwidth', read: 'sinch', audit: 'sinch' };

test.each(commands.map(({ name }) => name))('%s --help shows examples of its own', async (name) => {
  const { out, exitCode } = await run(emptyFolder(), name, '--help');
  expect(exitCode).toBe(0);
  const shown = [...out.matchAll(/^ {2}npx sms-error-codes (.*)$/gm)].map(([, call]) => call);
  expect(shown).toEqual(examples.filter(([, command]) => command === name).map(([call]) => call));
  expect(shown.filter((call) => !call?.startsWith(name))).toEqual([]);
  expect(shown.length).toBeGreaterThan(0);
});

test('no line of the help is too long for a terminal', async () => {
  const pages = await Promise.all(['', ...commands.map(({ name }) => name)].map((name) => helpOf(name)));
  expect(pages.flatMap((page) => page.split('\n')).filter((line) => line.length > 80)).toEqual([]);
  expect(pages[0]).toContain('Usage: sms-error-codes <command> [options]\n');
});

test.each(examples)('%s', async (call, name) => {
  // What begins a project wants none to be there.
  const folder = name === 'init' ? emptyFolder() : projectOfExamples();
  const standIn = standIns[name];
  const words = (standIn === undefined ? call : call.replace('acme', standIn)).split(/ [<>] /)[0]?.split(' ') ?? [];
  if (name === 'watch') {
    const watcher = new Watcher(folder, ...words.slice(1));
    await watcher.line('unchanged');
    expect(await watcher.end()).toBe(0);
    return;
  }
  const { exitCode, out, err } = await runWith(folder, PAYLOAD, ...words);
  // An exit code of 1 is a finding: the page differs, and v1.3.0 breaks users.
  const isFinding = name === 'audit' || call.includes('--fail-on breaking');
  expect({ exitCode, err }).toEqual({ exitCode: isFinding ? 1 : 0, err: expect.not.stringContaining('error:') });
  expect(`${out}${err}`).not.toBe('');
});

test.each(['explain', 'audit', 'lint --fromat json', 'check --format xml'])('%s leads to examples', async (call) => {
  const { err } = await run(emptyFolder(), ...call.split(' '));
  expect(err).toMatch(new RegExp(`^for examples: npx sms-error-codes ${call.split(' ')[0]} --help$`, 'm'));
});

const PAYLOAD = `${JSON.stringify({
  type: 'recipient_delivery_report_sms',
  batch_id: '01',
  recipient: '15551231234',
  code: 402,
  status: 'Aborted',
  at: '2026-01-01T00:00:00Z',
})}\n`;

async function helpOf(command: string): Promise<string> {
  return (await run(emptyFolder(), ...command.split(' ').filter(Boolean), '--help')).out;
}

/** With two releases, saved pages, and a second folder of specs. */
function projectOfExamples(): string {
  const { folder, release, write } = project();
  write('package.json', '{ "name": "acme", "version": "2.0.0" }\n');
  cpSync(join(folder, 'spec'), join(folder, 'acme/spec'), { recursive: true });
  const sinch = registry.providers.find(({ id }) => id === 'sinch');
  const entries = sinch?.catalogs[0]?.entries as unknown as Record<string, string>[];
  const rows = entries.map(({ code, label, status, description }) => [code, label, status, description]);
  const table = [['Status Code', 'Name', 'Status', 'Description'], ['---', '---', '---', '---'], ...rows.slice(1)];
  writeFileSync(join(folder, 'page.md'), `${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
  const html =
    '<table><tr><th>Code</th><th>Text</th></tr><tr><td>17</td><td>Lost</td></tr><tr><td>18</td><td>Late</td></tr></table>';
  writeFileSync(join(folder, 'page.html'), html);
  release('v1.2.0');
  edit(join(folder, 'spec/sinch.yaml'), 'name: message_unroutable', 'name: unroutable');
  release('v1.3.0');
  edit(join(folder, 'spec/sinch.yaml'), 'name: unroutable', 'name: message_unroutable');
  return folder;
}

/** README's tour is what the commands say: `npm test -- -u` records it anew, and the diff is read like code. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import registry from '../../generated/json/registry.json' with { type: 'json' };
import { commands } from '../../generator/cli/commands.ts';
import { project } from '../support/project.ts';
import { ROOT } from '../support/workspace.ts';

const README = join(ROOT, 'README.md');
const BLOCK = /^```console\n(.*?)^```\n/gms;

test('each command that is shown says what is shown', async () => {
  const { folder, git } = project();
  writeFileSync(join(folder, 'page.md'), savedPage());
  writeFileSync(join(folder, 'log'), `${JSON.stringify(PAYLOAD)}\n`);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A saved page and a log');
  const recorded = readFileSync(README, 'utf8').replace(BLOCK, (_, block: string) => {
    git('checkout', '--quiet', '.');
    const shown = commandsOf(block).map((command) => `$ ${command}\n${outputOf(command, folder)}`);
    return `\`\`\`console\n${shown.join('')}\`\`\`\n`;
  });
  await expect(recorded).toMatchFileSnapshot(README);
});

test('the tour leads past what a reader asks of it first', () => {
  const shown = [...readFileSync(README, 'utf8').matchAll(BLOCK)].flatMap(([, block = '']) => commandsOf(block));
  const names = new Set(shown.flatMap((line) => /npx sms-error-codes (?<name>\w+)/.exec(line)?.groups?.['name'] ?? []));
  expect([...names].filter((name) => commands.every((command) => command.name !== name))).toEqual([]);
  expect(['explain', 'read', 'lint', 'check', 'diff', 'audit'].filter((name) => !names.has(name))).toEqual([]);
});

const PAYLOAD = {
  type: 'recipient_delivery_report_sms',
  batch_id: '01F',
  recipient: '15551231234',
  code: 402,
  status: 'Aborted',
  at: '2026-01-01T00:00:00Z',
};

function commandsOf(block: string): string[] {
  return [...block.matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => command);
}

/** What a terminal shows: both streams, in the order of writing. */
function outputOf(command: string, folder: string): string {
  const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${command}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], npm_config_loglevel: 'error' },
  });
  return stdout;
}

/** A provider's page as it was transcribed, but for a status that has been edited since, and a row at the end. */
function savedPage(): string {
  const entries: readonly object[] = registry.providers.find(({ id }) => id === 'sinch')?.catalogs[0]?.entries ?? [];
  const fields = ['code', 'label', 'status', 'description'];
  const rows = entries.map((entry) =>
    fields.map((field) => String(Object.entries(entry).find(([name]) => name === field)?.[1])),
  );
  const all = [
    ['Status Code', 'Name', 'Status', 'Description'],
    fields.map(() => '---'),
    ...rows,
    ['420', 'Quota exceeded', 'Failed', 'The quota of the account is used up.'],
  ];
  const page = `${all.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
  return page.replace('Message unroutable | Aborted', 'Message unroutable | Failed');
}

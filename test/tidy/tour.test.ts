/** The tours of README and of the manual are what the commands say: `npm test -- -u` records them anew, and the diff is read like code. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../generator/cli/commands.ts';
import { run } from '../support/cli.ts';
import { install, project } from '../support/project.ts';
import { type Repository, repository } from '../support/repository.ts';
import { ROOT } from '../support/workspace.ts';

/** The pages that show commands, and in what these run. */
const PAGES: readonly (readonly [string, () => Repository | Promise<Repository>])[] = [
  ['README.md', withLog],
  ['generator/README.md', begun],
];
const BLOCK = /^```console\n(.*?)^```\n/gms;

test.each(PAGES)('each command that %s shows says what is shown', async (page, begin) => {
  const { folder, git } = await begin();
  git('add', '--all');
  git('commit', '--quiet', '--message', 'As the page finds it');
  const recorded = readFileSync(join(ROOT, page), 'utf8').replace(BLOCK, (_, block: string) => {
    git('checkout', '--quiet', '.');
    const shown = commandsOf(block).map((command) => `$ ${command}\n${outputOf(command, folder)}`);
    return `\`\`\`console\n${shown.join('')}\`\`\`\n`;
  });
  await expect(recorded).toMatchFileSnapshot(join(ROOT, page));
});

test('the tour leads past what a reader asks of it first', () => {
  const pages = PAGES.map(([page]) => readFileSync(join(ROOT, page), 'utf8')).join('');
  const shown = [...pages.matchAll(BLOCK)].flatMap(([, block = '']) => commandsOf(block));
  const names = new Set(shown.flatMap((line) => /npx sms-error-codes (?<name>\w+)/.exec(line)?.groups?.['name'] ?? []));
  expect([...names].filter((name) => commands.every((command) => command.name !== name))).toEqual([]);
  expect(['explain', 'read', 'lint', 'check', 'diff', 'audit'].filter((name) => !names.has(name))).toEqual([]);
});

/** These specs, and a payload to read. */
function withLog(): Repository {
  const made = project();
  made.write('log', `${JSON.stringify(PAYLOAD)}\n`);
  return made;
}

/** What `init` begins. */
async function begun(): Promise<Repository> {
  const made = repository();
  install(made.folder);
  made.write('.gitignore', 'node_modules/\n');
  await run(made.folder, 'init');
  await run(made.folder, 'generate');
  return made;
}

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

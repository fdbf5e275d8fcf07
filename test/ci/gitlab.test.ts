/** The recipe for GitLab in `generator/README.md`: its script, run by bash as a runner does. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../support/cli.ts';
import { project } from '../support/project.ts';
import { ROOT } from '../support/workspace.ts';

const manual = readFileSync(join(ROOT, 'generator/README.md'), 'utf8');
const [, recipe = ''] = /\*\*GitLab\.\*\*.*?```yaml\n(.*?)```/s.exec(manual) ?? [];
const { 'error-codes': job }: { 'error-codes': { script: string[]; artifacts: { paths: string[] } } } = parse(recipe);

test('it passes where nothing changed', () => {
  const { folder, base } = project();
  expect(runJob(folder, base)).toMatchObject({ status: 0 });
  expect(artifact(folder)).toBe('No changes.\n');
});

test('it fails where the output is not current', () => {
  const { folder, base, change } = project();
  change('generated/csv/sms_error_codes.csv', 'Message unroutable', 'Message lost');
  expect(runJob(folder, base)).toMatchObject({ status: 1, stderr: expect.stringContaining('error[drift-changed]') });
});

test('it fails where users would break, and keeps what to tell them', async () => {
  const { folder, base, change } = project();
  change('spec/sinch.yaml', 'name: queued', 'name: waiting');
  await run(folder, 'generate');
  expect(runJob(folder, base)).toMatchObject({ status: 1 });
  expect(artifact(folder)).toContain('### Breaking');
});

function artifact(folder: string): string {
  return readFileSync(join(folder, job.artifacts.paths[0] ?? ''), 'utf8');
}

/** A runner stops at the first line that fails. */
function runJob(folder: string, base: string) {
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', job.script.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
  });
}

/** What a release may do: as little as it needs, and nothing on somebody's machine when it is installed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { ROOT } from '../support/workspace.ts';

const FOLDER = join(ROOT, '.github/workflows');
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

test.each(workflows)('$name may do nothing by default but read', ({ text }) => {
  const { permissions } = parse(text);
  expect([{}, { contents: 'read' }]).toContainEqual(permissions);
});

test.each(workflows)(
  '$name uses actions as they were looked at, and puts no text of an event into a script',
  ({ text }) => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action ?? '');
    expect(used.length).toBeGreaterThan(1);
    // A tag can be moved to other code; a commit cannot.
    expect(used.filter((action) => action !== './' && !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    expect(text).not.toMatch(/\$\{\{\s*github\.event\./);
  },
);

test('what a release publishes is what was tested, and nothing else runs where it can be published', () => {
  const { jobs } = parse(workflows.find(({ name }) => name === 'release.yml')?.text ?? '');
  expect(Object.keys(jobs)).toEqual(['test', 'publish']);
  expect(jobs.test.permissions).toEqual({ contents: 'read' });
  const tested = jobs.test.steps.find(({ run = '' }) => run === 'npm test');
  expect(jobs.test.steps.at(-1).with).toMatchObject({ path: `${tested.env.SMS_ERROR_CODES_PACKED}/*.tgz` });
  expect(jobs.publish.needs).toBe('test');
  expect(jobs.publish.permissions).toEqual({ 'id-token': 'write' });
  expect(jobs.publish.steps.map(({ run = '', uses = '' }) => run || uses.replace(/@.*/, ''))).toEqual([
    'actions/download-artifact',
    'actions/setup-node',
    'npm publish ./*.tgz --provenance --access public',
  ]);
});

test('nothing runs when the package is installed', () => {
  expect(Object.keys(packageJson.scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
});

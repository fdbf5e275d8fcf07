/** Every kind of change: two folders of specs, and what `diff` says of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ChangeKind, kinds } from '../../generator/change/kinds.ts';
import { run } from '../support/cli.ts';
import { ROOT } from '../support/workspace.ts';

const FIXTURES = join(ROOT, 'test/fixtures/changes');

test('every kind has a folder, and every folder is a kind', () => {
  expect(readdirSync(FIXTURES).sort()).toEqual(Object.keys(kinds).sort());
});

describe.each(Object.keys(kinds) as ChangeKind[])('%s', (kind) => {
  const folder = join(FIXTURES, kind);

  test('is told as expected', async () => {
    const { exitCode, out, err } = await run(folder, 'diff', './old', './new');
    await expect(out).toMatchFileSnapshot(join(folder, 'expected.txt'));
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  });

  test('is told of its fixture, and nothing else is', async () => {
    const { out } = await run(folder, 'diff', './old', './new', '--format', 'json');
    const { changes }: { changes: { id: string }[] } = JSON.parse(out);
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set([kind]));
  });

  test('is not told where nothing changed', async () => {
    expect((await run(folder, 'diff', './new', './new')).out).toBe('none: nothing changed\n');
  });
});

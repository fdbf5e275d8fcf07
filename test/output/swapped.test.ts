/** A folder of the output becomes a link while a run is at work: nothing is made, replaced or removed where it leads. */
import { existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { timesOf, treeOf } from '../support/tree.ts';
import { callsOf, chosen, withFaults } from './faults.ts';
import { changed, expectedTrees, restore } from './tiny.ts';

/** Each comes right after the look at where its folder leads, and Node has no call that does both. */
const TOO_LATE = ['mkdirSync', 'rmSync'];

test.each([
  ['plain', TOO_LATE],
  ['plain/goes', ['rmSync']],
])(
  '%s, at whichever call but %j',
  async (swapped, tooLate) => {
    const [before = {}] = await expectedTrees();
    const folder = changed(before);
    const out = join(folder, 'generated');
    const kept = join(folder, 'kept');
    const elsewhere = join(folder, 'elsewhere');
    const below = Object.keys(before).filter((path) => path.startsWith(`${swapped}/`));
    // Under the names that the output has, so that each file could be taken for one of it.
    const theirs = Object.fromEntries(below.map((path) => [path.slice(swapped.length + 1), 'theirs']));
    restore(elsewhere, theirs);
    const stand = () => [treeOf(elsewhere), Object.keys(timesOf(elsewhere))];
    const untouched = stand();
    const calls = await callsOf(folder);
    const touchedAt = new Set<string>();
    const told = new Set<string>();
    for (const k of chosen(calls)) {
      rmSync(kept, { recursive: true, force: true });
      restore(out, before);
      restore(elsewhere, theirs);
      const { result } = await withFaults(
        (number) => {
          if (number !== k || !existsSync(join(out, swapped))) return;
          renameSync(join(out, swapped), kept);
          symlinkSync(elsewhere, join(out, swapped));
        },
        () => run(folder, 'generate'),
      );
      if (JSON.stringify(stand()) !== JSON.stringify(untouched)) touchedAt.add(calls[k - 1] ?? '');
      const [, message = ''] = /^error: (.*behind a link.*)$/m.exec(result.err) ?? [];
      if (message !== '') told.add(`${result.exitCode} ${message}`);
    }
    expect([...touchedAt].sort()).toEqual(tooLate);
    expect([...told]).toContainEqual(
      expect.stringMatching(
        /^2 generated\/plain\S* lies behind a link now, and nothing is written through one; move the link away/,
      ),
    );
  },
  600_000,
);

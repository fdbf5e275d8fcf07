/** What `generate` has written is what `check` expects, and a second `generate` has nothing to do, whatever the specs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { treeOf } from '../support/tree.ts';
import { emptyFolder } from '../support/workspace.ts';
import { specOf } from './specs.ts';

const rows = fc.uniqueArray(
  fc.record({ code: fc.integer({ min: 0, max: 99_999 }), text: fc.stringMatching(/^[A-Za-z][!-~]{0,40}$/) }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 5 },
);

// Those without a compiler: it would take a second each time, and the real specs go through it.
const targets = ['csv', 'docs', 'json', 'json-schema', 'markdown', 'sql'].flatMap((name) => ['--target', name]);

test('generate, then check, is clean', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (first, second) => {
      const folder = emptyFolder();
      mkdirSync(join(folder, 'spec'));
      // The second time over what the first time has left.
      for (const written of [first, second]) {
        writeFileSync(join(folder, 'spec/acme.yaml'), specOf(written));
        expect((await run(folder, 'generate', ...targets)).exitCode).toBe(0);
        const made = treeOf(folder);
        expect((await run(folder, 'check', ...targets)).exitCode).toBe(0);
        expect((await run(folder, 'generate', ...targets)).err).toMatch(/ 0 written, 0 removed, /);
        expect(treeOf(folder)).toEqual(made);
      }
    }),
    { numRuns: 10 },
  );
});

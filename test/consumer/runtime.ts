/** The tables and look-ups, in each Node that is supported, as ESM and as CommonJS. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, execute } from '../support/consumer.ts';
import { nodes, WHERE_INSTALLED } from '../support/nodes.ts';
import { ROOT } from '../support/workspace.ts';

const app = join(ROOT, 'test/consumer/app');

const own = { version: `${process.versions.node}, which runs the tests`, program: process.execPath, isInstalled: true };

export function runtime(consumer: () => Consumer): void {
  beforeAll(() => {
    for (const file of ['checks.cjs', 'esm.mjs', 'cjs.cjs']) cpSync(join(app, file), join(consumer().folder, file));
  });

  for (const { version, program, isInstalled } of [own, ...nodes]) {
    describe.skipIf(!isInstalled)(`Node ${version} (${WHERE_INSTALLED})`, () => {
      test.each([['esm.mjs'], ['cjs.cjs']])('%s', async (file) => {
        const { exitCode, out, err } = await execute(consumer().folder, program, '--test-reporter=tap', file);
        expect(out.match(/^ *not ok .*$/gm) ?? [], out).toEqual([]);
        // Six of each of the four catalogs, and four of all.
        expect(out.match(/^ *ok .* - (?!\w+\/\w+)/gm)).toHaveLength(28);
        expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      });

      test('the command answers, and says nothing else', async () => {
        const cli = join(consumer().folder, 'node_modules/sms-error-codes/dist/cli.js');
        const { exitCode, out, err } = await execute(consumer().folder, program, cli, 'explain', '4432');
        expect(out).toContain('messaging_to_country_forbidden');
        expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      });
    });
  }
}

/** The tables and look-ups, in each Node that is supported, as ESM and as CommonJS. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, execute } from '../support/consumer.ts';
import { ROOT } from '../support/workspace.ts';

const app = join(ROOT, 'test/consumer/app');

const nodes = [
  { name: `Node ${process.versions.node}, which runs the tests`, program: process.execPath },
  ...['22', '24', '26'].map((version) => ({
    name: `Node ${version}, where "npm ci --prefix test/consumer/nodes" was run`,
    program: join(ROOT, `test/consumer/nodes/node_modules/node-${version}/bin/node`),
  })),
];

export function runtime(consumer: () => Consumer): void {
  beforeAll(() => {
    for (const file of ['checks.cjs', 'esm.mjs', 'cjs.cjs']) cpSync(join(app, file), join(consumer().folder, file));
  });

  for (const { name, program } of nodes) {
    describe.skipIf(!existsSync(program))(
      `${name} (skipped where "npm ci --prefix test/consumer/nodes" was not run)`,
      () => {
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
      },
    );
  }
}

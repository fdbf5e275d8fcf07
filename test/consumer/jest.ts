/** Jest as it comes, in CommonJS: it resolves, loads and mocks modules by itself, and not as Node does. */
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Consumer, execute } from '../support/consumer.ts';
import { emptyFolder, ROOT } from '../support/workspace.ts';

const JEST = join(ROOT, 'test/consumer/service/node_modules/jest/bin/jest.js');

export function jest(consumer: () => Consumer): void {
  test.skipIf(!existsSync(JEST))(
    'every subpath loads (skipped where "npm ci --prefix test/consumer/service" was not run)',
    async () => {
      const folder = emptyFolder();
      writeFileSync(join(folder, 'package.json'), '{ "name": "service", "private": true }');
      cpSync(join(consumer().folder, 'node_modules'), join(folder, 'node_modules'), { recursive: true });
      cpSync(join(ROOT, 'test/consumer/app/jest.cjs'), join(folder, 'service.test.js'));
      const { exitCode, err } = await execute(folder, process.execPath, JEST, '--ci');
      expect(err).toContain('Tests:       5 passed, 5 total');
      expect(exitCode).toBe(0);
    },
  );
}

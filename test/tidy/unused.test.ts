/** Nothing is left over: no export, file or dependency that nobody uses, and nothing that is used and not declared. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { execute } from '../support/consumer.ts';
import { ROOT } from '../support/workspace.ts';

/** What `knip.json` lists as ignored is run by its path, which no import tells. */
test('knip finds nothing', async () => {
  const knip = join(ROOT, 'node_modules/knip/bin/knip.js');
  const { exitCode, out } = await execute(
    ROOT,
    process.execPath,
    knip,
    '--no-progress',
    '--treat-config-hints-as-errors',
  );
  expect(out).toBe('');
  expect(exitCode).toBe(0);
});

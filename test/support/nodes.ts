/** The other versions of Node that are supported, where they are installed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './workspace.ts';

/** What the name of a test says that needs one of them. */
export const WHERE_INSTALLED = 'skipped where "npm ci --prefix test/consumer/nodes" was not run';

export const nodes = ['22', '24', '26'].map((version) => {
  const program = join(ROOT, `test/consumer/nodes/node_modules/node-${version}/bin/node`);
  return { version, program, isInstalled: existsSync(program) };
});

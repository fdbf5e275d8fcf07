/** A workspace with its output, made once for a test file: a copy for each test, and the output to compare with. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { run } from './cli.ts';
import { treeOf } from './tree.ts';
import { emptyFolder, ROOT, sharedFolder } from './workspace.ts';

/** The data, a validator's language and a compiler's: what more there is would only take longer. */
const TARGETS = ['json', 'json-schema', 'typescript'];

export interface Generated {
  /** A folder with `spec/`, `templates/` and current `generated/`; gone when the test ends. */
  copy(): string;
  /** The files of `generated/`. */
  readonly tree: Readonly<Record<string, string>>;
}

/** Of some providers, because one is often enough to be wrong about and takes a third of the time. */
export function generated(...providers: readonly string[]): Generated {
  const folder = sharedFolder();
  let tree: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    for (const name of TARGETS)
      cpSync(join(ROOT, 'templates', name), join(folder, 'templates', name), { recursive: true });
    for (const name of [...providers, 'taxonomy'])
      cpSync(join(ROOT, `spec/${name}.yaml`), join(folder, `spec/${name}.yaml`));
    const { exitCode, err } = await run(folder, 'generate');
    if (exitCode !== 0) throw new Error(err);
    tree = treeOf(join(folder, 'generated'));
  });
  return {
    copy() {
      const copied = emptyFolder();
      cpSync(folder, copied, { recursive: true });
      return copied;
    },
    get tree() {
      return tree;
    },
  };
}

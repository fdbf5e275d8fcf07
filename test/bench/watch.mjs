/** How long `watch` takes from an edit until it says that all is verified and written, its wait for more edits included. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { edits, project, ROOT, rewrite, TARGETS } from './cold.mjs';
import { median } from './measure.mjs';

/** Of so many edits of one kind. */
export async function watchMilliseconds(folder, kind, count) {
  const cwd = project(join(folder, `watch-${kind}`));
  const path = join(cwd, 'spec/sinch.yaml');
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'watch', ...TARGETS], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const taken = [];
  let round = 0;
  let start = 0;
  try {
    for await (const line of createInterface({ input: child.stderr })) {
      if (!/\(\d+ ms\)$/.test(line)) continue;
      // The first build is no answer to an edit.
      if (round++ > 0) taken.push(performance.now() - start);
      if (taken.length === count) child.kill('SIGINT');
      start = performance.now();
      rewrite(path, (text) => edits[kind](text, round));
    }
  } finally {
    child.kill();
    await ended;
  }
  if (taken.length < count) throw new Error(`watch ended after ${taken.length} edits`);
  return { count, min: Math.min(...taken), median: median(taken) };
}

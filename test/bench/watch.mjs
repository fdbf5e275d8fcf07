/** How long `watch` takes from an edit of one row until it says that all is verified and written, its wait for more edits included. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { project, ROOT, TARGETS } from './cold.mjs';
import { median } from './measure.mjs';

export async function watchMilliseconds(folder, edits) {
  const cwd = project(join(folder, 'watch'));
  const path = join(cwd, 'spec/sinch.yaml');
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'watch', ...TARGETS], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const taken = [];
  let round = 0;
  let start = 0;
  for await (const line of createInterface({ input: child.stderr })) {
    if (!/\(\d+ ms\)$/.test(line)) continue;
    // The first build is no answer to an edit.
    if (round++ > 0) taken.push(performance.now() - start);
    if (taken.length === edits) child.kill('SIGINT');
    const text = readFileSync(path, 'utf8');
    start = performance.now();
    writeFileSync(path, text.replace(/description: Message is queued.*/, `description: Message is queued ${round}.`));
  }
  await once(child, 'exit').catch(() => undefined);
  if (taken.length < edits) throw new Error(`watch ended after ${taken.length} edits`);
  return { edits, min: Math.min(...taken), median: median(taken) };
}

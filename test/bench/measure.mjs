/** Runs programs from start to end, in rounds in which each has its turn, so that a noisy machine is noisy to all alike. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const PEAK = join(import.meta.dirname, 'peak.cjs');

/**
 * A subject has `args` for Node, and may have `cwd`, a file as `stdin`, and a function `before` that prepares each of its turns.
 * The figures are by its name: milliseconds of each round, and the peak of its memory in MiB.
 */
export function measure(subjects, rounds) {
  const figures = new Map(subjects.map(({ name }) => [name, { milliseconds: [], peak: 0 }]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, args, cwd, stdin, before } of subjects) {
      before?.(round);
      const figure = figures.get(name);
      const started = performance.now();
      const input = stdin === undefined ? 'ignore' : openSync(stdin);
      const ran = spawnSync(process.execPath, ['--require', PEAK, ...args], {
        cwd,
        stdio: [input, 'ignore', 'pipe', 'pipe'],
        maxBuffer: 1e9,
      });
      figure.milliseconds.push(performance.now() - started);
      if (typeof input === 'number') closeSync(input);
      if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status ?? ran.signal}:\n${ran.stderr}`);
      figure.peak = Math.max(figure.peak, Number(ran.output[3]) / 1024);
    }
  }
  return figures;
}

/** Each round against the same round of the base, so that only what changes within a round disturbs. */
export function ratios(subject, base) {
  const each = subject.milliseconds.map((milliseconds, round) => milliseconds / base.milliseconds[round]);
  return { min: Math.min(...each), median: median(each), peak: subject.peak };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

#!/usr/bin/env node
/** The one file that touches `process`. */
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { EXIT } from './cli/host.ts';
import { run } from './cli/program.ts';

// Optimizing took 40 % of a short run, and came too late to help it: with this budget of bytecode that a function runs
// before it, 10,000 rows take as long as with the engine's own. Marking garbage on the way took 5 % of a run that loads
// TypeScript, and helps no other. A heap that grows to twice what is in use, not four times, halves the memory of those
// rows, for a twentieth of their time. Later engines have a cheap compiler in between, and no such budget.
if (process.versions.node.startsWith('20.')) {
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--no-incremental-marking');
  setFlagsFromString('--heap-growing-percent=100');
}

// Whoever reads the answer may have seen enough, as `head` does; a full disk is the machine's fault.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.stderr.write(`error: cannot write the answer: ${message}\n`);
  process.exit(code === 'EPIPE' ? (process.exitCode ?? EXIT.clean) : EXIT.usage);
});
// A problem that nobody listens to is still one: the run goes on, and its exit code tells.
process.stderr.on('error', () => {});

// Nothing is left that could go on, and nobody has said how it went: that is not clean.
process.once('beforeExit', () => {
  if (process.exitCode === undefined) tellBug(new Error('the run ended while it waited'));
});

// Not awaited at the top, where CommonJS knows no `await`.
void start();

async function start(): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2), {
      workingFolder: process.cwd(),
      machine: {
        get name() {
          return hostname();
        },
        pid: process.pid,
        isRunning,
        pause,
      },
      // Looked at only where they are needed: each opens a stream.
      get color() {
        return process.stderr.isTTY === true && !process.env['NO_COLOR'];
      },
      get outColor() {
        return process.stdout.isTTY === true && !process.env['NO_COLOR'];
      },
      get isWatched() {
        return process.stderr.isTTY === true;
      },
      get input() {
        return process.stdin;
      },
      out: (text) => process.stdout.write(text),
      taken: async () => {
        if (process.stdout.writableNeedDrain) await new Promise((resolve) => process.stdout.once('drain', resolve));
      },
      err: (text) => process.stderr.write(text),
      live: () => {
        const controller = new AbortController();
        // Once: a second Ctrl-C does not wait.
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
        return { now: () => performance.now(), pause, stop: controller.signal };
      },
      stepSummaryPath: process.env['GITHUB_STEP_SUMMARY'] || undefined,
    });
  } catch (problem) {
    tellBug(problem);
  }
}

function tellBug(problem: unknown): void {
  const stack = (problem as Error).stack ?? problem;
  process.stderr.write(`error: this is a bug of sms-error-codes, please report it\n${stack}\n`);
  process.exitCode = EXIT.internal;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    // Somebody else's process may not be asked, and is there.
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

#!/usr/bin/env node
/** The one file that touches `process`. */
import { EXIT } from './cli/host.ts';
import { run } from './cli/program.ts';

try {
  process.exitCode = await run(process.argv.slice(2), {
    workingFolder: process.cwd(),
    color: process.stderr.isTTY === true && !process.env['NO_COLOR'],
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stepSummaryPath: process.env['GITHUB_STEP_SUMMARY'] || undefined,
  });
} catch (problem) {
  process.stderr.write(
    `error: this is a bug of sms-error-codes, please report it\n${(problem as Error).stack ?? problem}\n`,
  );
  process.exitCode = EXIT.internal;
}

/** Runs the CLI in this process, as `main.ts` does, and keeps what it said. */
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Host, Machine } from '../../generator/cli/host.ts';
import { run as runProgram } from '../../generator/cli/program.ts';
import { machine } from './machine.ts';

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Where the summary of a CI step goes, below the working folder. */
export const STEP_SUMMARY = 'step-summary.md';

export async function run(workingFolder: string, ...args: readonly string[]): Promise<Ran> {
  return runOn(machine, workingFolder, ...args);
}

/** The ids of what `lint` finds in a folder, in its order. */
export async function lint(workingFolder: string): Promise<{ exitCode: number; ids: string[] }> {
  const { exitCode, out } = await run(workingFolder, 'lint', '--format', 'json');
  const { diagnostics }: { diagnostics: { id: string }[] } = JSON.parse(out);
  return { exitCode, ids: diagnostics.map(({ id }) => id) };
}

/** On a machine where other processes are, or time passes, as a test has it. */
export async function runOn(machine: Machine, workingFolder: string, ...args: readonly string[]): Promise<Ran> {
  return runAs({ machine, workingFolder, stepSummaryPath: join(workingFolder, STEP_SUMMARY) }, args);
}

/** On a host that is the usual one but for what is given. */
export async function runAs(own: Partial<Host> & Pick<Host, 'workingFolder'>, args: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const exitCode = await runProgram(args, {
    ...hostIn(own.workingFolder),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...own,
  });
  return { exitCode, out, err };
}

/** A host without a terminal, to which nobody listens. */
export function hostIn(workingFolder: string): Host {
  const nothing = () => undefined;
  return {
    workingFolder,
    machine,
    color: false,
    outColor: false,
    isWatched: false,
    input: Readable.from([]),
    out: nothing,
    taken: async () => {},
    err: nothing,
    live() {
      throw new Error('nobody could end it');
    },
    stepSummaryPath: undefined,
  };
}

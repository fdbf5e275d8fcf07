/** Runs the CLI in this process, as `main.ts` does, and keeps what it said. */
import { run as runProgram } from '../../generator/cli/program.ts';

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** What went to the summary of a CI step. */
  readonly summary: string;
}

export async function run(workingFolder: string, ...args: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  let summary = '';
  const exitCode = await runProgram(args, {
    workingFolder,
    color: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stepSummary: (markdown) => {
      summary += markdown;
    },
  });
  return { exitCode, out, err, summary };
}

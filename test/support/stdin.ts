/** Runs the CLI in this process with something on stdin. */
import { run as runProgram } from '../../generator/cli/program.ts';
import type { Ran } from './cli.ts';
import { machine } from './machine.ts';

export async function runWith(
  workingFolder: string,
  input: string | Iterable<string>,
  ...args: readonly string[]
): Promise<Ran> {
  let out = '';
  let err = '';
  const exitCode = await runProgram(args, {
    workingFolder,
    color: false,
    machine,
    stepSummaryPath: undefined,
    input: chunks(typeof input === 'string' ? [input] : input),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { exitCode, out, err };
}

async function* chunks(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

/** Runs the CLI in this process with something on stdin. */
import { type Ran, runAs } from './cli.ts';

export function runWith(
  workingFolder: string,
  input: string | Iterable<string | Uint8Array>,
  ...args: readonly string[]
): Promise<Ran> {
  const texts = typeof input === 'string' ? [input] : input;
  return runAs({ workingFolder, input: chunks(texts) }, args);
}

async function* chunks(texts: Iterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

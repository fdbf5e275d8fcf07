/** Makes the disk fail: a chosen call of `node:fs` throws, writes less than it was given, or kills the process. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { run } from '../support/cli.ts';
import { IS_LONG } from '../support/long.ts';

/** Every call by which `generator/disk.ts` reaches the disk and that can fail. */
export const CALLS = [
  'appendFileSync',
  'closeSync',
  'fchmodSync',
  'fchownSync',
  'fsyncSync',
  'lstatSync',
  'mkdirSync',
  'openSync',
  'readdirSync',
  'readFileSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'statSync',
  'writeSync',
] as const;

export type Call = (typeof CALLS)[number];

/** Of these, the ones that only look. */
export const READING: ReadonlySet<Call> = new Set([
  'lstatSync',
  'readdirSync',
  'readFileSync',
  'realpathSync',
  'statSync',
]);

type Work = (...args: unknown[]) => unknown;

/** Called before each call, with its number from 1; what it throws the call throws. */
export type Fault = (number: number, name: Call) => void;

/** The calls that were made while the work was done, each one given to the fault first. */
export async function withFaults<T>(fault: Fault, work: () => Promise<T>): Promise<{ result: T; calls: Call[] }> {
  const calls: Call[] = [];
  let isWithin = false;
  const real = new Map(CALLS.map((name) => [name, fs[name] as Work]));
  for (const [name, call] of real) {
    const faulty: Work = (...args) => {
      // Node opens a file by the same function to read it; and a fault may do something on the disk.
      if (isWithin) return call(...args);
      calls.push(name);
      isWithin = true;
      try {
        fault(calls.length, name);
        return call(...args);
      } finally {
        isWithin = false;
      }
    };
    Object.assign(fs, { [name]: faulty });
  }
  syncBuiltinESMExports();
  try {
    return { result: await work(), calls };
  } finally {
    Object.assign(fs, Object.fromEntries(real));
    syncBuiltinESMExports();
  }
}

/** The calls that `generate` makes where nothing fails. */
export async function callsOf(folder: string): Promise<readonly Call[]> {
  const { calls } = await withFaults(
    () => undefined,
    () => run(folder, 'generate'),
  );
  return calls;
}

/** Their numbers from 1; in the short form every one that writes, and some of those that only look. */
export function chosen(calls: readonly Call[]): number[] {
  return calls.flatMap((name, index) => (IS_LONG || !READING.has(name) || index % 10 === 0 ? [index + 1] : []));
}

export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}

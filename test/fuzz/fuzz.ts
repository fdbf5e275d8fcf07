/** The loop: changes inputs, has each judged, and goes on from those that make blocks of code run that have never run before. */
import type { Blocks } from './blocks.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';

/** What reads input that nobody vouches for. */
export interface Subject {
  /** Mutations in the short form: as many as take some seconds. */
  readonly few: number;
  /** Words of its format, for mutations. */
  readonly words: readonly string[];
  /** Whole inputs to begin with, besides the corpus. */
  readonly seeds: readonly Uint8Array[];
  /** What is said of an input, in words. Throws where a law is broken. */
  judge(input: Uint8Array): string | Promise<string>;
}

export interface Fuzzed {
  readonly runs: number;
  /** Inputs that did something new, in the order in which they were found. */
  readonly kept: readonly Uint8Array[];
  /** Of each law that was broken, the smallest input that breaks it, and how. */
  readonly finds: readonly string[];
}

export interface Plan {
  readonly seed: number;
  /** Absent for mutations of the beginning alone, which are the same in each run. */
  readonly blocks?: Blocks;
  goesOn(runs: number): boolean;
}

/** Inputs between two looks at the blocks, which take as long as some inputs. */
const BATCH = 20;

/** Larger inputs are judged and not kept: all further ones would be as large. */
const LARGEST_KEPT = 4096;

export async function fuzz(subject: Subject, corpus: readonly Uint8Array[], plan: Plan): Promise<Fuzzed> {
  const { blocks, seed } = plan;
  const random = new Random(seed);
  const pool = [...subject.seeds, ...corpus].map(textOf);
  const kept: Uint8Array[] = [];
  const finds = new Map<string, string>();
  const look = async (input: Uint8Array) => {
    const key = (await objectionTo(input, subject))?.key;
    if (key === undefined || finds.has(key)) return;
    const small = await smallest(input, key, subject);
    finds.set(key, `${JSON.stringify(textOf(small))}\n${(await objectionTo(small, subject))?.words}`);
  };
  for (const text of blocks === undefined ? [] : pool) await look(bytesOf(text));
  blocks?.countNew();
  let runs = 0;
  for (; plan.goesOn(runs); runs += BATCH) {
    const others = { words: subject.words, inputs: pool };
    const batch = Array.from({ length: BATCH }, () => bytesOf(mutate(random.of(pool), random, others)));
    for (const input of batch) await look(input);
    if (blocks?.hasNew() !== true) continue;
    for (const input of batch) {
      await look(input);
      if (blocks.countNew() === 0 || input.length > LARGEST_KEPT) continue;
      pool.push(textOf(input));
      kept.push(input);
    }
  }
  return { runs, kept, finds: [...finds.values()] };
}

/** Milliseconds of the processor that an input of at most 16 kB may take. Most take a few. */
const PATIENCE = 3000;

/** Why an input must not be treated like this; the key is the same where the reason is. */
async function objectionTo(input: Uint8Array, subject: Subject): Promise<{ key: string; words: string } | undefined> {
  const before = process.cpuUsage();
  try {
    await subject.judge(input);
    const { user } = process.cpuUsage(before);
    return user > PATIENCE * 1000 ? { key: 'slow', words: `it takes ${Math.round(user / 1000)} ms` } : undefined;
  } catch (problem) {
    const words = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    return {
      key: words
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 3)
        .join(),
      words,
    };
  }
}

/** The same input without all that it takes away without another reason. */
async function smallest(input: Uint8Array, key: string, subject: Subject): Promise<Uint8Array> {
  let text = textOf(input);
  for (let size = text.length >> 1; size > 0; size >>= 1) {
    for (let start = 0; start < text.length; ) {
      const shorter = text.slice(0, start) + text.slice(start + size);
      if ((await objectionTo(bytesOf(shorter), subject))?.key === key) text = shorter;
      else start += size;
    }
  }
  return bytesOf(text);
}

/** A character for each byte, so that inputs can be cut and joined anywhere. */
function textOf(input: Uint8Array): string {
  return Buffer.from(input).toString('latin1');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

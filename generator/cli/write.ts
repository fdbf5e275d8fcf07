/** The one way in which files are written: all of them whole beside their places first, then put there in order. */
import { basename, dirname, join, relative } from 'node:path';
import { discard, exists, namesIn, putInPlace, quietly, readBytes, realPath, remove, stage } from '../disk.ts';
import { isLeftover, LOCK } from '../leftover.ts';
import { Refusal } from '../refusal.ts';
import { shortPath } from '../short-path.ts';
import type { Host } from './host.ts';
import { type Lock, withLock } from './lock.ts';

/** What becomes of a file below a folder. */
export interface Step {
  readonly path: string;
  /** `undefined`: the file goes, and the folders that it leaves empty. */
  readonly text: string | undefined;
}

/**
 * Before the first file is put in place each one is complete on the disk: where that fails nothing has changed. What is
 * stopped later has some files new and some old, none of them in part, and the same steps make the rest.
 */
export function carryOut(steps: readonly Step[], folder: string, lock: Lock, host: Host): void {
  const home = realPath(folder);
  // Asked before each act, because somebody may put a link in the place of a folder at any time.
  const atHome = (path: string) => {
    const within = dirname(path);
    if (realPath(within) === join(home, relative(folder, within))) return path;
    const shown = shortPath(within, host.workingFolder);
    throw new Refusal(`${shown} lies behind a link now, and nothing is written through one; move the link away`);
  };
  const staged = new Map<Step, string>();
  let isBegun = false;
  try {
    for (const step of steps) {
      lock.renew();
      if (step.text !== undefined) staged.set(step, stage(atHome(join(folder, step.path)), step.text));
    }
    for (const step of steps) {
      lock.renew();
      const path = atHome(join(folder, step.path));
      const temporary = staged.get(step);
      if (temporary === undefined) remove(path, folder);
      else putInPlace(temporary, path);
      isBegun = true;
    }
  } catch (problem) {
    // What cannot be removed now goes with the next run.
    for (const temporary of staged.values()) {
      discard(temporary);
      quietly(() => remove(atHome(temporary), folder));
    }
    if (!isBegun || !(problem instanceof Refusal)) throw problem;
    const shown = shortPath(folder, host.workingFolder);
    throw new Refusal(`${problem.message}; ${shown} is half new and half old, so run this again`);
  }
}

/**
 * One file, which may be a link to another: then that one is written, with what is to become of what it has by then,
 * because a run may have waited long for the lock. What stopped runs left beside it goes.
 */
export async function writeFile(
  path: string,
  host: Host,
  textFor: (there: Uint8Array | undefined) => string,
): Promise<void> {
  const file = realPath(path);
  const folder = dirname(file);
  await withLock(folder, host, (lock) => {
    const text = textFor(exists(file) ? readBytes(file) : undefined);
    const leftovers = namesIn(folder).filter((name) => isLeftover(name) && name !== LOCK);
    const steps = [{ path: basename(file), text }, ...leftovers.map((name) => ({ path: name, text: undefined }))];
    carryOut(steps, folder, lock, host);
  });
}

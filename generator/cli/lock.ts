/** One run at a time writes to a folder. A file in it says which; a run that was stopped leaves it, and the next one takes over. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { append, create, discard, findText, quietly, remove, setAside } from '../disk.ts';
import { LOCK } from '../leftover.ts';
import { Refusal } from '../refusal.ts';
import { shortPath } from '../short-path.ts';
import type { Host, Machine } from './host.ts';

/** Between two looks at a lock, in milliseconds. */
const PAUSE = 50;

/** Looks after which a lock that stays the same belongs to nobody: 5 seconds, in which a run writes many files. */
const SILENT = 100;

/** Looks after which a run waits no longer: 30 seconds. */
const PATIENT = 600;

export interface Lock {
  /** To be called now and then: shows others that this run is alive, and refuses where one of them has taken over. */
  renew(): void;
}

/** Does the work while no other run writes to the folder. */
export async function withLock<T>(folder: string, host: Host, work: (lock: Lock) => T): Promise<T> {
  const path = join(folder, LOCK);
  const own = `process ${host.machine.pid} on ${host.machine.name}, ${randomUUID()}\n`;
  await take(path, own, host);
  const isOwn = () => findText(path)?.startsWith(own) === true;
  const release = () => {
    if (isOwn()) remove(path, folder);
  };
  const renew = () => {
    if (!isOwn()) throw new Refusal(`another run took over ${shortPath(folder, host.workingFolder)}; run this again`);
    append(path, '.');
  };
  let result: T;
  try {
    result = work({ renew });
  } catch (problem) {
    // What went wrong first is what is told.
    quietly(release);
    throw problem;
  }
  release();
  return result;
}

async function take(path: string, own: string, { machine, workingFolder }: Host): Promise<void> {
  let seen: string | undefined;
  let unchanged = 0;
  for (let looks = 0; !create(path, own); looks += 1) {
    const there = findText(path);
    unchanged = there === seen ? unchanged + 1 : 0;
    seen = there;
    if (there !== undefined && (unchanged >= SILENT || isDead(there, machine))) clear(path, there);
    else if (looks < PATIENT) await machine.pause(PAUSE);
    else {
      const shown = shortPath(path, workingFolder);
      const holder = holderOf(there ?? '');
      const who = holder === undefined ? 'another run' : `process ${holder.pid} on ${holder.name}`;
      throw new Refusal(`${who} is still writing; wait for it, or delete ${shown} if no such run is left`);
    }
  }
}

/** Removes a lock that belongs to nobody, and never the one that somebody has made since. */
function clear(path: string, there: string): void {
  const aside = setAside(path);
  if (aside === undefined) return;
  const text = findText(aside) ?? there;
  discard(aside);
  if (text !== there) create(path, text);
}

/** Of a run on another machine nobody here can tell. */
function isDead(text: string, machine: Machine): boolean {
  const holder = holderOf(text);
  return holder !== undefined && holder.name === machine.name && !machine.isRunning(holder.pid);
}

function holderOf(text: string): { readonly pid: number; readonly name: string | undefined } | undefined {
  const found = /^process (\d{1,10}) on ([^\n]*), [\da-f-]{36}\n/.exec(text);
  return found === null ? undefined : { pid: Number(found[1]), name: found[2] };
}

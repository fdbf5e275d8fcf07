/** The one file that watches the disk, and the door to chokidar: tells which files changed, a burst of changes at a time. */
import { EventEmitter, on, once } from 'node:events';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';
import { isBelow } from './short-path.ts';

/** How long nothing must happen until a burst is over: an editor that saves by rename makes several changes of one. */
const QUIET_MS = 20;

export interface Watched {
  readonly workingFolder: string;
  readonly folders: readonly string[];
  /** Names that do not matter. */
  isIgnored(name: string): boolean;
  now(): number;
  pause(milliseconds: number): Promise<void>;
  /** Ends the bursts. */
  readonly stop: AbortSignal;
}

/** The paths of each burst. The first burst has none: it comes when watching has begun, so that no later change is missed. */
export async function* burstsBelow({
  workingFolder,
  folders,
  isIgnored,
  now,
  pause,
  stop,
}: Watched): AsyncGenerator<string[]> {
  const isWatched = (path: string) => folders.some((folder) => isBelow(path, folder));
  const leadsThere = (path: string) => folders.some((folder) => isBelow(folder, path));
  const { watch } = await import('chokidar');
  // From above, because a folder may go, and come back.
  const roots = folders.map((folder) => (isBelow(folder, workingFolder) ? workingFolder : dirname(folder)));
  const watcher = watch([...new Set(roots)], {
    ignoreInitial: true,
    // It would hold back what was removed for longer than a burst lasts.
    atomic: false,
    // Whoever reads the folder tells it better.
    ignorePermissionErrors: true,
    ignored: (path) => !leadsThere(path) && (!isWatched(path) || isIgnored(basename(path))),
  });
  const told = new EventEmitter<{ change: []; error: [unknown] }>();
  const changed = new Set<string>();
  let last = 0;
  const tell = (path: string) => {
    if (!isWatched(path) || isIgnored(basename(path))) return;
    changed.add(path);
    last = now();
    told.emit('change');
  };
  watcher.on('error', (problem) => told.emit('error', problem));
  watcher.on('all', (_, path) => tell(path));
  // What the system says itself: of the changes of a file within 50 ms, chokidar passes on the first.
  watcher.on('raw', (_, name, details) => {
    const { watchedPath } = details as { watchedPath?: string };
    // Where files are polled, the system says nothing.
    if (watchedPath === undefined) return;
    tell(basename(watchedPath) === name ? watchedPath : join(watchedPath, name ?? ''));
  });
  try {
    const events = on(told, 'change', { signal: stop });
    await once(watcher, 'ready', { signal: stop });
    yield [];
    for await (const _ of events) {
      while (now() < last + QUIET_MS) await pause(last + QUIET_MS - now());
      const burst = [...changed].sort();
      changed.clear();
      // Most events were told in the burst of an earlier one.
      if (burst.length > 0) yield burst;
    }
  } catch (problem) {
    if (!stop.aborted) throw new Refusal(`cannot watch ${folders.join(' and ')}: ${(problem as Error).message}`);
  } finally {
    await watcher.close();
  }
}

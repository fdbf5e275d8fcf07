/** The machine that tests run on, as `main.ts` gives it to a command. */
import { hostname } from 'node:os';
import { scheduler } from 'node:timers/promises';
import type { Machine } from '../../generator/cli/host.ts';

export const machine: Machine = {
  name: hostname(),
  pid: process.pid,
  isRunning(pid) {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  },
  pause: (milliseconds) => scheduler.wait(milliseconds),
};

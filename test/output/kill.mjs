// Preloaded into the CLI: the process is gone, without a word, at the call of `node:fs` whose number is in KILL_AT.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.KILL_AT);
const isAfter = process.env.KILL_AFTER === '1';
const writing =
  'appendFileSync closeSync fchmodSync fsyncSync mkdirSync openSync renameSync rmSync rmdirSync writeSync';
let number = 0;
/** Files that were opened to be written: Node opens and closes by the same functions what it reads. */
const written = new Set();
let isWithin = false;

for (const name of writing.split(' ')) {
  const call = fs[name];
  fs[name] = (...args) => {
    const isReading = (name === 'openSync' && args[1] !== 'wx') || (name === 'closeSync' && !written.has(args[0]));
    if (isWithin || isReading) return call(...args);
    isWithin = true;
    number += 1;
    const isIt = number === at;
    // Half of what is to be written, as a crash would leave it.
    if (isIt && name === 'writeSync' && !isAfter) call(args[0], args[1], 0, Math.floor(args[1].length / 2));
    if (isIt && !isAfter) process.kill(process.pid, 'SIGKILL');
    const result = call(...args);
    if (isIt) process.kill(process.pid, 'SIGKILL');
    if (name === 'openSync') written.add(result);
    if (name === 'closeSync') written.delete(args[0]);
    isWithin = false;
    return result;
  };
}
syncBuiltinESMExports();

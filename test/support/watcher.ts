/** `watch` as a process of its own, whose lines are waited for. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { ROOT } from './workspace.ts';

export class Watcher {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<unknown[]>;
  /** All that it has told and that was waited for. */
  readonly told: string[] = [];

  constructor(folder: string, ...args: readonly string[]) {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'watch', ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    this.#ended = once(child, 'exit');
    this.#lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The next line that says this, from where the last one was found. */
  async line(said: string | RegExp): Promise<string> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done === true) throw new Error(`${said} was never said:\n${this.told.join('\n')}`);
      this.told.push(value);
      if (typeof said === 'string' ? value.includes(said) : said.test(value)) return value;
    }
  }

  /** Its exit code after a signal; `null` where the signal killed it. */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<unknown> {
    this.#child.kill(signal);
    const [exitCode] = await this.#ended;
    return exitCode;
  }

  async exitCode(): Promise<unknown> {
    return (await this.#ended)[0];
  }
}

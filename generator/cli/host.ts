/** The world that a command may see: arguments come in elsewhere, text and an exit code go out here. */

/** Where this run runs, and who else does. */
export interface Machine {
  readonly name: string;
  /** Of this run. */
  readonly pid: number;
  /** Whether a process of this machine is there. */
  isRunning(pid: number): boolean;
  pause(milliseconds: number): Promise<void>;
}

export interface Host {
  readonly workingFolder: string;
  readonly machine: Machine;
  /** Whether stderr is a terminal that shows colours. */
  readonly color: boolean;
  /** Whether stdout is a terminal that shows colours. */
  readonly outColor: boolean;
  /** Whether somebody watches stderr. */
  readonly isWatched: boolean;
  /** What comes in on stdin. */
  readonly input: AsyncIterable<Uint8Array>;
  /** What the command was asked for. */
  out(text: string): void;
  /** Waits until what went out has been taken, so that nothing piles up in memory. */
  taken(): Promise<void>;
  /** Diagnostics for people, progress, summaries. */
  err(text: string): void;
  /** For a command that runs until it is told to end; from the call on, that is what Ctrl-C does. */
  live(): Live;
  /** The file to which a CI step adds its summary, in Markdown; absent outside CI. */
  readonly stepSummaryPath: string | undefined;
}

export interface Live {
  /** Milliseconds since some moment. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
  readonly stop: AbortSignal;
}

/** What a command's end means to a script. */
export const EXIT = {
  clean: 0,
  /** Something is wrong in a spec, template or output. */
  findings: 1,
  /** The call or its environment is wrong. */
  usage: 2,
  /** A bug of ours. */
  internal: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

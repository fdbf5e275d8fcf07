/** The tools of the languages that are generated: where they are, and a visible skip where they are not. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, type SuiteFactory } from 'vitest';

/** Where `.ci/toolchains` puts what no system package has. */
const TOOLS = process.env['SMS_ERROR_CODES_TOOLS'] ?? join(homedir(), '.cache/sms-error-codes');

/** Debian keeps the server's programs off the path. */
const POSTGRES = '/usr/lib/postgresql';
const POSTGRES_FOLDERS = existsSync(POSTGRES)
  ? readdirSync(POSTGRES).map((version) => join(POSTGRES, version, 'bin'))
  : [];

const FOLDERS = [join(TOOLS, 'python/bin'), ...(process.env['PATH'] ?? '').split(delimiter), ...POSTGRES_FOLDERS];

/** A suite that needs these programs; without them it is skipped, and its name says what is missing. */
export function describeWith(name: string, programs: readonly string[], suite: SuiteFactory): void {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  if (missing.length === 0) describe(name, suite);
  else describe.skip(`${name} (not installed: ${missing.join(', ')}; see .ci/toolchains)`, suite);
}

/** Runs a program and returns what it printed; fails with all of that where it fails. */
export function execute(
  program: string,
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: Readonly<Record<string, string>> } = {},
): string {
  const path = findProgram(program);
  if (path === undefined) throw new Error(`${program} is not installed`);
  try {
    return execFileSync(path, args, {
      ...options,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: 'pipe',
      env: {
        ...process.env,
        PATH: FOLDERS.join(delimiter),
        // Nothing is left behind beside what is tested.
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUTF8: '1',
        ...options.env,
      },
    });
  } catch (problem) {
    const { stdout = '', stderr = '', message } = problem as Error & { stdout?: string; stderr?: string };
    throw new Error([message.split('\n')[0], stdout, stderr].join('\n'));
  }
}

interface Postgres {
  readonly initdb: string;
  readonly pgCtl: string;
  /** Runs one of its programs as somebody whom the server accepts: it refuses to be run by root. */
  asServer(program: string, args: readonly string[]): void;
}

export function findPostgres(): Postgres {
  const [initdb, pgCtl] = [findProgram('initdb') ?? '', findProgram('pg_ctl') ?? ''];
  const isRoot = process.getuid?.() === 0;
  return {
    initdb,
    pgCtl,
    asServer: (program, args) => {
      // What the server prints would keep a pipe open for as long as it runs.
      const [command, all] = isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];
      execFileSync(command, all, { stdio: 'ignore', cwd: '/' });
    },
  };
}

/** Where a program is, or `module (Python)` of the Python that the tests run; `undefined` where it is not installed. */
export function findProgram(program: string): string | undefined {
  const module = /^(?<name>\w+) \(Python\)$/.exec(program)?.groups?.['name'];
  if (module !== undefined) return isImportable(module) ? program : undefined;
  return FOLDERS.map((folder) => join(folder, program)).find(isExecutable);
}

function isImportable(module: string): boolean {
  try {
    execute('python3', ['-c', `import ${module}`]);
    return true;
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The packed tarball in an empty folder outside the project: what a stranger has after `npm install`. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Ran } from './cli.ts';
import { ROOT } from './workspace.ts';

export interface Consumer {
  /** Has `node_modules/sms-error-codes` and nothing else installed. */
  readonly folder: string;
  readonly tarball: string;
  readonly size: number;
  /** The paths in the tarball. */
  readonly files: readonly string[];
}

/**
 * Packs a copy as it would be after a clean checkout, without `dist/`, so that packing builds everything and
 * other tests that run beside this one see no file change. Installed without a network. A release publishes this very
 * tarball: `SMS_ERROR_CODES_PACKED` names the folder where it stays.
 */
export async function installed(): Promise<Consumer> {
  const temporary = mkdtempSync(join(tmpdir(), 'sms-error-codes-'));
  const checkout = join(temporary, 'checkout');
  const isLeftOut = (path: string) => ['node_modules', '.git', 'dist'].includes(basename(path));
  cpSync(ROOT, checkout, { recursive: true, filter: (path) => !isLeftOut(path) });
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  const destination = process.env['SMS_ERROR_CODES_PACKED'] ?? temporary;
  const packed = await succeed(await npm(checkout, 'pack', '--json', '--pack-destination', destination));
  const [{ filename, files }]: [{ filename: string; files: { path: string }[] }] = JSON.parse(packed.out);
  const tarball = join(destination, filename);

  const folder = join(temporary, 'app');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "app", "private": true, "type": "module" }');
  await succeed(await npm(folder, 'install', tarball, '--offline', '--no-audit', '--no-fund'));
  return { folder, tarball, size: statSync(tarball).size, files: files.map(({ path }) => path) };
}

export function removed({ folder }: Consumer): void {
  rmSync(join(folder, '..'), { recursive: true, force: true });
}

/** Runs a program to its end, whatever that is, with nothing of this project's in its environment. */
export function execute(folder: string, program: string, ...args: readonly string[]): Promise<Ran> {
  const { PATH, HOME, npm_config_cache: cache } = process.env;
  const env = { PATH, HOME, ...(cache && { npm_config_cache: cache }) };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, env, maxBuffer: 1e8 }, (problem, out, err) => {
      resolve({ exitCode: problem === null ? 0 : Number(problem.code ?? 1), out, err });
    });
  });
}

/** A tool of this project's, run by this Node in somebody else's folder. */
export function tool(folder: string, script: string, ...args: readonly string[]): Promise<Ran> {
  return execute(folder, process.execPath, join(ROOT, 'node_modules', script), ...args);
}

export function readInstalled({ folder }: Consumer, path: string): string {
  return readFileSync(join(folder, 'node_modules/sms-error-codes', path), 'utf8');
}

function npm(folder: string, ...args: readonly string[]): Promise<Ran> {
  return execute(folder, 'npm', ...args);
}

function succeed(ran: Ran): Ran {
  if (ran.exitCode !== 0) throw new Error(`exit code ${ran.exitCode}\n${ran.out}\n${ran.err}`);
  return ran;
}

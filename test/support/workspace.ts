/** A folder of its own for a test, with a copy of the real specs, templates and output; gone when the test ends. */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

/** The project's root. */
export const ROOT = resolve(import.meta.dirname, '../..');

export function emptyFolder(): string {
  const { folder, remove } = temporaryFolder();
  onTestFinished(remove);
  return folder;
}

/** A folder that the tests of a suite share, gone after the last; where none of them runs, it never is. */
export function sharedFolder(): string {
  const folder = join(tmpdir(), `sms-error-codes-${randomUUID()}`);
  beforeAll(() => void mkdirSync(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that ends with no test; who makes it removes it. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sms-error-codes-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Copies the named folders of the project, by default everything that `generate` reads and writes. */
export function workspace(folders: readonly string[] = ['spec', 'templates', 'generated']): string {
  const folder = emptyFolder();
  for (const name of folders) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  return folder;
}

/** Replaces text in a file and fails where it is not there, so that a test never edits nothing. */
export function edit(path: string, from: string | RegExp, to: string): void {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${from}`);
  writeFileSync(path, after);
}

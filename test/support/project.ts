/** A project that has specs and output of its own in git, and this package installed: what CI checks out. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Repository, repository } from './repository.ts';
import { edit, ROOT } from './workspace.ts';

export interface Project extends Repository {
  /** The commit that has the specs as they are here. */
  readonly base: string;
  /** Replaces text in a file, and commits that. */
  change(path: string, from: string, to: string): void;
}

export function project(): Project {
  const made = repository();
  for (const name of ['spec', 'generated']) cpSync(join(ROOT, name), join(made.folder, name), { recursive: true });
  install(made.folder);
  made.write('.gitignore', 'node_modules/\n');
  made.release('base');
  return {
    ...made,
    base: made.git('rev-parse', 'HEAD').trim(),
    change(path, from, to) {
      edit(join(made.folder, path), from, to);
      made.git('commit', '--quiet', '--all', '--message', 'Changed');
    },
  };
}

/** As `npm install` leaves it. */
export function install(folder: string): void {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(ROOT, join(folder, 'node_modules/sms-error-codes'));
  symlinkSync('../sms-error-codes/dist/cli.js', join(folder, 'node_modules/.bin/sms-error-codes'));
}

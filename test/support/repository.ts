/** A git repository of its own for a test, in a folder that is gone when the test ends. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyFolder, ROOT } from './workspace.ts';

/** A hook would lead every git of this process to the repository that it was called in. */
for (const name of Object.keys(process.env).filter((name) => name.startsWith('GIT_'))) delete process.env[name];

export interface Repository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  /** Puts specs in the place of those that are there, without a commit. */
  useSpec(fixture: string, folder?: string): void;
  write(path: string, text: string): void;
  /** Commits everything, and tags it. */
  release(tag: string): void;
}

export function repository(): Repository {
  const folder = emptyFolder();
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...IDENTITY, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  return {
    folder,
    git,
    write,
    useSpec(fixture, spec = 'spec') {
      rmSync(join(folder, spec), { recursive: true, force: true });
      cpSync(join(ROOT, 'test/fixtures/changes', fixture), join(folder, spec), { recursive: true });
    },
    release(tag) {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', tag);
      git('tag', tag);
    },
  };
}

/** Nothing of the machine's own settings matters: no hooks, no signatures, no line ends. */
const IDENTITY = [
  ...['-c', 'user.name=Test', '-c', 'user.email=test@localhost', '-c', 'core.autocrlf=false'],
  ...['-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false', '-c', 'core.hooksPath=/dev/null'],
];

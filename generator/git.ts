/** The door to git: what stood in a revision, without touching the working tree. */
import { execFileSync } from 'node:child_process';
import { Refusal } from './refusal.ts';

/** A file as a revision has it. */
export interface RevisionFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The commit that a word names; `undefined` for a word that names none, and outside a repository. */
export function findCommit(revision: string, workingFolder: string): string | undefined {
  if (revision === '' || revision.startsWith('-')) return undefined;
  return attempt(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], workingFolder)?.trim();
}

/** The regular files directly in a folder of a commit, by name; nothing where it has no such folder. */
export function readCommitFolder(commit: string, folder: string, workingFolder: string): RevisionFile[] {
  const listing = attempt(['ls-tree', '-z', commit, '--', `${folder}/`], workingFolder) ?? '';
  return listing.split('\0').flatMap((line) => {
    const found = /^100\d+ blob (?<id>[0-9a-f]+)\t(?<path>.+)$/s.exec(line)?.groups;
    if (found === undefined) return [];
    const { id = '', path = '' } = found;
    return [{ name: path.slice(path.lastIndexOf('/') + 1), bytes: git(['cat-file', 'blob', id], workingFolder) }];
  });
}

/** The tags of what HEAD comes from; nothing outside a repository, and before the first commit. */
export function tagsBehindHead(workingFolder: string): string[] {
  if (attempt(['--version'], workingFolder) === undefined) throw new Refusal('git cannot be run; install it');
  const tags = attempt(['tag', '--list', '--merged', 'HEAD'], workingFolder) ?? '';
  return tags.split('\n').filter((tag) => tag !== '');
}

/** Whether older commits, and their tags, were left out when the repository was cloned. */
export function isShallow(workingFolder: string): boolean {
  return attempt(['rev-parse', '--is-shallow-repository'], workingFolder)?.trim() === 'true';
}

/** What git prints; `undefined` where it says no, and where there is no git. */
function attempt(args: readonly string[], workingFolder: string): string | undefined {
  try {
    return git(args, workingFolder).toString();
  } catch {
    return undefined;
  }
}

function git(args: readonly string[], workingFolder: string): Buffer {
  return execFileSync('git', args, { cwd: workingFolder, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: LARGEST });
}

/** Far beyond any spec. */
const LARGEST = 256 * 1024 * 1024;

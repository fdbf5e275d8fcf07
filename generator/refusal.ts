/** The call or its environment is wrong, and nobody's spec: exit code 2, without a stack. */
export class Refusal extends Error {}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the file is larger than the system allows',
  EIO: 'the disk fails',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'its links lead in a circle',
};

/** What the system refused, in words. */
export function systemRefusal(path: string, problem: unknown): Refusal {
  return new Refusal(`cannot use ${path}: ${words[codeOf(problem) ?? ''] ?? (problem as Error).message}`);
}

/** `ENOENT` and the like; `undefined` of an exception that is a bug. */
export function codeOf(problem: unknown): string | undefined {
  return (problem as NodeJS.ErrnoException).code;
}

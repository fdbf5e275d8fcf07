/** The call or its environment is wrong, and nobody's spec: exit code 2, without a stack. */
export class Refusal extends Error {}

/** What happened, and where the words do not say it already, what to do. */
const words: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'permission denied; look at its owner and mode',
  EPERM: 'permission denied; look at its owner and mode',
  EROFS: 'the disk is read-only; use a folder elsewhere',
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the disk is full; make room',
  EFBIG: 'the file is larger than the system allows',
  EIO: 'the disk fails; the log of the system says more',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'its links lead in a circle',
};

/** What the system refused, in words. */
export function systemRefusal(path: string, problem: unknown): Refusal {
  return new Refusal(`cannot use ${path}: ${words[codeOf(problem) ?? ''] ?? (problem as Error).message}`);
}

/** The same of a file of the program itself, which Node opens; `undefined` of an exception that is a bug. */
export function findRefusal(problem: unknown): Refusal | undefined {
  if (problem instanceof Refusal) return problem;
  const { path } = problem as NodeJS.ErrnoException;
  return path !== undefined && Object.hasOwn(words, codeOf(problem) ?? '') ? systemRefusal(path, problem) : undefined;
}

/** `ENOENT` and the like; `undefined` of an exception that is a bug. */
export function codeOf(problem: unknown): string | undefined {
  return (problem as NodeJS.ErrnoException).code;
}

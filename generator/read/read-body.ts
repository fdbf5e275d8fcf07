/** Reads a body with the reader of a provider that has the least to put up with. */

import type { Reader } from '#payload-reader';
import type { OutcomeBase, Problem, Read } from '#payload-result';

interface Outcomes {
  readonly any: OutcomeBase;
}

export type ReadBody = Read<unknown, Outcomes>;

export function readBody(body: unknown, readers: readonly Reader<unknown, Outcomes>[]): ReadBody {
  let best: { readonly read: ReadBody; readonly remarks: number } | undefined;
  const problems: Problem[] = [];
  for (const reader of readers) {
    const read = reader(body);
    if (!read.ok) {
      for (const problem of read.problems) problems.push(problem);
      continue;
    }
    const remarks = read.outcomes.reduce((sum, { tolerated }) => sum + tolerated.length, 0);
    if (best === undefined || remarks < best.remarks) best = { read, remarks };
    if (remarks === 0) break;
  }
  return best?.read ?? { ok: false, problems };
}

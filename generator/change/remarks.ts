/** Changes as annotations of the newer side, for the formats that point into files. */
import type { Remark, Span } from '../diagnostic/diagnostic.ts';
import { type Change, sentenceOf } from './change.ts';
import type { Level } from './kinds.ts';
import { worstFirst } from './verdict.ts';

const severities = { breaking: 'error', risky: 'warning', safe: 'note' } as const satisfies Record<
  Level,
  Remark['severity']
>;

export function remarksOf(changes: readonly Change[], spanOf: (change: Change) => Span): Remark[] {
  return worstFirst(changes).map((change) => ({
    id: change.id,
    severity: severities[change.level],
    at: spanOf(change),
    message: sentenceOf(change),
    ...(change.reason !== undefined && { hint: change.reason }),
  }));
}

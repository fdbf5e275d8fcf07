/** Changes as annotations of the newer side, for the formats that point into files. */
import type { Remark, Span } from '../diagnostic/diagnostic.ts';
import type { Change } from './change.ts';
import type { Level } from './kinds.ts';
import { placeOf } from './render-text.ts';
import { worstFirst } from './verdict.ts';

const severities = { breaking: 'error', risky: 'warning', safe: 'note' } as const satisfies Record<
  Level,
  Remark['severity']
>;

export function remarksOf(changes: readonly Change[], spanOf: (change: Change) => Span): Remark[] {
  return worstFirst(changes).map((change) => {
    const place = placeOf(change);
    return {
      id: change.id,
      severity: severities[change.level],
      at: spanOf(change),
      message: place === '' ? change.message : `${place}: ${change.message}`,
      ...(change.reason !== undefined && { hint: change.reason }),
    };
  });
}

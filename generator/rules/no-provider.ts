/** Spec folders that define axes and no provider. */
import { error } from '../diagnostic/diagnostic.ts';
import type { Rule } from './rule.ts';

/**
 * A spec folder has at least one provider. Without one the plan is nearly empty, and `generate` would remove the rest.
 * Bad: a folder with `taxonomy.yaml` alone.
 */
export const noProvider: Rule = {
  id: 'no-provider',
  isEcho: true,
  *check({ providers, taxonomy, isWhole }) {
    if (taxonomy === undefined || providers.length > 0 || !isWhole) return;
    yield error('no-provider', { path: taxonomy.path, start: 0, end: 0 }, 'the spec folder has no provider', {
      hint: 'add one, or name another folder with --spec',
    });
  },
};

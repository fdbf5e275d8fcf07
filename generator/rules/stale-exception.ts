/** Exceptions to a code rule that are none. */
import { error } from '../diagnostic/diagnostic.ts';
import { visible } from '../diagnostic/quote.ts';
import { followsRule } from './code-rule.ts';
import { catalogsOf, isWhole, type Rule } from './rule.ts';

/**
 * An exception to the code rule names a row that is there and that the rule would reject; otherwise it hides nothing and goes.
 * Bad: an exception for 7001 after the row of 7001 was deleted.
 */
export const staleException: Rule = {
  id: 'stale-exception',
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      const { codeRule, entries } = catalog;
      if (codeRule === undefined) continue;
      for (const code of codeRule.exceptions) {
        const isListed = !isWhole(catalog) || entries.some((entry) => entry.code.source === code.value);
        if (isListed && !followsRule(code.value, codeRule)) continue;
        const why = isListed ? 'follows the rule' : 'is not in the catalog';
        yield error('stale-exception', code.at, `code ${visible(code.value)} ${why}, so it is no exception`, {
          hint: 'delete the exception',
        });
      }
    }
  },
};

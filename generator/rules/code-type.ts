import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { codeValue } from '../registry/cell.ts';
import { catalogsOf, type Rule } from './rule.ts';

const hints = {
  integer:
    'write plain decimal digits: no quotes, leading zero, sign, exponent or underscore, and at most 9007199254740991',
  string: 'put the code in quotes',
};

/**
 * A code has the wire type that its catalog declares, and is written as it goes over the wire.
 * Bad: `code: 007`, `code: 1e3` or `code: "117"` in a catalog of integers; `code: 117` in a catalog of strings.
 */
export const codeType: Rule = {
  id: 'code-type',
  *check(spec) {
    for (const catalog of catalogsOf(spec)) {
      for (const { code } of catalog.entries) {
        if (codeValue(code, catalog.codeType) !== undefined) continue;
        yield error(
          'code-type',
          code.at,
          `code ${quote(code.source)} is not ${catalog.codeType === 'integer' ? 'an integer' : 'a string'}`,
          {
            hint: hints[catalog.codeType],
          },
        );
      }
    }
  },
};

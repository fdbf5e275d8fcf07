/** Axes that one place both states and infers. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { catalogsOf, classificationsOf, type Rule } from './rule.ts';

/**
 * An axis is stated or inferred, never both in one block: what a document says is not mixed with what we conclude.
 * Bad: `fault` under `stated` and under `inferred` of the same row.
 */
export const statedAndInferred: Rule = {
  id: 'stated-and-inferred',
  *check(spec) {
    for (const { stated, inferred } of catalogsOf(spec).flatMap(classificationsOf)) {
      for (const { axis } of inferred) {
        const said = stated.find((claim) => claim.axis.value === axis.value);
        if (said === undefined) continue;
        yield error('stated-and-inferred', axis.at, `axis ${quote(axis.value)} is both stated and inferred`, {
          hint: 'delete it from "inferred" if the document says so; otherwise from "stated"',
          notes: [{ message: 'stated here', at: said.axis.at }],
        });
      }
    }
  },
};

/** Rows that a command wrote and nobody has confirmed. */
import { warning } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { catalogsOf, type Rule } from './rule.ts';

/**
 * What a command has proposed, a person has confirmed. A warning, so that the work can be looked at before it is done;
 * names are frozen once they are published.
 * Bad: a row that still has `review: name and classification are proposed`.
 */
export const needsReview: Rule = {
  id: 'needs-review',
  *check(spec) {
    for (const { entries } of catalogsOf(spec)) {
      for (const { code, name, review } of entries) {
        if (review === undefined) continue;
        yield warning(
          'needs-review',
          review.at,
          `code ${visible(code.source)}, named ${quote(name.value)}, waits for review: ${quote(review.value)}`,
          { hint: 'compare the row with the document, correct what is wrong, and delete "review"' },
        );
      }
    }
  },
};

/** The payloads that a reader names, and the catalogs that these name. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Rule } from './rule.ts';

/**
 * A reader names payloads of its provider, and an outcome names a catalog of it.
 * Bad: `payloads: [AcmeReciept]` where the payload is `AcmeReceipt`.
 */
export const unknownPayload: Rule = {
  id: 'unknown-payload',
  *check({ providers }) {
    for (const { catalogs, payloads, readers } of providers) {
      const names = payloads.map(({ typeName }) => typeName.value);
      for (const { value, at } of readers.flatMap((reader) => reader.payloads)) {
        if (names.includes(value)) continue;
        yield error('unknown-payload', at, `${quote(value)} is no payload of this provider`, {
          hint: suggest(value, names),
        });
      }
      const ids = catalogs.map(({ id }) => id.value);
      for (const { value, at } of payloads.flatMap(({ outcomes }) => outcomes.map(({ catalog }) => catalog))) {
        if (ids.includes(value)) continue;
        yield error('unknown-payload', at, `${quote(value)} is no catalog of this provider`, {
          hint: suggest(value, ids),
        });
      }
    }
  },
};

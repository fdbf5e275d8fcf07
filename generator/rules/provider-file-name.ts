/** The name of a provider's file. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { Rule } from './rule.ts';

/**
 * A provider's file bears its id, so that a code is found without a search.
 * Bad: `provider: acme` in `spec/acme-sms.yaml`.
 */
export const providerFileName: Rule = {
  id: 'provider-file-name',
  *check({ providers }) {
    for (const { id, path } of providers) {
      const fileName = path.slice(path.lastIndexOf('/') + 1);
      if (fileName.replace(/\.ya?ml$/, '') === id.value) continue;
      yield error(
        'provider-file-name',
        id.at,
        `provider ${quote(id.value)} stands in a file named ${quote(fileName)}`,
        {
          hint: `rename the file to "${id.value}.yaml"`,
        },
      );
    }
  },
};

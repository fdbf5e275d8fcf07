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
    const named = providers.filter(({ id, path }) => baseOf(path) === id.value).map(({ id }) => id.value);
    for (const { id, path } of providers) {
      // A second file of a provider is told as that, whatever its name.
      if (named.includes(id.value)) continue;
      const fileName = path.slice(path.lastIndexOf('/') + 1);
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

/** The name of a file, without folder and ending. */
function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
}

/** Files that define the same provider. */
import { error } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import { duplicatesBy, firstHere, type Rule } from './rule.ts';

/**
 * A provider has one file, because everything of a provider stands together.
 * Bad: `provider: acme` in two files of the folder.
 */
export const duplicateProvider: Rule = {
  id: 'duplicate-provider',
  *check({ providers }) {
    for (const [{ id }, first] of duplicatesBy(providers, (provider) => provider.id.value)) {
      yield error(
        'duplicate-provider',
        id.at,
        `provider ${quote(id.value)} is already defined in ${visible(first.path)}`,
        {
          hint: 'merge the two files',
          ...firstHere(first.id.at),
        },
      );
    }
  },
};

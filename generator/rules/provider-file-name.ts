/** The name of a provider's file. */
import { posix } from 'node:path';
import { error } from '../diagnostic/diagnostic.ts';
import { quote } from '../diagnostic/quote.ts';
import type { ProviderSpec } from '../spec/spec.ts';
import type { Rule } from './rule.ts';

/**
 * A provider's file bears its id, so that a code is found without a search.
 * Bad: `provider: acme` in `spec/acme-sms.yaml`.
 */
export const providerFileName: Rule = {
  id: 'provider-file-name',
  *check({ providers }) {
    const isNamedSo = ({ id, path }: ProviderSpec) => posix.basename(path).replace(/\.ya?ml$/, '') === id.value;
    const named = providers.filter(isNamedSo).map(({ id }) => id.value);
    for (const { id, path } of providers) {
      // A second file of a provider is told as that, whatever its name.
      if (named.includes(id.value)) continue;
      const message = `provider ${quote(id.value)} stands in a file named ${quote(posix.basename(path))}`;
      yield error('provider-file-name', id.at, message, { hint: `rename the file to "${id.value}.yaml"` });
    }
  },
};

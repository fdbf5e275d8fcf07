/** Whose document it is: the provider that knows most of its codes. */
import type { PageDocument } from '../document/read.ts';
import type { ProviderSpec } from '../spec/spec.ts';
import { matchTables } from './match.ts';

/** Nobody's where no code is known, or where two providers know as many. */
export function recognise(
  providers: readonly ProviderSpec[],
  documentFor: (provider: ProviderSpec) => PageDocument,
): ProviderSpec | undefined {
  const known = providers.map((provider) => ({
    provider,
    count: matchTables(documentFor(provider).tables, provider.catalogs).reduce((sum, match) => sum + match.known, 0),
  }));
  const most = Math.max(0, ...known.map(({ count }) => count));
  const [first, ...others] = known.filter(({ count }) => count === most);
  return most > 0 && others.length === 0 ? first?.provider : undefined;
}

/** A provider was named that the specs do not have. */
import { quote } from '../diagnostic/quote.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { Refusal } from '../refusal.ts';

export function unknownProvider(wanted: string, known: readonly string[]): Refusal {
  return new Refusal(`there is no provider ${quote(wanted)}; ${suggest(wanted, known)}`);
}

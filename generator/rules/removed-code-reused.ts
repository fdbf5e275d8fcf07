/** Codes and names that are gone for good. */
import { type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import type { EntrySpec } from '../spec/spec.ts';
import { catalogsOf, firstHere, type Rule } from './rule.ts';

/**
 * A code that was removed, and its name, are never used for something else: the old constant would get a new meaning.
 * A name is used again where a language cases both alike.
 * Bad: `removed: [{ code: 17, name: rejected, … }]` in a catalog that has a row with `name: rejected`.
 */
export const removedCodeReused: Rule = {
  id: 'removed-code-reused',
  *check(spec, { languages }) {
    for (const { removed, entries } of catalogsOf(spec)) {
      // Each that is gone is compared with all the others, so that names are cased before.
      const holders = [...removed, ...entries].map(({ code, name }): Holder => {
        const cased = languages.map((language) => language.name('member', name.value));
        return { code, name, casings: [name.value, ...cased] };
      });
      for (const [index, removal] of holders.slice(0, removed.length).entries()) {
        yield* reusesOf(removal, holders.slice(index + 1));
      }
    }
  },
};

interface Holder extends Pick<EntrySpec, 'code' | 'name'> {
  /** The name as it is, and in each language. */
  readonly casings: readonly string[];
}

function* reusesOf({ code, name, casings }: Holder, holders: readonly Holder[]): Iterable<Diagnostic> {
  const isOfCode = (holder: Holder) => holder.code.source === code.source;
  const isNamedAlike = (holder: Holder) => casings.some((casing, index) => casing === holder.casings[index]);
  const sameCode = holders.find(isOfCode);
  if (sameCode !== undefined) yield reuse(`code ${visible(code.source)}`, sameCode.code.at, code.at);
  const sameName = holders.find((holder) => !isOfCode(holder) && isNamedAlike(holder));
  if (sameName !== undefined) yield reuse(`name ${quote(sameName.name.value)}`, sameName.name.at, name.at);
}

function reuse(what: string, at: Span, removedAt: Span): Diagnostic {
  return error('removed-code-reused', at, `${what} was removed, and is used again`, {
    hint: 'choose another one; if it is the removed code that is back, delete it from "removed"',
    ...firstHere(removedAt, 'removed here'),
  });
}

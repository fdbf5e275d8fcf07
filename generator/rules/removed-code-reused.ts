/** Codes and names that are gone for good. */
import { type Diagnostic, error, type Span } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import type { Language } from '../languages/language.ts';
import type { EntrySpec, RemovalSpec } from '../spec/spec.ts';
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
      for (const [index, removal] of removed.entries()) {
        yield* reusesOf(removal, [...removed.slice(index + 1), ...entries], languages);
      }
    }
  },
};

type Holder = Pick<EntrySpec, 'code' | 'name'>;

function* reusesOf(
  { code, name }: RemovalSpec,
  holders: readonly Holder[],
  languages: readonly Language[],
): Iterable<Diagnostic> {
  const isOfCode = (holder: Holder) => holder.code.source === code.source;
  const isNamedAlike = ({ name: { value } }: Holder) =>
    value === name.value || languages.some((language) => alike(value, name.value, language));
  const sameCode = holders.find(isOfCode);
  if (sameCode !== undefined) yield reuse(`code ${visible(code.source)}`, sameCode.code.at, code.at);
  const sameName = holders.find((holder) => !isOfCode(holder) && isNamedAlike(holder));
  if (sameName !== undefined) yield reuse(`name ${quote(sameName.name.value)}`, sameName.name.at, name.at);
}

function alike(a: string, b: string, language: Language): boolean {
  return language.name('member', a) === language.name('member', b);
}

function reuse(what: string, at: Span, removedAt: Span): Diagnostic {
  return error('removed-code-reused', at, `${what} was removed, and is used again`, {
    hint: 'choose another one; if it is the removed code that is back, delete it from "removed"',
    ...firstHere(removedAt, 'removed here'),
  });
}

/** The value of an axis as source text: a member where the language has enumerations of axes, else a literal. */
import type { Language, Refused } from '../languages/language.ts';
import type { Axis } from '../registry/registry.ts';

export function axisValue(value: string, axis: Axis | undefined, language: Language): string | Refused {
  const { hasAxisEnums, memberOf, name, literal } = language;
  if (!hasAxisEnums || memberOf === undefined || axis === undefined) return literal(value);
  return memberOf(name('type', axis.valuesOf), name('member', value));
}

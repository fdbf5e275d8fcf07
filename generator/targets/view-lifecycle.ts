/** The views of what is on its way out or gone, and of what to use in its place. */
import type { Language } from '../languages/language.ts';
import {
  type Catalog,
  type Code,
  type CodeGroup,
  codesOf,
  type Deprecation,
  replacementsOf,
} from '../registry/registry.ts';
import type { DeprecationView, RemovalView, ReplacementView } from './view-lifecycle-shape.ts';

export function deprecationView(
  { since, reason, replacement, note }: Deprecation,
  { literal }: Language,
): DeprecationView {
  return {
    since,
    reason,
    ...(replacement !== undefined && { replacement: literal(replacement) }),
    ...(note !== undefined && { note }),
  };
}

/** What a user of the code is told; `undefined` while one of its rows stays. */
export function deprecationOf({ entries }: CodeGroup, catalog: Catalog, language: Language): string | undefined {
  const deprecations = entries.flatMap(({ deprecated }) => deprecated ?? []);
  const [first] = deprecations;
  if (first === undefined || deprecations.length < entries.length) return undefined;
  const name = nameOf(first.replacement, catalog);
  return [
    `Since ${first.since}: ${sentence(first.reason)}`,
    ...(name === undefined ? [] : [`Use ${language.name('member', name)} in its place.`]),
    ...(first.note === undefined ? [] : [sentence(first.note)]),
  ].join(' ');
}

export function removalViews({ removed }: Catalog, { literal }: Language): RemovalView[] {
  return removed.map(({ code, name, since, reason, replacement }) => ({
    code: literal(code),
    name,
    since,
    reason,
    ...(replacement !== undefined && { replacement: literal(replacement) }),
  }));
}

export function replacementViews(
  catalog: Catalog,
  memberOf: (name: string) => string,
  { literal }: Language,
): ReplacementView[] {
  return [...replacementsOf(catalog)].map(([code, replacement]) => ({
    code: literal(code),
    codeText: String(code),
    replacement: literal(replacement),
    member: memberOf(nameOf(replacement, catalog) ?? ''),
  }));
}

function nameOf(code: Code | undefined, catalog: Catalog): string | undefined {
  return codesOf(catalog).find((group) => group.code === code)?.name;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

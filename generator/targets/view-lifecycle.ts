/** The views of what is on its way out or gone, and of what to use in its place. */
import type { Language, Refused } from '../languages/language.ts';
import { type Catalog, type Code, type CodeGroup, type Deprecation, replacementsOf } from '../registry/registry.ts';
import type { DeprecationView, RemovalView, ReplacementView } from './view-lifecycle-shape.ts';
import type { Names } from './view-names.ts';
import { valueOrAbsent } from './view-row.ts';

export function deprecationView(
  { since, reason, replacement, note }: Deprecation,
  catalog: Catalog,
  names: Names,
): DeprecationView {
  const { literal } = names.language;
  const name = nameOf(replacement, catalog);
  return {
    since,
    reason,
    sinceLiteral: literal(since),
    reasonLiteral: names.language.prose(reason),
    ...(replacement !== undefined && { replacement: literal(replacement), replacementText: String(replacement) }),
    ...(name !== undefined && { member: names.member(name, catalog) }),
    ...(note !== undefined && { note, noteLiteral: names.language.prose(note) }),
  };
}

/** What a table has of it: since when, why, the code to use in its place as text, and a remark. */
export function deprecationOfRow(deprecated: Deprecation | undefined, language: Language): (string | Refused)[] {
  const { since, reason, replacement, note } = deprecated ?? {};
  return [since, reason, replacement?.toString(), note].map((value) => valueOrAbsent(value, language));
}

/** What a user of the code is told; `undefined` while one of its rows stays. */
export function deprecationOf({ entries }: CodeGroup, catalog: Catalog, names: Names): string | undefined {
  const deprecations = entries.flatMap(({ deprecated }) => deprecated ?? []);
  const [first] = deprecations;
  if (first === undefined || deprecations.length < entries.length) return undefined;
  const name = nameOf(first.replacement, catalog);
  return [
    `Since ${first.since}: ${sentence(first.reason)}`,
    ...(name === undefined ? [] : [`Use ${names.member(name, catalog)} in its place.`]),
    ...(first.note === undefined ? [] : [sentence(first.note)]),
  ].join(' ');
}

export function removalViews({ removed }: Catalog, language: Language): RemovalView[] {
  const { literal } = language;
  return removed.map(({ code, name, since, reason, replacement }) => ({
    code: literal(code),
    codeText: String(code),
    name,
    since,
    reason,
    ...(replacement !== undefined && { replacement: literal(replacement), replacementText: String(replacement) }),
    row: [String(code), name, since, reason, replacement?.toString()].map((value) => valueOrAbsent(value, language)),
  }));
}

export function replacementViews(catalog: Catalog, names: Names): ReplacementView[] {
  const { literal } = names.language;
  return [...replacementsOf(catalog)].map(([code, replacement]) => ({
    code: literal(code),
    codeText: String(code),
    replacement: literal(replacement),
    member: names.member(nameOf(replacement, catalog) ?? '', catalog),
  }));
}

function nameOf(code: Code | undefined, { entries }: Catalog): string | undefined {
  return entries.find((entry) => entry.code === code)?.name;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The view of what a document states of codes in general. */
import type { Language } from '../languages/language.ts';
import type { Axis, CodeScheme } from '../registry/registry.ts';
import type { ClaimViews } from './view-claim.ts';
import { axesOfRow } from './view-row.ts';
import { typesOf } from './view-taxonomy.ts';
import type { SchemeView } from './view-taxonomy-shape.ts';

export function schemeView(
  { line, length, prefixes }: CodeScheme,
  axes: readonly Axis[],
  claims: ClaimViews,
  language: Language,
): SchemeView {
  const { name, literal, prose } = language;
  const occurring = axes.filter(({ id }) => prefixes.some(({ classification }) => classification.has(id)));
  return {
    ...(line !== undefined && { line: literal(line) }),
    ...(length !== undefined && { length: literal(length) }),
    axes: occurring.map(({ id, valuesOf }) => ({ name: name('field', id), type: name('type', valuesOf) })),
    types: typesOf(occurring, language),
    prefixes: prefixes.map(({ prefix, title, classification }) => ({
      prefix: literal(prefix),
      prefixText: prefix,
      title: prose(title),
      titleText: title,
      claims: [...classification].map(([id, { value, statedOn }]) => ({
        name: name('field', id),
        title: claims.titleOf(id),
        ...(statedOn !== undefined && { line: literal(statedOn) }),
        value: claims.valueOf(id, value),
      })),
      stated: claims.provenance(classification, 'statedOn'),
      axesOfRow: axesOfRow(classification, axes, language),
    })),
  };
}

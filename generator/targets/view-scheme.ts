/** The view of what a document states of codes in general. */
import type { Language } from '../languages/language.ts';
import type { Axis, CodeScheme } from '../registry/registry.ts';
import { axisValue } from './axis-value.ts';
import { axesOfRow } from './view-row.ts';
import type { SchemeView } from './view-taxonomy-shape.ts';

export function schemeView(
  { line, length, prefixes }: CodeScheme,
  axes: readonly Axis[],
  language: Language,
): SchemeView {
  const { name, literal, prose } = language;
  const occurring = axes.filter(({ id }) => prefixes.some(({ classification }) => classification.has(id)));
  return {
    ...(line !== undefined && { line: literal(line) }),
    ...(length !== undefined && { length: literal(length) }),
    axes: occurring.map(({ id, valuesOf }) => ({ name: name('field', id), type: name('type', valuesOf) })),
    types: [...new Set(occurring.map(({ valuesOf }) => name('type', valuesOf)))].sort(),
    prefixes: prefixes.map(({ prefix, title, classification }) => ({
      prefix: literal(prefix),
      prefixText: prefix,
      title: prose(title),
      titleText: title,
      claims: [...classification].map(([id, { value, statedOn }]) => ({
        name: name('field', id),
        title: axes.find((axis) => axis.id === id)?.title ?? id,
        ...(statedOn !== undefined && { line: literal(statedOn) }),
        value: axisValue(
          value,
          axes.find((axis) => axis.id === id),
          language,
        ),
      })),
      stated: [...classification].flatMap(([axis, { statedOn }]) =>
        statedOn === undefined ? [] : [{ axis: name('field', axis), line: literal(statedOn) }],
      ),
      axesOfRow: axesOfRow(classification, axes, language),
    })),
  };
}

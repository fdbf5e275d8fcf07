/** The view of an entry as people read it: every word as text, beside its heading, whatever the language of the target. */
import type { Language } from '../languages/language.ts';
import {
  type Axis,
  type Catalog,
  type Entry,
  hasCompositeKey,
  printedIn,
  proseOf,
  sectionOf,
  variantOf,
} from '../registry/registry.ts';
import { sentencesOf } from '../registry/sentences.ts';
import type { ConstantView, ReadingView } from './view-reading-shape.ts';

export function readingView(
  entry: Entry,
  catalog: Catalog,
  axes: readonly Axis[],
  constants: readonly Language[],
): ReadingView {
  const { classification, name } = entry;
  const prose = proseOf(catalog);
  const section = sectionOf(entry, catalog);
  return {
    repeated: isFirst(entry, catalog) ? [] : variantOf(entry, catalog),
    ...(section && { section: section.title }),
    cells: catalog.fields.map((field) => ({
      id: field.id,
      header: field.header,
      value: printedIn(entry, field) ?? '',
      isProse: field === prose,
      isClosed: field.type === 'boolean' || field.type === 'enum',
    })),
    sentences: sentencesOf(classification, axes),
    claims: axes.map(({ id, listsEntries, isBreaking }) => {
      const { value = '', statedOn } = classification.get(id) ?? {};
      return {
        value,
        isAbsent: value === '',
        isMain: listsEntries || isBreaking,
        ...(statedOn !== undefined && { line: String(statedOn) }),
      };
    }),
    constants: constants.map((language) => language.name('member', name)),
  };
}

/** What stands before the members of a catalog's codes where other languages use them. */
export function constantViews({ typeName }: Catalog, constants: readonly Language[]): ConstantView[] {
  return constants.map(({ title, memberOf, typeName: typed }) => ({
    language: title,
    start: memberOf?.(typed(`${typeName}Code`), '') ?? '',
  }));
}

function isFirst(entry: Entry, catalog: Catalog): boolean {
  return !hasCompositeKey(catalog) || catalog.entries.find(({ code }) => code === entry.code) === entry;
}

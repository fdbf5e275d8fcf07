/** The view of one table for everything: the columns that any catalog has, and each entry as a row of them. */
import type { Language, Refused } from '../languages/language.ts';
import type { Axis, Classification, Entry, Provider, Value } from '../registry/registry.ts';
import type { ColumnView } from './view-field-shape.ts';
import type { CatalogView, EntryView } from './view-shape.ts';

/** A column of printed cells. Where catalogs disagree about its type, it is one of text. */
export interface CellColumn {
  readonly id: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly headers: readonly string[];
}

export function cellColumns(providers: readonly Provider[]): CellColumn[] {
  const columns = new Map<string, CellColumn>();
  for (const { fields } of providers.flatMap(({ catalogs }) => catalogs)) {
    for (const { id, type: given, header } of fields) {
      const type = given === 'enum' ? 'string' : given;
      const before = columns.get(id);
      columns.set(id, {
        id,
        type: before === undefined || before.type === type ? type : 'string',
        headers: [...new Set([...(before?.headers ?? []), header])],
      });
    }
  }
  return [...columns.values()];
}

export function columnViews(columns: readonly CellColumn[], { name, types }: Language): ColumnView[] {
  return columns.map(({ id, type, headers }) => ({
    name: name('field', id),
    type: types[type],
    headers: headers.join(', '),
  }));
}

/** The printed cells of an entry, in the order of the columns. */
export function cellsOfRow({ cells }: Entry, columns: readonly CellColumn[], language: Language): (string | Refused)[] {
  return columns.map(({ id, type }) => {
    const value = cells.get(id);
    return valueOrAbsent(type === 'string' ? value?.toString() : value, language);
  });
}

/** For each axis its value, and the line that states it or, of an axis that no document states, its basis. */
export function axesOfRow(
  classification: Classification,
  axes: readonly Axis[],
  language: Language,
): (string | Refused)[] {
  return axes.flatMap(({ id, stateable }) => {
    const claim = classification.get(id);
    const line = stateable ? claim?.statedOn : claim?.basis;
    return [valueOrAbsent(claim?.value, language), valueOrAbsent(line, language)];
  });
}

/** What a row has in one place of it. */
export function valueOrAbsent(value: Value | undefined, { literal, absent }: Language): string | Refused {
  return value === undefined ? absent : literal(value);
}

/** All rows, in portions. */
export function pagesOf(entries: readonly EntryView[], { name, limits }: Language): CatalogView['pages'] {
  const size = limits?.rowsInOnePlace ?? entries.length;
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) => ({
    name: name('type', `page_${index + 1}`),
    entries: entries.slice(index * size, (index + 1) * size),
  }));
}

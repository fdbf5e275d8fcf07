/** The Registry as plain data, the form in which `registry.json` publishes it. */
import { camelCase } from 'change-case';
import type { Axis, Catalog, Classification, Entry, Provider, Registry } from './registry.ts';

export interface PlainEntry {
  readonly [field: string]: unknown;
}

export function plainRegistry({ axes, providers }: Registry): object {
  return { ...(axes.length > 0 && { taxonomy: axes.map(plainAxis) }), providers: providers.map(plainProvider) };
}

export function plainEntry({ code, name, section, cells, line, note, classification }: Entry): PlainEntry {
  const basis = linesOf(classification, 'basis');
  return {
    code,
    name,
    ...(section !== undefined && { section }),
    ...plainCells(cells),
    line,
    ...(note !== undefined && { note }),
    classification: plainClaims(classification),
    ...(Object.keys(basis).length > 0 && { basis }),
    stated: linesOf(classification, 'statedOn'),
  };
}

export function plainCells(cells: Entry['cells']): Record<string, unknown> {
  return Object.fromEntries([...cells].map(([field, value]) => [camelCase(field), value]));
}

export function plainClaims(classification: Classification): Record<string, string> {
  return Object.fromEntries([...classification].map(([axis, { value }]) => [camelCase(axis), value]));
}

export function linesOf(classification: Classification, where: 'statedOn' | 'basis'): Record<string, { line: number }> {
  return Object.fromEntries(
    [...classification].flatMap(([axis, claim]) => {
      const line = claim[where];
      return line === undefined ? [] : [[camelCase(axis), { line }]];
    }),
  );
}

function plainAxis({ id, title, definition, stateable, required, values }: Axis): object {
  return {
    id: camelCase(id),
    title,
    definition,
    canBeStated: stateable,
    required,
    values: values.map((value) => ({ ...value })),
  };
}

function plainProvider({ id, name, document, catalogs }: Provider): object {
  return { id, name, document: { ...document }, catalogs: catalogs.map(plainCatalog) };
}

function plainCatalog({ id, title, typeName, codeType, key, sections, entries }: Catalog): object {
  return {
    id,
    title,
    typeName,
    codeType,
    key: key.map((field) => camelCase(field)),
    ...(sections.length > 0 && {
      sections: sections.map((section) => ({ id: section.id, title: section.title, line: section.line })),
    }),
    entries: entries.map(plainEntry),
  };
}

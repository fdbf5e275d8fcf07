/** The Registry as plain data, the form in which `registry.json` publishes it. */
import { once } from '../memory.ts';
import { plainOutcomeRules, plainPayload, plainReader } from './plain-payload.ts';
import { publicName } from './public-name.ts';
import {
  type Axis,
  type Catalog,
  type Classification,
  type CodeScheme,
  type Entry,
  type Field,
  type Predicate,
  type Provider,
  type Registry,
  replacementsOf,
} from './registry.ts';

export interface PlainEntry {
  readonly [field: string]: unknown;
}

export function plainRegistry({ axes, predicates, outcomes, providers }: Registry): object {
  return {
    ...(axes.length > 0 && { taxonomy: axes.map(plainAxis) }),
    ...(predicates.length > 0 && { predicates: predicates.map(plainPredicate) }),
    ...(outcomes && { outcomes: plainOutcomeRules(outcomes) }),
    providers: providers.map(plainProvider),
  };
}

/** With what every form of an entry begins: the row as it was transcribed. */
export function plainRow({ code, name, section, cells, line }: Entry) {
  return { code, name, ...(section !== undefined && { section }), ...plainCells(cells), line };
}

/** Made once for an entry, however many files it is compared with. */
export const plainEntry = once((entry: Entry): PlainEntry => {
  const { note, deprecated, classification } = entry;
  const basis = linesOf(classification, 'basis');
  return {
    ...plainRow(entry),
    ...(note !== undefined && { note }),
    ...(deprecated !== undefined && { deprecated: { ...deprecated } }),
    classification: plainClaims(classification),
    ...(Object.keys(basis).length > 0 && { basis }),
    stated: linesOf(classification, 'statedOn'),
  };
});

function plainCells(cells: Entry['cells']): Record<string, unknown> {
  return Object.fromEntries([...cells].map(([field, value]) => [publicName(field), value]));
}

export function plainClaims(classification: Classification): Record<string, string> {
  return Object.fromEntries([...classification].map(([axis, { value }]) => [publicName(axis), value]));
}

export function linesOf(classification: Classification, where: 'statedOn' | 'basis'): Record<string, { line: number }> {
  return Object.fromEntries(
    [...classification].flatMap(([axis, claim]) => {
      const line = claim[where];
      return line === undefined ? [] : [[publicName(axis), { line }]];
    }),
  );
}

function plainAxis({ id, title, definition, stateable, required, listsEntries, isBreaking, values }: Axis): object {
  return {
    id: publicName(id),
    title,
    definition,
    canBeStated: stateable,
    required,
    ...(listsEntries && { listsEntries }),
    breaking: isBreaking,
    values: values.map((value) => ({ ...value })),
  };
}

function plainPredicate({ id, definition, when }: Predicate): object {
  return {
    id: publicName(id),
    definition,
    when: Object.fromEntries(when.map(({ axis, values }) => [publicName(axis), values])),
  };
}

function plainScheme({ line, length, prefixes }: CodeScheme): object {
  return {
    ...(line !== undefined && { line }),
    ...(length !== undefined && { length }),
    prefixes: prefixes.map(({ prefix, title, classification }) => ({
      prefix,
      title,
      classification: plainClaims(classification),
      stated: linesOf(classification, 'statedOn'),
    })),
  };
}

function plainProvider({ id, name, document, catalogs, payloads, readers }: Provider): object {
  return {
    id,
    name,
    document: { ...document },
    catalogs: catalogs.map(plainCatalog),
    ...(payloads.length > 0 && { payloads: payloads.map(plainPayload) }),
    ...(readers.length > 0 && { readers: readers.map(plainReader) }),
  };
}

function plainCatalog(catalog: Catalog): object {
  const { id, title, typeName, codeType, key, lookups, fields, sections, scheme, entries, removed } = catalog;
  const replacements = Object.fromEntries(replacementsOf(catalog));
  return {
    id,
    title,
    typeName,
    codeType,
    key: key.map((field) => publicName(field)),
    ...(lookups.length > 0 && { lookups: lookups.map((field) => publicName(field)) }),
    fields: fields.map(plainField),
    ...(sections.length > 0 && {
      sections: sections.map((section) => ({ id: section.id, title: section.title, line: section.line })),
    }),
    ...(scheme && { scheme: plainScheme(scheme) }),
    ...(removed.length > 0 && { removed: removed.map((removal) => ({ ...removal })) }),
    ...(Object.keys(replacements).length > 0 && { replacements }),
    entries: entries.map(plainEntry),
  };
}

function plainField({ id, header, type, enumName, isBreaking, values }: Field): object {
  return {
    id: publicName(id),
    header,
    type,
    ...(enumName !== undefined && { enumName }),
    ...(values.length > 0 && { values: [...values] }),
    breaking: isBreaking,
  };
}

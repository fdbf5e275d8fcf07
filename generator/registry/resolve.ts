/** From a Spec without errors to the Registry: what is written becomes what it means. */
import type {
  CatalogSpec,
  CodeRuleSpec,
  CodeType,
  DeprecationSpec,
  EntrySpec,
  ProviderSpec,
  RemovalSpec,
  Spec,
  TaxonomySpec,
} from '../spec/spec.ts';
import { cellValue, codeValue } from './cell.ts';
import { blocksOf, blocksOfScheme, blocksOfSection, inherit } from './inherit.ts';
import type {
  Axis,
  Catalog,
  Code,
  CodeScheme,
  Deprecation,
  Entry,
  Provider,
  Registry,
  Removal,
  Value,
} from './registry.ts';
import { resolveOutcomeRules, resolvePayload, resolveReaders } from './resolve-payload.ts';

export function resolve({ taxonomy, providers }: Spec): Registry {
  return {
    axes: taxonomy === undefined ? [] : resolveAxes(taxonomy),
    predicates: (taxonomy?.predicates ?? []).map(({ id, definition, when }) => ({
      id: id.value,
      definition,
      when: when.map(({ axis, values }) => ({ axis: axis.value, values: values.map(({ value }) => value) })),
    })),
    ...(taxonomy?.outcomes && { outcomes: resolveOutcomeRules(taxonomy.outcomes) }),
    providers: providers.map((provider) => resolveProvider(provider, taxonomy)),
  };
}

function resolveAxes({ axes }: TaxonomySpec): Axis[] {
  return axes.map(({ id, title, definition, stateable, required, listsEntries, isBreaking, valuesOf, values }) => {
    const own = valuesOf === undefined ? values : (axes.find((axis) => axis.id.value === valuesOf.value)?.values ?? []);
    return {
      id: id.value,
      title,
      definition,
      stateable,
      required,
      listsEntries,
      isBreaking,
      valuesOf: valuesOf?.value ?? id.value,
      values: own.map((value) => ({
        id: value.id.value,
        definition: value.definition,
        ...(value.sentence !== undefined && { sentence: value.sentence }),
      })),
    };
  });
}

function resolveProvider(provider: ProviderSpec, taxonomy: TaxonomySpec | undefined): Provider {
  const { id, name, path, document, catalogs } = provider;
  const payloads = provider.payloads.map((payload) => resolvePayload(payload, catalogs));
  return {
    id: id.value,
    name,
    path,
    document,
    catalogs: catalogs.map((catalog) => resolveCatalog(catalog, taxonomy)),
    payloads,
    readers: resolveReaders(provider, payloads),
  };
}

function resolveCatalog(catalog: CatalogSpec, taxonomy: TaxonomySpec | undefined): Catalog {
  const axes = taxonomy?.axes ?? [];
  const fields = catalog.columns.filter(({ field }) => field.value !== 'code');
  return {
    id: catalog.id.value,
    title: catalog.title,
    typeName: catalog.typeName.value,
    codeType: catalog.codeType,
    key: catalog.key.map(({ value }) => value),
    lookups: catalog.lookups.map(({ value }) => value),
    fields: fields.map(({ field, header, type, enumName, isBreaking, values }) => ({
      id: field.value,
      header,
      type,
      ...(enumName && { enumName: enumName.value }),
      isBreaking,
      values: type === 'enum' ? [...values.values()].map(String) : [],
      ...(type === 'boolean' && { printed: new Map([...values].map(([text, value]) => [value, text])) }),
    })),
    sections: catalog.sections.map((section) => ({
      id: section.id.value,
      title: section.title,
      line: section.line,
      classification: inherit(blocksOfSection(section, catalog), axes),
    })),
    classification: inherit([catalog.classification], axes),
    ...(catalog.codeRule && statesAnything(catalog.codeRule) && { scheme: resolveScheme(catalog.codeRule, axes) }),
    entries: catalog.entries.map((entry) => resolveEntry(entry, catalog, axes)),
    removed: catalog.removed.map((removal) => resolveRemoval(removal, catalog.codeType)),
  };
}

function statesAnything({ prefixes }: CodeRuleSpec): boolean {
  return prefixes.some(({ classification }) => classification.stated.length > 0);
}

function resolveScheme({ line, length, prefixes }: CodeRuleSpec, axes: TaxonomySpec['axes']): CodeScheme {
  return {
    ...(line !== undefined && { line }),
    ...(length && { length: length.value }),
    prefixes: prefixes.map(({ prefix: { value: prefix }, title }) => ({
      prefix,
      title,
      classification: inherit(blocksOfScheme(prefix, prefixes), axes),
    })),
  };
}

function resolveEntry(entry: EntrySpec, catalog: CatalogSpec, axes: TaxonomySpec['axes']): Entry {
  return {
    code: codeValue(entry.code, catalog.codeType) as Code,
    name: entry.name.value,
    ...(entry.section && { section: entry.section.value }),
    cells: new Map(
      // The code is no cell.
      catalog.columns.flatMap((column): [string, Value][] => {
        const written = entry.cells.get(column.field.value);
        const value = written && cellValue(written.cell, column);
        return value === undefined ? [] : [[column.field.value, value]];
      }),
    ),
    line: entry.line.value,
    classification: inherit(blocksOf(entry, catalog), axes),
    ...(entry.note !== undefined && { note: entry.note }),
    ...(entry.deprecated && { deprecated: resolveDeprecation(entry.deprecated, catalog.codeType) }),
    at: entry.code.at,
  };
}

function resolveDeprecation({ since, reason, replacement, note }: DeprecationSpec, codeType: CodeType): Deprecation {
  return {
    since,
    reason,
    ...(replacement && { replacement: codeValue(replacement, codeType) as Code }),
    ...(note !== undefined && { note }),
  };
}

function resolveRemoval({ code, name, since, reason, replacement }: RemovalSpec, codeType: CodeType): Removal {
  return {
    code: codeValue(code, codeType) as Code,
    name: name.value,
    since,
    reason,
    ...(replacement && { replacement: codeValue(replacement, codeType) as Code }),
  };
}

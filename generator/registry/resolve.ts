/** From a Spec without errors to the Registry: what is written becomes what it means. */
import type {
  CatalogSpec,
  CodeRuleSpec,
  ColumnSpec,
  EntrySpec,
  ProviderSpec,
  Spec,
  TaxonomySpec,
} from '../spec/spec.ts';
import { cellValue, codeValue } from './cell.ts';
import { blocksOf, blocksOfSection, inherit } from './inherit.ts';
import type { Axis, Catalog, Code, CodeScheme, Entry, Provider, Registry, Value } from './registry.ts';

export function resolve({ taxonomy, providers }: Spec): Registry {
  return {
    axes: taxonomy === undefined ? [] : resolveAxes(taxonomy),
    providers: providers.map((provider) => resolveProvider(provider, taxonomy)),
  };
}

function resolveAxes({ axes }: TaxonomySpec): Axis[] {
  return axes.map(({ id, title, definition, stateable, required, valuesOf, values }) => {
    const own = valuesOf === undefined ? values : (axes.find((axis) => axis.id.value === valuesOf.value)?.values ?? []);
    return {
      id: id.value,
      title,
      definition,
      stateable,
      required,
      valuesOf: valuesOf?.value ?? id.value,
      values: own.map((value) => ({
        id: value.id.value,
        definition: value.definition,
        ...(value.sentence !== undefined && { sentence: value.sentence }),
      })),
    };
  });
}

function resolveProvider(
  { id, name, path, document, catalogs }: ProviderSpec,
  taxonomy: TaxonomySpec | undefined,
): Provider {
  return { id: id.value, name, path, document, catalogs: catalogs.map((catalog) => resolveCatalog(catalog, taxonomy)) };
}

function resolveCatalog(catalog: CatalogSpec, taxonomy: TaxonomySpec | undefined): Catalog {
  const axes = taxonomy?.axes ?? [];
  const columns = catalog.columns.filter(({ field }) => field.value !== 'code');
  return {
    id: catalog.id.value,
    title: catalog.title,
    typeName: catalog.typeName.value,
    codeType: catalog.codeType,
    key: catalog.key.map(({ value }) => value),
    lookups: catalog.lookups.map(({ value }) => value),
    fields: columns.map(({ field, header, type, enumName, values }) => ({
      id: field.value,
      header,
      type,
      ...(enumName && { enumName: enumName.value }),
      values: type === 'enum' ? [...values.values()].map(String) : [],
    })),
    sections: catalog.sections.map((section) => ({
      id: section.id.value,
      title: section.title,
      line: section.line,
      classification: inherit(blocksOfSection(section, catalog), axes),
    })),
    classification: inherit([catalog.classification], axes),
    ...(catalog.codeRule && { scheme: resolveScheme(catalog.codeRule, axes) }),
    entries: catalog.entries.map((entry) => resolveEntry(entry, catalog, columns, axes)),
  };
}

function resolveScheme({ line, length, prefixes }: CodeRuleSpec, axes: TaxonomySpec['axes']): CodeScheme {
  return {
    ...(line !== undefined && { line }),
    ...(length && { length: length.value }),
    prefixes: prefixes.map(({ prefix, title, classification }) => ({
      prefix: prefix.value,
      title,
      classification: inherit([classification], axes),
    })),
  };
}

function resolveEntry(
  entry: EntrySpec,
  catalog: CatalogSpec,
  columns: readonly ColumnSpec[],
  axes: TaxonomySpec['axes'],
): Entry {
  return {
    code: codeValue(entry.code, catalog.codeType) as Code,
    name: entry.name.value,
    ...(entry.section && { section: entry.section.value }),
    cells: new Map(
      columns.flatMap((column): [string, Value][] => {
        const written = entry.cells.get(column.field.value);
        const value = written && cellValue(written.cell, column);
        return value === undefined ? [] : [[column.field.value, value]];
      }),
    ),
    line: entry.line.value,
    classification: inherit(blocksOf(entry, catalog), axes),
    ...(entry.note !== undefined && { note: entry.note }),
    at: entry.code.at,
  };
}

/** From a block of `catalogs` to a catalog: columns, code rule, sections, entries. */
import { decodeClassification } from './decode-classification.ts';
import { decodeEntry, decodeRemoval } from './decode-entry.ts';
import { childOf, itemsOf, type Node, type Pair, pairsOf } from './node.ts';
import type { CatalogSpec, CodeRuleSpec, CodeType, ColumnSpec, ColumnType, PrefixSpec, SectionSpec } from './spec.ts';
import {
  flagOf,
  located,
  locatedChild,
  locatedItems,
  locatedNumber,
  locatedOf,
  numberOf,
  scalarOf,
  sourceOf,
  textOf,
  toNumber,
} from './value.ts';

export function decodeCatalog(
  provider: string,
  { key, value: catalog }: Pair,
  brokenRows: ReadonlySet<Node>,
): CatalogSpec {
  const codeType = textOf(catalog, 'code_type') as CodeType;
  const columns = itemsOf(childOf(catalog, 'columns'));
  const rows = itemsOf(childOf(catalog, 'entries'));
  return {
    id: located(key),
    label: `${provider}/${key.source}`,
    title: textOf(catalog, 'title'),
    typeName: locatedOf(catalog, 'type_name'),
    codeType,
    codeTypeAt: locatedOf(catalog, 'code_type').at,
    key: locatedItems(catalog, 'key'),
    lookups: locatedItems(catalog, 'lookups'),
    rows: locatedNumber(catalog, 'rows'),
    written: rows.length,
    cellsSha256: locatedOf(catalog, 'cells_sha256'),
    headers: columns.map((column) => textOf(column, 'header')),
    columns: columns
      .filter((column) => childOf(column, 'omitted') === undefined)
      .map((column) => decodeColumn(column, codeType)),
    codeRule: decodeCodeRule(childOf(catalog, 'code_rule')),
    sections: itemsOf(childOf(catalog, 'sections')).map(decodeSection),
    classification: decodeClassification(catalog),
    entries: rows.filter((row) => !brokenRows.has(row)).map(decodeEntry),
    removed: itemsOf(childOf(catalog, 'removed')).map(decodeRemoval),
  };
}

function decodeColumn(column: Node, codeType: CodeType): ColumnSpec {
  const values = childOf(column, 'values');
  return {
    header: textOf(column, 'header'),
    field: locatedOf(column, 'field'),
    type: (scalarOf(column, 'type')?.source as ColumnType | undefined) ?? codeType,
    isBreaking: flagOf(column, 'breaking'),
    enumName: locatedChild(column, 'enum_name'),
    values: new Map<string, string | boolean>([
      ...itemsOf(values).map((item): [string, string] => [sourceOf(item), sourceOf(item)]),
      ...pairsOf(values).map(({ key }): [string, boolean] => [key.source, flagOf(values, key.source)]),
    ]),
  };
}

function decodeCodeRule(rule: Node | undefined): CodeRuleSpec | undefined {
  if (rule === undefined) return undefined;
  const length = locatedChild(rule, 'length');
  return {
    line: numberOf(rule, 'line'),
    length: length && toNumber(length),
    prefixes: itemsOf(childOf(rule, 'prefixes')).map(
      (prefix): PrefixSpec => ({
        prefix: locatedOf(prefix, 'prefix'),
        title: textOf(prefix, 'title'),
        classification: decodeClassification(prefix),
      }),
    ),
    exceptions: itemsOf(childOf(rule, 'exceptions')).map((exception) => locatedOf(exception, 'code')),
  };
}

function decodeSection(section: Node): SectionSpec {
  return {
    id: locatedOf(section, 'id'),
    title: textOf(section, 'title'),
    line: locatedNumber(section, 'line').value,
    classification: decodeClassification(section),
  };
}

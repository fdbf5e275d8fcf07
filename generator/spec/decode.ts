/** From located trees to the Spec. Converts what the frame has let through; decides nothing. */
import validateSpec from '#spec-frame';
import { type Checked, type Diagnostic, error } from '../diagnostic/diagnostic.ts';
import { checkFrame } from './frame.ts';
import { childOf, itemsOf, type Located, type Node, nodeAt, type Pair, pairsOf, type ScalarNode } from './node.ts';
import type {
  AxisSpec,
  CatalogSpec,
  CellSpec,
  ClassificationSpec,
  CodeRuleSpec,
  CodeType,
  ColumnSpec,
  ColumnType,
  EntrySpec,
  PrefixSpec,
  ProviderSpec,
  SectionSpec,
  Spec,
  TaxonomySpec,
} from './spec.ts';
import { parseYaml, type Source } from './yaml.ts';

/** The keys of a row that are words of the format; every other key is a printed cell. */
export const ROW_WORDS: ReadonlySet<string> = new Set([
  'code',
  'line',
  'section',
  'name',
  'stated',
  'inferred',
  'basis',
  'note',
]);

/** Reads every file of a spec folder. A part that the frame rejects is left out, so that the rest is still checked. */
export function decode(sources: readonly Source[]): Checked<Spec> {
  const diagnostics: Diagnostic[] = [];
  const taxonomies: TaxonomySpec[] = [];
  const providers: ProviderSpec[] = [];
  for (const source of sources) {
    const tree = parseYaml(source);
    diagnostics.push(...tree.diagnostics);
    if (tree.value === undefined) continue;

    const problems = checkFrame(tree.value, validateSpec);
    diagnostics.push(...problems.map(({ diagnostic }) => diagnostic));
    const { value: root } = tree;
    const brokenRows = new Set<Node>();
    const isUsable = problems.every(({ pointer }) => isInRow(root, pointer, brokenRows));
    if (!isUsable) continue;
    if (childOf(root, 'axes') !== undefined) taxonomies.push(decodeTaxonomy(root, source.path));
    else providers.push(decodeProvider(root, source.path, brokenRows));
  }
  const [taxonomy, ...others] = taxonomies;
  for (const { path } of others) {
    diagnostics.push(
      error('second-taxonomy', { path, start: 0, end: 0 }, `the axes are already defined in ${taxonomy?.path}`, {
        hint: 'keep one file with "axes"',
      }),
    );
  }
  return { value: { taxonomy, providers }, diagnostics };
}

/** Whether a problem concerns one row alone; remembers the row. */
function isInRow(root: Node, pointer: string, brokenRows: Set<Node>): boolean {
  const row = /^\/catalogs\/[^/]+\/entries\/\d+/.exec(pointer);
  if (row === null) return false;
  brokenRows.add(nodeAt(root, row[0]));
  return true;
}

function decodeTaxonomy(root: Node, path: string): TaxonomySpec {
  return { path, axes: pairsOf(childOf(root, 'axes')).map(decodeAxis) };
}

function decodeAxis({ key, value: axis }: Pair): AxisSpec {
  return {
    id: located(key),
    title: textOf(axis, 'title'),
    definition: textOf(axis, 'definition'),
    stateable: textOf(axis, 'stated') === 'possible',
    required: scalarOf(axis, 'required')?.value === true,
    valuesOf: locatedChild(axis, 'values_of'),
    values: pairsOf(childOf(axis, 'values')).map((pair) => ({
      id: located(pair.key),
      definition: textOf(pair.value, 'definition'),
      sentence: scalarOf(pair.value, 'sentence')?.source,
    })),
  };
}

function decodeProvider(root: Node, path: string, brokenRows: ReadonlySet<Node>): ProviderSpec {
  const id = locatedOf(root, 'provider');
  const document = childOf(root, 'document');
  return {
    path,
    id,
    name: textOf(root, 'name'),
    document: {
      title: textOf(document, 'title'),
      received: textOf(document, 'received'),
      sha256: textOf(document, 'sha256'),
    },
    catalogs: pairsOf(childOf(root, 'catalogs')).map((pair) => decodeCatalog(id.value, pair, brokenRows)),
  };
}

function decodeCatalog(provider: string, { key, value: catalog }: Pair, brokenRows: ReadonlySet<Node>): CatalogSpec {
  const codeType = textOf(catalog, 'code_type') as CodeType;
  const rows = itemsOf(childOf(catalog, 'entries'));
  return {
    id: located(key),
    label: `${provider}/${key.source}`,
    title: textOf(catalog, 'title'),
    typeName: locatedOf(catalog, 'type_name'),
    codeType,
    key: locatedItems(catalog, 'key'),
    lookups: locatedItems(catalog, 'lookups'),
    rows: locatedNumber(catalog, 'rows'),
    written: rows.length,
    cellsSha256: locatedChild(catalog, 'cells_sha256'),
    columns: itemsOf(childOf(catalog, 'columns'))
      .filter((column) => childOf(column, 'omitted') === undefined)
      .map((column) => decodeColumn(column, codeType)),
    codeRule: decodeCodeRule(childOf(catalog, 'code_rule')),
    sections: itemsOf(childOf(catalog, 'sections')).map(decodeSection),
    classification: decodeClassification(catalog),
    entries: rows.filter((row) => !brokenRows.has(row)).map(decodeEntry),
  };
}

function decodeColumn(column: Node, codeType: CodeType): ColumnSpec {
  const values = childOf(column, 'values');
  return {
    header: textOf(column, 'header'),
    field: locatedOf(column, 'field'),
    type: (scalarOf(column, 'type')?.source as ColumnType | undefined) ?? codeType,
    enumName: locatedChild(column, 'enum_name'),
    values: new Map<string, string | boolean>([
      ...itemsOf(values).map((item): [string, string] => [sourceOf(item), sourceOf(item)]),
      ...pairsOf(values).map(({ key, value }): [string, string | boolean] => [
        key.source,
        value.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : sourceOf(value),
      ]),
    ]),
  };
}

function decodeCodeRule(rule: Node | undefined): CodeRuleSpec | undefined {
  if (rule === undefined) return undefined;
  const length = childOf(rule, 'length');
  return {
    line: numberOf(rule, 'line'),
    length: length && { value: Number(sourceOf(length)), at: length.at },
    prefixes: itemsOf(childOf(rule, 'prefixes')).map(
      (prefix): PrefixSpec => ({
        prefix: locatedOf(prefix, 'prefix'),
        title: textOf(prefix, 'title'),
        classification: decodeClassification(prefix),
      }),
    ),
    exceptions: itemsOf(childOf(rule, 'exceptions')).map((exception) => ({
      code: locatedOf(exception, 'code'),
      reason: textOf(exception, 'reason'),
    })),
  };
}

function decodeSection(section: Node): SectionSpec {
  return {
    id: locatedOf(section, 'id'),
    title: textOf(section, 'title'),
    line: numberOf(section, 'line') ?? 0,
    classification: decodeClassification(section),
  };
}

function decodeClassification(block: Node | undefined): ClassificationSpec {
  return {
    stated: pairsOf(childOf(block, 'stated')).map(({ key, value }) => {
      const line = childOf(value, 'line');
      return {
        axis: located(key),
        value: locatedOf(value, 'value'),
        line: line && { value: Number(sourceOf(line)), at: line.at },
      };
    }),
    inferred: pairsOf(childOf(block, 'inferred')).map(({ key, value }) => ({
      axis: located(key),
      value: { value: sourceOf(value), at: value.at },
    })),
    basis: pairsOf(childOf(block, 'basis')).map(({ key, value }) => ({
      axis: located(key),
      line: { value: Number(sourceOf(value)), at: value.at },
    })),
  };
}

function decodeEntry(row: Node): EntrySpec {
  const cells = pairsOf(row).filter(({ key }) => !ROW_WORDS.has(key.source));
  return {
    at: row.at,
    code: scalarOf(row, 'code') ?? nothing(row),
    line: locatedNumber(row, 'line'),
    section: locatedChild(row, 'section'),
    name: locatedOf(row, 'name'),
    cells: new Map(
      cells.map(({ key, value }): [string, CellSpec] => [
        key.source,
        { field: located(key), cell: value.kind === 'scalar' ? value : nothing(value) },
      ]),
    ),
    classification: decodeClassification(row),
    note: scalarOf(row, 'note')?.source,
  };
}

// Reading of one value. The frame has already seen that required ones are there.

function located(scalar: ScalarNode): Located<string> {
  return { value: scalar.source, at: scalar.at };
}

function locatedOf(block: Node | undefined, key: string): Located<string> {
  return locatedChild(block, key) ?? { value: '', at: block?.at ?? NOWHERE };
}

function locatedChild(block: Node | undefined, key: string): Located<string> | undefined {
  const scalar = scalarOf(block, key);
  return scalar && located(scalar);
}

function locatedNumber(block: Node | undefined, key: string): Located<number> {
  const { value, at } = locatedOf(block, key);
  return { value: Number(value), at };
}

function locatedItems(block: Node | undefined, key: string): Located<string>[] {
  return itemsOf(childOf(block, key)).map((item) => ({ value: sourceOf(item), at: item.at }));
}

function scalarOf(block: Node | undefined, key: string): ScalarNode | undefined {
  const child = childOf(block, key);
  return child?.kind === 'scalar' ? child : undefined;
}

function textOf(block: Node | undefined, key: string): string {
  return scalarOf(block, key)?.source ?? '';
}

function numberOf(block: Node | undefined, key: string): number | undefined {
  const scalar = scalarOf(block, key);
  return scalar && Number(scalar.source);
}

function sourceOf(node: Node): string {
  return node.kind === 'scalar' ? node.source : '';
}

function nothing(node: Node): ScalarNode {
  return { kind: 'scalar', at: node.at, value: null, source: '' };
}

const NOWHERE = { path: '', start: 0, end: 0 };

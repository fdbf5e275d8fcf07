/** A provider's file, brought up to a document: what the audit found is written, and nothing else is touched. */
import { compile } from '../../compile.ts';
import { type Diagnostic, hasErrors, isError, warning } from '../../diagnostic/diagnostic.ts';
import { quote } from '../../diagnostic/quote.ts';
import { groupBy } from '../../group-by.ts';
import type { Language } from '../../languages/language.ts';
import { childOf, type Node, type ScalarNode } from '../../spec/node.ts';
import type { CatalogSpec, Spec } from '../../spec/spec.ts';
import { parseYaml, type Source } from '../../spec/yaml.ts';
import type { Audit } from '../audit.ts';
import { type ComparedRow, type Comparison, isKept } from '../compare.ts';
import { catalogEdits } from './catalog-edits.ts';
import { applyEdits, type Edit, outside, type Part, replace } from './edit.ts';
import { type FollowedLines, followLines } from './follow-lines.ts';
import { isFlow, scalarText } from './layout.ts';
import { freshEdits, sectionOrderEdits, staleEdits, type WrittenCatalog } from './list-edits.ts';
import { newRowTexts } from './new-rows.ts';
import { cellEdits, nodesOf, rowEdits } from './row-edits.ts';
import type { RowPlace } from './section-change.ts';
import { withCounts } from './with-counts.ts';
import { refusalOf } from './writable.ts';

export interface Patched {
  /** The new text of the file; the old one where the result would be wrong. */
  readonly text: string;
  /** What could not be written, or not be followed. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PatchContext {
  readonly spec: Spec;
  readonly sources: readonly Source[];
  readonly languages: readonly Language[];
  /** The day on which the document was received. */
  readonly received: string;
}

/** Short names first; where one of them cannot be used, each new name bears its code. */
export function patch(audit: Audit, context: PatchContext): Patched {
  if (audit.comparisons.every(({ rows }) => rows.length === 0)) return nothing(audit, context);
  const first = attempt(audit, context, false);
  return hasErrors(first.diagnostics) ? attempt(audit, context, true) : first;
}

/** A page without any row of the provider is no edition of its document. */
function nothing({ provider: { id, path } }: Audit, { sources }: PatchContext): Patched {
  const message = `provider "${id.value}" is not written: the document has no row of it`;
  return {
    text: sources.find((source) => source.path === path)?.text ?? '',
    diagnostics: [warning('not-written', id.at, message, { hint: 'check that it is the right document' })],
  };
}

function attempt(audit: Audit, context: PatchContext, isSuffixed: boolean): Patched {
  const source = context.sources.find(({ path }) => path === audit.provider.path) ?? { path: '', text: '' };
  const rewritten = rewrite(audit, source, context, isSuffixed);
  // Each step reads the text anew: what one has added, the next may have to step over.
  const steps = [staleEdits, (catalog: WrittenCatalog) => freshEdits(catalog, context.received), sectionOrderEdits];
  const text = steps.reduce((before, step) => editCatalogs(before, rewritten.catalogs, step), rewritten.text);
  const patched = withCounts({ ...source, text });
  const sources = context.sources.map((one) => (one.path === source.path ? patched : one));
  const errors = compile(sources, context.languages).diagnostics.filter(isError);
  if (errors.length === 0) return { text: patched.text, diagnostics: rewritten.diagnostics };
  return { text: source.text, diagnostics: errors };
}

type Rows = Pick<WrittenCatalog, 'comparison' | 'rows'>;

function editCatalogs(text: string, catalogs: readonly Rows[], step: (catalog: WrittenCatalog) => Edit[]): string {
  const root = parseYaml({ path: '', text }).value;
  const edits = catalogs.flatMap((catalog) => {
    const node = childOf(childOf(root, 'catalogs'), catalog.comparison.catalog.id.value);
    return node === undefined ? [] : step({ ...catalog, node, text });
  });
  return applyEdits(text, edits);
}

function rewrite(
  audit: Audit,
  { path, text }: Source,
  { spec, received }: PatchContext,
  isSuffixed: boolean,
): Patched & { readonly catalogs: readonly Rows[] } {
  const root = parseYaml({ path, text }).value;
  if (root === undefined) return { text, diagnostics: [], catalogs: [] };
  const lines = followLines(root, audit.comparisons, audit.document.headings);
  const parts = audit.comparisons.map((comparison) => {
    const node = childOf(childOf(root, 'catalogs'), comparison.catalog.id.value) ?? root;
    return rewriteCatalog(comparison, node, text, { lines, spec, isSuffixed });
  });
  const gone = parts.flatMap((part) => part.gone);
  const inner = parts.flatMap((part) => part.inner);
  const edits = [
    ...outside(lines.edits, [...gone, ...inner]),
    ...outside(inner, gone),
    ...parts.flatMap((part) => part.outer),
    ...editionEdits(root, audit, received),
  ];
  const unsure = lines.unsure.filter(({ at }) => outside([at], [...gone, ...inner]).length > 0);
  return {
    text: applyEdits(text, edits),
    catalogs: parts.flatMap(({ rows }) => rows ?? []),
    diagnostics: [...parts.flatMap((part) => part.diagnostics), ...unsureLines(unsure)],
  };
}

/** One for a line, however many claims name it. */
function unsureLines(numbers: readonly ScalarNode[]): Diagnostic[] {
  return [...groupBy(numbers, ({ source }) => source)].map(([line, [first, ...others]]) =>
    warning('unsure-line', first.at, `line ${line} of the document may have moved, and nothing tells where`, {
      hint: 'look it up in the document',
      notes: others.map(({ at }) => ({ message: 'named here, too', at })),
    }),
  );
}

interface CatalogPart {
  /** Absent where the catalog is left as it is. */
  readonly rows?: Rows;
  readonly inner: readonly Edit[];
  readonly outer: readonly Edit[];
  readonly gone: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

function rewriteCatalog(
  comparison: Comparison,
  node: Node,
  text: string,
  { lines, spec, isSuffixed }: { lines: FollowedLines; spec: Spec; isSuffixed: boolean },
): CatalogPart {
  const { catalog } = comparison;
  const list = childOf(node, 'entries');
  const untouched = (reason: string): CatalogPart => ({
    inner: [],
    outer: [],
    gone: [],
    diagnostics: [warning('not-written', catalog.id.at, `catalog "${catalog.label}" is not written: ${reason}`)],
  });
  if (comparison.rows.length === 0) return untouched('the document has no row of it');
  if (list === undefined || isFlow(list, text)) return untouched('its entries stand on one line');

  const reasonByRow = new Map(comparison.rows.map((row) => [row, refusalOf(row, catalog)]));
  const writable = comparison.rows.filter((row) => reasonByRow.get(row) === undefined);
  const added = writable.filter((row) => !isKept(row));
  const { lineOf, unsure } = lines;
  const newTexts = newRowTexts(added, catalog, { spec, lineOf, isSuffixed });
  const place: RowPlace = {
    catalog,
    spec,
    lineOf,
    reworded: new Set(comparison.renamedSections.keys()),
    isUnsure: ({ start, end }) => unsure.some(({ at }) => at.start >= start && at.end <= end),
  };
  const nodeByEntry = nodesOf(catalog, list);
  const cells = writable
    .filter(isKept)
    .flatMap((row) => cellEdits(row, nodeByEntry.get(row.entry) ?? list, place, text));
  const inner = [...outside(lines.edits, cells), ...cells];
  const rows = rowEdits(comparison, list, text, inner, newTexts);
  return {
    rows: { comparison, rows: writable },
    inner: cells,
    outer: [...rows.edits, ...catalogEdits(comparison, writable, node, text)],
    gone: rows.gone,
    diagnostics: [...reasonByRow].flatMap(([row, reason]) => (reason ? [notWritten(row, reason, catalog)] : [])),
  };
}

function notWritten({ printed, entry }: ComparedRow, reason: string, catalog: CatalogSpec): Diagnostic {
  const words = `code ${quote(printed.code)} of line ${printed.line} is not written: ${reason}`;
  return warning('not-written', entry?.code.at ?? catalog.id.at, words);
}

function editionEdits(root: Node, { document, provider }: Audit, received: string): Edit[] {
  const block = childOf(root, 'document');
  const [digest, date] = [childOf(block, 'sha256'), childOf(block, 'received')];
  if (digest === undefined || date === undefined || document.sha256 === provider.document.sha256) return [];
  return [replace(digest.at, scalarText(document.sha256)), replace(date.at, received)];
}

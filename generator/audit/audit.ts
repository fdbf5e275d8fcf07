/** A document against the catalogs of its provider. Pure: no disk, no clock. */
import type { Span } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import type { PageDocument } from '../document/read.ts';
import type { CatalogSpec, EntrySpec, ProviderSpec } from '../spec/spec.ts';
import { type ComparedRow, type Comparison, compareCatalog } from './compare.ts';
import type { Finding, FindingId } from './finding.ts';
import { matchTables } from './match.ts';
import type { PrintedRow } from './printed.ts';

export interface Audit {
  readonly provider: ProviderSpec;
  readonly document: PageDocument;
  readonly comparisons: readonly Comparison[];
  readonly findings: readonly Finding[];
}

export function audit(provider: ProviderSpec, document: PageDocument): Audit {
  const matches = matchTables(document.tables, provider.catalogs);
  const comparisons = provider.catalogs.map((catalog) =>
    compareCatalog(
      catalog,
      matches.filter((match) => match.catalog === catalog),
    ),
  );
  const findings = [
    ...comparisons.flatMap((comparison) => findingsOf(comparison, provider)),
    ...(document.sha256 === provider.document.sha256 ? [] : [editionChanged(provider, document)]),
  ];
  return { provider, document, comparisons, findings };
}

function findingsOf(comparison: Comparison, provider: ProviderSpec): Finding[] {
  const { catalog, rows, removed, repeated, goneColumns, newHeaders, renamedHeaders, renamedSections } = comparison;
  const of = (id: FindingId, at: Span, message: string, more: Partial<Finding> = {}): Finding => ({
    id,
    provider: provider.id.value,
    catalog: catalog.id.value,
    ...more,
    message,
    at,
  });
  const anchors = anchorsOf(comparison);
  return [
    ...rows.flatMap((row, index) => rowFindings(row, { previous: rows[index - 1], at: anchors[index] }, catalog, of)),
    ...removed.map((entry) =>
      of('row-removed', entry.code.at, `${nameOf(entry)} is in the spec and not in the document`, {
        code: wireCode(entry.code.source, catalog),
      }),
    ),
    ...repeated.map(({ code, line }) =>
      of('row-repeated', catalog.id.at, `code ${visible(code)} stands there again, with the same cells`, {
        code: wireCode(code, catalog),
        line,
      }),
    ),
    ...goneColumns.map(({ field, header }) =>
      of('column-removed', field.at, `column ${quote(header)} is in the spec and not in the document`, {
        field: field.value,
        written: header,
      }),
    ),
    ...[...renamedHeaders].map(([field, { written, printed }]) =>
      of('column-renamed', catalog.id.at, `column ${quote(written)} is headed ${quote(printed)} in the document`, {
        field,
        written,
        printed,
      }),
    ),
    ...[...renamedSections].map(([section, { written, printed }]) =>
      of(
        'section-renamed',
        section.id.at,
        `section ${quote(section.id.value)} is headed ${quote(printed)} in the document`,
        {
          field: 'section',
          written,
          printed,
        },
      ),
    ),
    ...newHeaders.map((header) =>
      of('column-added', catalog.id.at, `column ${quote(header)} of the document is not transcribed`, {
        printed: header,
      }),
    ),
  ];
}

function rowFindings(
  { printed, entry, isMoved, isSecond, changes }: ComparedRow,
  { previous, at }: { previous: ComparedRow | undefined; at: Span | undefined },
  catalog: CatalogSpec,
  of: (id: FindingId, at: Span, message: string, more: Partial<Finding>) => Finding,
): Finding[] {
  const place = { code: wireCode(printed.code, catalog), line: printed.line };
  const follows = previous === undefined ? 'comes first' : `follows code ${visible(previous.printed.code)}`;
  if (entry === undefined) {
    const words = isSecond
      ? `code ${visible(printed.code)} is in the document again, with other cells`
      : `code ${visible(printed.code)} is in the document and not in the spec`;
    return [of('row-added', at ?? catalog.id.at, words, { ...place, printed: textOf(printed, catalog) })];
  }
  // That a row under another section stands elsewhere needs no second finding.
  const isInPlace = !isMoved || changes.some(({ field }) => field === 'section');
  return [
    ...(isInPlace ? [] : [of('row-moved', entry.code.at, `${nameOf(entry)} has moved: it ${follows}`, place)]),
    ...changes.map(({ field, header, written, printed: text }) =>
      of(
        'cell-changed',
        placeOf(entry, field),
        `${quote(header)} of ${nameOf(entry)} is ${quote(written)} in the spec and ${quote(text)} in the document`,
        { ...place, field, written, printed: text },
      ),
    ),
  ];
}

/** For each row of the document, the last row of the spec up to there. */
function anchorsOf({ catalog, rows }: Comparison): Span[] {
  let at = catalog.id.at;
  return rows.map(({ entry }) => {
    at = entry?.code.at ?? at;
    return at;
  });
}

function placeOf({ code, section, cells }: EntrySpec, field: string): Span {
  if (field === 'section') return section?.at ?? code.at;
  return cells.get(field)?.cell.at ?? code.at;
}

function editionChanged(provider: ProviderSpec, { sha256 }: PageDocument): Finding {
  return {
    id: 'edition-changed',
    provider: provider.id.value,
    message: 'the document is another edition than the one that was transcribed',
    written: provider.document.sha256,
    printed: sha256,
    at: { ...provider.id.at },
  };
}

function nameOf({ code, name }: EntrySpec): string {
  return `code ${visible(code.source)} (${visible(name.value)})`;
}

function textOf({ cells }: PrintedRow, { columns }: CatalogSpec): string {
  return columns.map(({ field }) => cells.get(field.value) ?? '').join(' | ');
}

/** As a payload carries it; text where a document prints no number for it. */
function wireCode(code: string, { codeType }: CatalogSpec): string | number {
  return codeType === 'integer' && /^(?:0|-?[1-9]\d{0,14})$/.test(code) ? Number(code) : code;
}

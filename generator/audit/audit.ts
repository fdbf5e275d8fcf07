/** A document against the catalogs of its provider. Pure: no disk, no clock. */
import type { Span } from '../diagnostic/diagnostic.ts';
import { quote, visible } from '../diagnostic/quote.ts';
import type { PageDocument } from '../document/read.ts';
import type { CatalogSpec, EntrySpec, ProviderSpec } from '../spec/spec.ts';
import { type Comparison, compareCatalog } from './compare.ts';
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

/** Makes a finding of one catalog. */
type Tell = (id: FindingId, at: Span, message: string, more?: Partial<Finding>) => Finding;

function findingsOf(comparison: Comparison, provider: ProviderSpec): Finding[] {
  const subject = { provider: provider.id.value, catalog: comparison.catalog.id.value };
  const tell: Tell = (id, at, message, more) => ({ id, ...subject, ...more, message, at });
  return [...rowFindings(comparison, tell), ...absentAndRepeated(comparison, tell), ...frameFindings(comparison, tell)];
}

/** From row to row of the document: which is new, which has moved, and which cells differ. */
function* rowFindings({ catalog, rows }: Comparison, tell: Tell): Iterable<Finding> {
  // A new row belongs below the last one that the spec has.
  let above = catalog.id.at;
  for (const [index, { printed, entry, isMoved, isSecond, changes }] of rows.entries()) {
    const place = { code: wireCode(printed.code, catalog), line: printed.line };
    if (entry === undefined) {
      const where = isSecond ? 'again, with other cells' : 'and not in the spec';
      const message = `code ${visible(printed.code)} is in the document ${where}`;
      yield tell('row-added', above, message, { ...place, printed: textOf(printed, catalog) });
      continue;
    }
    above = entry.code.at;
    const previous = rows[index - 1];
    const follows = previous === undefined ? 'comes first' : `follows code ${visible(previous.printed.code)}`;
    // That a row under another section stands elsewhere needs no second finding.
    if (isMoved && changes.every(({ field }) => field !== 'section'))
      yield tell('row-moved', above, `${nameOf(entry)} has moved: it ${follows}`, place);
    for (const { field, header, ...sides } of changes) {
      const [was, is] = [quote(sides.written), quote(sides.printed)];
      const message = `${quote(header)} of ${nameOf(entry)} is ${was} in the spec and ${is} in the document`;
      yield tell('cell-changed', placeOf(entry, field), message, { ...place, field, ...sides });
    }
  }
}

function absentAndRepeated({ catalog, removed, repeated }: Comparison, tell: Tell): Finding[] {
  return [
    ...removed.map((entry) =>
      tell('row-removed', entry.code.at, `${nameOf(entry)} is in the spec and not in the document`, {
        code: wireCode(entry.code.source, catalog),
      }),
    ),
    ...repeated.map(({ code, line }) =>
      tell('row-repeated', catalog.id.at, `code ${visible(code)} stands there again, with the same cells`, {
        code: wireCode(code, catalog),
        line,
      }),
    ),
  ];
}

/** What stands above the rows: the headers of columns and the headings of sections. */
function frameFindings(comparison: Comparison, tell: Tell): Finding[] {
  const { catalog, goneColumns, renamedHeaders, renamedSections, newHeaders } = comparison;
  const { at } = catalog.id;
  const headed = (printed: string) => `is headed ${quote(printed)} in the document`;
  return [
    ...goneColumns.map(({ field, header }) =>
      tell('column-removed', field.at, `column ${quote(header)} is in the spec and not in the document`, {
        field: field.value,
        written: header,
      }),
    ),
    ...[...renamedHeaders].map(([field, sides]) =>
      tell('column-renamed', at, `column ${quote(sides.written)} ${headed(sides.printed)}`, { field, ...sides }),
    ),
    ...[...renamedSections].map(([{ id }, sides]) =>
      tell('section-renamed', id.at, `section ${quote(id.value)} ${headed(sides.printed)}`, {
        field: 'section',
        ...sides,
      }),
    ),
    ...newHeaders.map((printed) =>
      tell('column-added', at, `column ${quote(printed)} of the document is not transcribed`, { printed }),
    ),
  ];
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
    at: provider.id.at,
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

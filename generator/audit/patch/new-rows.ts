/** The rows that only the document has, as they are proposed for the spec. */
import type { CatalogSpec, Spec } from '../../spec/spec.ts';
import type { ComparedRow } from '../compare.ts';
import { proposeClaims } from './propose-claims.ts';
import { proposeNames } from './propose-name.ts';
import { rowText } from './row-text.ts';

export const REVIEW_OF_NEW = 'name and classification are proposed';

export interface RowContext {
  readonly spec: Spec;
  /** Where a line of the old edition stands now. */
  lineOf(line: number): number;
  /** Whether every proposed name bears its code, because the short ones cannot all be used. */
  readonly isSuffixed: boolean;
}

/** By row, its text without indentation. Each proposed name is one that nothing else has. */
export function newRowTexts(
  rows: readonly ComparedRow[],
  catalog: CatalogSpec,
  context: RowContext,
): Map<ComparedRow, string> {
  const known = new Map([...catalog.removed, ...catalog.entries].map(({ code, name }) => [code.source, name.value]));
  const names = proposeNames(
    rows.map(({ printed }) => printed),
    catalog,
    { known, isSuffixed: context.isSuffixed },
  );
  return new Map(rows.map((row) => [row, textOf(row, names.get(row.printed.code) ?? '', catalog, context)]));
}

function textOf({ printed }: ComparedRow, name: string, catalog: CatalogSpec, { spec, lineOf }: RowContext): string {
  const claims = proposeClaims(printed, catalog, spec);
  const stated = new Map([...claims.stated].map(([axis, claim]) => [axis, { ...claim, line: lineOf(claim.line) }]));
  const row = {
    cells: printed.cells,
    line: printed.line,
    section: catalog.sections.length === 0 ? undefined : printed.section?.id,
    name,
    claims: { ...claims, stated },
    review: REVIEW_OF_NEW,
  };
  return rowText(
    row,
    catalog.columns,
    catalog.key.map(({ value }) => value),
  );
}

/** The rows that only the document has, as they are proposed for the spec. */
import type { CatalogSpec, Spec } from '../../spec/spec.ts';
import type { ComparedRow, Comparison } from '../compare.ts';
import { proposeClaims } from './propose-claims.ts';
import { distinct, proposeName, suffixed } from './propose-name.ts';
import { rowText } from './row-text.ts';
import { nameOfRemoved } from './writable.ts';

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
  { catalog }: Comparison,
  context: RowContext,
): Map<ComparedRow, string> {
  const nameByCode = new Map([
    ...catalog.removed.map(({ code, name }) => [code.source, name.value] as const),
    ...catalog.entries.map(({ code, name }) => [code.source, name.value] as const),
  ]);
  const taken = new Set(nameByCode.values());
  const proposed = rows.map(({ printed: { code, cells } }) => proposeName(code, cells, catalog));
  const codesByName = new Map<string, Set<string>>();
  for (const [index, name] of proposed.entries()) {
    codesByName.set(name, (codesByName.get(name) ?? new Set()).add(rows[index]?.printed.code ?? ''));
  }
  const texts = rows.map((row, index): [ComparedRow, string] => {
    const { code } = row.printed;
    const short = proposed[index] ?? '';
    const isShared = context.isSuffixed || (codesByName.get(short)?.size ?? 0) > 1 || taken.has(short);
    const fresh = () => distinct(isShared ? suffixed(short, code) : short, taken);
    const name = nameByCode.get(code) ?? nameOfRemoved(code, catalog) ?? fresh();
    nameByCode.set(code, name);
    taken.add(name);
    return [row, textOf(row, name, catalog, context)];
  });
  return new Map(texts);
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

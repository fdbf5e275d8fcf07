/** A new row as YAML, laid out as the format's README asks. */
import type { ColumnType } from '../../spec/spec.ts';
import { scalarText } from './layout.ts';
import type { ProposedClaims } from './propose-claims.ts';

export interface NewRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly line: number;
  readonly section: string | undefined;
  readonly name: string;
  readonly claims: ProposedClaims;
  readonly review: string;
}

/** What the text of a row depends on in a column. */
export interface RowColumn {
  readonly field: { readonly value: string };
  readonly type: ColumnType;
}

/** Without indentation, one key a line; the first line starts with the dash. */
export function rowText(row: NewRow, columns: readonly RowColumn[], key: readonly string[]): string {
  const cell = (field: string) => {
    const type = columns.find((column) => column.field.value === field)?.type;
    const text = row.cells.get(field) ?? '';
    return `${field}: ${type === 'integer' ? text : scalarText(text, false)}`;
  };
  const others = columns.map(({ field }) => field.value).filter((field) => !key.includes(field) && field !== 'code');
  const lines = [
    ...key.map(cell),
    `line: ${row.line}`,
    ...(row.section === undefined ? [] : [`section: ${row.section}`]),
    `name: ${row.name}`,
    ...others.map(cell),
    ...claimLines(row.claims),
    `review: ${scalarText(row.review, false)}`,
  ];
  return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

export function claimLines({ stated, inferred }: ProposedClaims): string[] {
  const line = (key: string, claims: readonly string[]) =>
    claims.length === 0 ? [] : [`${key}: { ${claims.join(', ')} }`];
  return [
    ...line(
      'stated',
      [...stated].map(([axis, claim]) => `${axis}: { value: ${claim.value}, line: ${claim.line} }`),
    ),
    ...line(
      'inferred',
      [...inferred].map(([axis, value]) => `${axis}: ${value}`),
    ),
  ];
}

export function indented(lines: string, indent: string): string {
  return lines.replace(/^(?=.)/gm, indent);
}

/** Specs of an invented provider, with the rows that a property wants. */
import { catalogHead, providerHead, quoted, TEXT_COLUMN } from '../support/spec.ts';

export interface Row {
  readonly code: number;
  readonly text: string;
  readonly name?: string;
}

/** One catalog of codes and texts. */
export function specOf(rows: readonly Row[], provider = 'acme', typeName = 'AcmeError'): string {
  const entries = rows.map(
    ({ code, text, name = `error_${code}` }, index) =>
      `      - { code: ${code}, line: ${index + 1}, name: ${name}, text: ${quoted(text)} }\n`,
  );
  const head = catalogHead({ typeName, rows: rows.length, columns: [TEXT_COLUMN] });
  return `${providerHead(provider)}catalogs:\n${head}${entries.join('')}`;
}

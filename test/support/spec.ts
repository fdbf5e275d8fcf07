/** How the specs of tests begin: with an invented provider, and with catalogs whose digests fit nothing, which is a warning. */

const DIGEST = 'ab'.repeat(32);

/** Any text as a value. JSON is YAML, but for characters that JSON leaves as they are and YAML does not allow. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What stands above the catalogs. */
export function providerHead(id = 'acme'): string {
  return `provider: ${id}
name: Acme
document: { title: Codes, received: 2026-01-31, sha256: ${DIGEST} }
`;
}

interface CatalogHead {
  readonly id?: string;
  readonly title?: string;
  readonly typeName?: string;
  readonly codeType?: 'integer' | 'string';
  readonly rows: number;
  /** Beside the code. */
  readonly columns?: readonly string[];
}

export const TEXT_COLUMN = '{ header: Text, field: text, type: string }';

/** A catalog up to its rows, whose key is the code. */
export function catalogHead({
  id = 'api',
  title = 'Codes of calls',
  typeName = 'AcmeError',
  codeType = 'integer',
  rows,
  columns = [],
}: CatalogHead): string {
  return `  ${id}:
    title: ${title}
    type_name: ${typeName}
    code_type: ${codeType}
    key: [code]
    rows: ${rows}
    cells_sha256: ${DIGEST}
    columns:
${['{ header: Code, field: code }', ...columns].map((column) => `      - ${column}\n`).join('')}    entries:
`;
}

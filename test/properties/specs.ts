/** Specs of an invented provider, with the rows that a property wants. */

export interface Row {
  readonly code: number;
  readonly text: string;
  readonly name?: string;
}

/** One catalog of codes and texts. */
export function specOf(rows: readonly Row[], provider = 'acme', typeName = 'AcmeError'): string {
  const entries = rows.map(
    ({ code, text, name = `error_${code}` }, index) =>
      // JSON is YAML, so every text can be written; YAML itself leaves no half of a pair.
      `      - { code: ${code}, line: ${index + 1}, name: ${name}, text: ${JSON.stringify(text).replace(/[^ -~]/g, escaped)} }`,
  );
  return [
    `provider: ${provider}`,
    'name: Acme',
    `document: { title: Codes, received: 2026-01-31, sha256: ${'ab'.repeat(32)} }`,
    'catalogs:',
    '  api:',
    '    title: Codes of calls',
    `    type_name: ${typeName}`,
    '    code_type: integer',
    '    key: [code]',
    `    rows: ${rows.length}`,
    `    cells_sha256: ${'ab'.repeat(32)}`,
    '    columns:',
    '      - { header: Code, field: code }',
    '      - { header: Text, field: text, type: string }',
    '    entries:',
    ...entries,
    '',
  ].join('\n');
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A spec folder of as many rows as wanted, with the taxonomy of the real one: how the cost grows with the rows. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Writes `spec/` for one provider whose catalog has `rows` rows, with codes that are integers or strings. */
export function writeLargeSpec(folder, rows, taxonomy, codeType = 'integer') {
  mkdirSync(folder, { recursive: true });
  copyFileSync(taxonomy, join(folder, 'taxonomy.yaml'));
  const { axes } = parse(readFileSync(taxonomy, 'utf8'));
  const valuesOf = Object.entries(axes).map(([axis, { values, values_of }]) => [
    axis,
    Object.keys(values ?? axes[values_of].values),
  ]);
  const entries = Array.from({ length: rows }, (_, index) => {
    const classification = valuesOf.map(([axis, values]) => `${axis}: ${values[index % values.length]}`).join(', ');
    return [
      `      - code: ${codeType === 'integer' ? 10_000 + index : `E.${10_000 + index}`}`,
      `        line: ${index + 1}`,
      `        name: error_number_${index}`,
      `        description: Message ${index} was not delivered because of reason ${index % 97}.`,
      `        billable: ${index % 2 === 0 ? 'YES' : 'NO'}`,
      `        inferred: { ${classification} }`,
    ].join('\n');
  });
  writeFileSync(
    join(folder, 'acme.yaml'),
    `provider: acme
name: Acme
document: { title: Codes of Acme, received: 2026-01-31, sha256: ${'ab'.repeat(32)} }
catalogs:
  message:
    title: Codes of failed messages
    type_name: AcmeMessageError
    code_type: ${codeType}
    key: [code]
    rows: ${rows}
    cells_sha256: ${'ab'.repeat(32)}
    columns:
      - { header: Code, field: code }
      - { header: Description, field: description, type: string }
      - { header: Billable, field: billable, type: boolean, values: { YES: true, NO: false } }
    entries:
${entries.join('\n')}
`,
  );
}

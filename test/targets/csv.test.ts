/** The CSV is what RFC 4180 says, DuckDB loads it with the types of its schema, and every declared test of dbt holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snakeCase } from 'change-case';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../support/cli.ts';
import { databases, type Row } from '../support/databases.ts';
import { publishedEntries } from '../support/registry.ts';
import { parseCsv } from '../support/rfc4180.ts';
import { describeWith } from '../support/toolchain.ts';
import { edit, ROOT, workspace } from '../support/workspace.ts';

const FILE = join(ROOT, 'generated/csv/sms_error_codes.csv');

interface Seed {
  readonly name: string;
  readonly config: { readonly column_types: Readonly<Record<string, string>> };
  readonly columns: readonly {
    readonly name: string;
    readonly data_tests?: readonly (string | { readonly accepted_values: { readonly values: readonly string[] } })[];
  }[];
}

const [seed]: Seed[] = parse(readFileSync(join(ROOT, 'generated/csv/schema.yml'), 'utf8')).seeds;

test('every row is there as it is in registry.json, and nothing else', () => {
  const [header = [], ...records] = parseCsv(readFileSync(FILE, 'utf8'));
  const rows = records.map((record) => Object.fromEntries(header.map((name, index) => [name, record[index]])));
  expect(rows.map(present)).toEqual(expectedRows());
  expect(records.filter((record) => record.length !== header.length)).toEqual([]);
});

test('the schema describes exactly the columns that there are', () => {
  const [header] = parseCsv(readFileSync(FILE, 'utf8'));
  expect(seed?.columns.map(({ name }) => name)).toEqual(header);
  expect(Object.keys(seed?.config.column_types ?? {})).toEqual(header);
});

test('a cell that a spreadsheet would run is told with its row and its place in the template; nothing is written', async () => {
  const folder = workspace(['spec', 'templates']);
  edit(join(folder, 'spec/bandwidth.yaml'), /note: Catch-all\..*/, 'note: "=HYPERLINK(\\"http://a.example\\")"');
  const { exitCode, err } = await run(folder, 'generate', '--target', 'csv');
  expect(exitCode).toBe(1);
  expect(err).toMatchInlineSnapshot(`
    "error[unencodable]: "=HYPERLINK("http://a.example")" would be run as a formula by a spreadsheet
      spec/bandwidth.yaml:98:15
       98 |       - code: 4001
          |               ^^^^
      templates/csv/seed.csv.hbs:4:207  printed here
      hint: change that, or leave the target out with --target

    "
  `);
});

describeWith('csv: DuckDB', databases['DuckDB']?.programs ?? [], () => {
  test('loads it with strict types, and every test of the schema holds', () => {
    const database = databases['DuckDB']?.open();
    const types = Object.entries(seed?.config.column_types ?? {}).map(([name, type]) => `'${name}': '${type}'`);
    database?.run(
      `CREATE TABLE seed AS FROM read_csv('${FILE}', header = true, auto_detect = false, strict_mode = true, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}});`,
    );
    expect(
      database?.ask('SELECT count(*) AS n, count(billable) AS billable, sum(smpp_code) > 0 AS summed FROM seed'),
    ).toEqual([{ n: 118, billable: 55, summed: true }]);
    const checks = (seed?.columns ?? []).flatMap(({ name, data_tests = [] }) =>
      data_tests.map((check) => `SELECT '${name}' AS name, count(*) AS failing FROM (${queryOf(check, name)})`),
    );
    const results = database?.ask(checks.join(' UNION ALL '));
    expect(results?.length).toBeGreaterThan(20);
    expect(results?.filter(({ failing }) => failing !== 0)).toEqual([]);
  });
});

/** What dbt asks: the rows that fail a test. */
function queryOf(check: NonNullable<Seed['columns'][number]['data_tests']>[number], name: string): string {
  if (typeof check !== 'string') {
    const values = check.accepted_values.values.map((value) => `'${value}'`).join(', ');
    return `SELECT "${name}" FROM seed WHERE "${name}" IS NOT NULL AND "${name}" NOT IN (${values})`;
  }
  return check === 'unique'
    ? `SELECT "${name}" FROM seed GROUP BY "${name}" HAVING count(*) > 1`
    : `SELECT * FROM seed WHERE "${name}" IS NULL`;
}

function present(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
}

function expectedRows(): Row[] {
  return Object.entries(publishedEntries()).flatMap(([label, entries]) => {
    const [provider = '', catalog = ''] = label.split('/');
    return entries.map(({ classification, stated, basis = {}, ...cells }) => {
      const provenance = [
        ...Object.entries(stated).map(([axis, { line }]) => [`${snakeCase(axis)}_stated_line`, line]),
        ...Object.entries(basis).map(([axis, { line }]) => [`${snakeCase(axis)}_basis_line`, line]),
      ];
      const values = [...Object.entries({ ...cells, ...classification }), ...provenance].map(([name, value]) => [
        snakeCase(String(name)).replace(/_(stated|basis)_line$/, '_$1_line'),
        String(value),
      ]);
      const id = [label, cells.code, cells['smppCode']].filter((part) => part !== undefined).join('/');
      return { id, provider, catalog, ...Object.fromEntries(values) };
    });
  });
}

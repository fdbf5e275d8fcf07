/** The dimension table: three databases load the same script, twice, hold every row, and answer for any code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snakeCase } from 'change-case';
import { expect, test } from 'vitest';
import { type BandwidthMessageErrorCode, classifyBandwidthMessageError } from '../../generated/typescript/index.ts';
import { databases, type Row } from '../support/databases.ts';
import { type PublishedEntry, publishedEntries } from '../support/registry.ts';
import { describeWith } from '../support/toolchain.ts';
import { ROOT } from '../support/workspace.ts';

const SCRIPT = readFileSync(join(ROOT, 'generated/sql/sms_error_codes.sql'), 'utf8');

for (const [name, { programs, open }] of Object.entries(databases)) {
  describeWith(`sql: ${name}`, programs, () => {
    test('loads twice, updates what was changed, and holds every row as in registry.json', () => {
      const database = open();
      database.run(SCRIPT);
      const loaded = database.ask('SELECT * FROM sms_error_codes ORDER BY provider, catalog, line');
      database.run(`UPDATE sms_error_codes SET category = 'changed', fault_stated_line = 1;`);
      database.run(SCRIPT);
      expect(database.ask('SELECT * FROM sms_error_codes ORDER BY provider, catalog, line')).toEqual(loaded);
      expect(loaded.map(present)).toEqual(expectedRows());

      const answers = database.ask('SELECT * FROM sms_error_codes_answers ORDER BY provider, catalog, code');
      expect(new Set(answers.map(({ provider, catalog, code }) => `${provider}/${catalog}/${code}`)).size).toBe(
        answers.length,
      );
      expect(answers.filter(({ is_listed }) => is_listed === true || is_listed === 1)).toHaveLength(117);
      expect(present(answers.find(({ code }) => code === 'isp.SYSTEM_ERROR') ?? {})).toMatchObject({
        entries: 2,
        category: 'provider-error',
      });
      const byCode = new Map(answers.filter(({ catalog }) => catalog === 'message').map((row) => [row['code'], row]));
      for (let code = 0; code < 20_000; code += 1) {
        expect({ code, ...meaning(byCode.get(String(code))) }).toEqual({ code, ...classified(code) });
      }
    });
  });
}

/** What the library answers, in the words of the view. */
function classified(code: number): Row {
  const answer = classifyBandwidthMessageError(code as BandwidthMessageErrorCode);
  const claims = answer.known ? answer.entry : answer.scheme;
  if (claims === undefined) return {};
  const lines = Object.entries(claims.stated).map(([axis, { line }]) => [`${snakeCase(axis)}_stated_line`, line]);
  const values = Object.entries(claims).map(([axis, value]) => [snakeCase(axis), value]);
  return meaning({ is_listed: answer.known, ...Object.fromEntries([...values, ...lines]) });
}

function meaning(row: Row | undefined): Row {
  if (row === undefined) return {};
  const axes = ['category', 'fault', 'reported_by', 'repeat_unchanged', 'retry', 'channel', 'action'];
  return {
    isListed: Boolean(row['is_listed']),
    ...Object.fromEntries(
      axes.flatMap((axis) => [axis, `${axis}_stated_line`]).map((name) => [name, row[name] ?? null]),
    ),
  };
}

/** Without what is not there, and with yes and no as such. */
function present(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, name === 'billable' ? Boolean(value) : value]),
  );
}

function expectedRows(): Row[] {
  return Object.entries(publishedEntries()).flatMap(([label, entries]) => {
    const [provider = '', catalog = ''] = label.split('/');
    return entries.map((entry) => ({ provider, catalog, ...rowOf(entry) }));
  });
}

function rowOf({ code, classification, stated, basis = {}, ...rest }: PublishedEntry): Row {
  const lines = (suffix: string, provenance: PublishedEntry['stated']) =>
    Object.entries(provenance).map(([axis, { line }]) => [`${snakeCase(axis)}_${suffix}`, line]);
  return {
    code: String(code),
    variant: String(rest['smppCode'] ?? ''),
    ...Object.fromEntries([
      ...Object.entries(rest).map(([name, value]) => [snakeCase(name), value]),
      ...Object.entries(classification).map(([axis, value]) => [snakeCase(axis), value]),
      ...lines('stated_line', stated),
      ...lines('basis_line', basis),
    ]),
  };
}

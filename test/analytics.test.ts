/** Joining delivery events with the table is SQL, and engines for that exist: a million events in DuckDB. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BandwidthMessageErrorCode, classifyBandwidthMessageError } from '../generated/typescript/index.ts';
import { databases } from './support/databases.ts';
import { describeWith } from './support/toolchain.ts';
import { ROOT } from './support/workspace.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describeWith('analytics', databases['DuckDB']?.programs ?? [], () => {
  test('a million events are counted by category, each once, and unlisted codes are answered', () => {
    const database = databases['DuckDB']?.open();
    database?.run(read('generated/sql/sms_error_codes.sql') + read('test/analytics/events.sql'));
    const rows = database?.ask(read('test/analytics/failures.sql')) ?? [];
    expect(rows.reduce((sum, { events }) => sum + Number(events), 0)).toBe(1_000_000);

    // test/README.md shows what Spark made of the same events with the same query.
    const [, recorded = ''] = /\nSpark [\d.]+, 1,000,000 events\n.*\n([^`]+)\n```/.exec(read('test/README.md')) ?? [];
    expect(recorded.split('\n').map((line) => line.split(/ {2,}|(?<=\d) +/))).toEqual(
      rows.map((row) => ['provider', 'category', 'events', 'may_repeat'].map((column) => String(row[column]))),
    );

    // The same of one provider, by the library instead of the join.
    const events = Array.from({ length: 333_334 }, (_, index) => 4000 + ((index * 3 * 7919) % 2000));
    const answers = events.map((code) => classifyBandwidthMessageError(code as BandwidthMessageErrorCode));
    const bandwidth = rows.filter(({ provider }) => provider === 'bandwidth');
    expect(bandwidth.find(({ category }) => category === 'opted-out')?.['events']).toBe(
      answers.filter((answer) => answer.known && answer.entry.category === 'opted-out').length,
    );
    expect(bandwidth.find(({ category }) => category === 'not listed')?.['events']).toBe(
      answers.filter(({ known }) => !known).length,
    );
  });
});

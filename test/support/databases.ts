/** The databases that load the table: each with a fresh one of its own, a way to run a script and a way to ask. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { execute, findPostgres } from './toolchain.ts';
import { emptyFolder, ROOT } from './workspace.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Database {
  run(script: string): void;
  ask(query: string): Row[];
}

export const databases: Readonly<Record<string, { programs: readonly string[]; open(): Database }>> = {
  SQLite: { programs: ['sqlite3'], open: openSqlite },
  DuckDB: { programs: ['python3', 'duckdb (Python)'], open: openDuckdb },
  PostgreSQL: { programs: ['psql', 'initdb'], open: openPostgres },
};

function openSqlite(): Database {
  const file = join(emptyFolder(), 'codes.db');
  return {
    run: (input) => execute('sqlite3', ['-bail', file], { input }),
    ask: (query) => JSON.parse(execute('sqlite3', ['-json', file, query]) || '[]'),
  };
}

function openDuckdb(): Database {
  const file = join(emptyFolder(), 'codes.duckdb');
  const script = join(ROOT, 'test/targets/sql/duckdb_query.py');
  const call = (query: string, input: string) => JSON.parse(execute('python3', [script, file, query], { input }));
  return { run: (input) => call('SELECT 1', input), ask: (query) => call(query, '') };
}

/** A server of its own that listens on a socket in its folder, because only that can be told apart from others. */
function openPostgres(): Database {
  const { initdb, pgCtl, asServer } = findPostgres();
  const folder = emptyFolder();
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  asServer(initdb, [
    '--pgdata',
    data,
    '--auth',
    'trust',
    '--username',
    'codes',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
    '--no-sync',
  ]);
  asServer(pgCtl, [
    '--pgdata',
    data,
    '--log',
    join(folder, 'log'),
    '-w',
    '-o',
    `-k ${folder} -c listen_addresses='' -c fsync=off`,
    'start',
  ]);
  onTestFinished(() => void asServer(pgCtl, ['--pgdata', data, '-m', 'immediate', 'stop']));
  const connection = ['-X', '-q', '-h', folder, '-U', 'codes', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1'];
  return {
    run: (input) => execute('psql', [...connection, '-f', '-'], { input }),
    ask: (query) =>
      JSON.parse(
        execute('psql', [...connection, '-A', '-t', '-c', `SELECT coalesce(json_agg(t), '[]') FROM (${query}) AS t`]),
      ),
  };
}

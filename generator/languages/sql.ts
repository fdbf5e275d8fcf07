/** SQL as PostgreSQL, SQLite and DuckDB all read it: text in single quotes, in which nothing but the quote means anything. */
import { snakeCase } from 'change-case';
import { LONE_SURROGATE, visibleLine } from './invisible.ts';
import { defineLanguage, Refused } from './language.ts';

export const sql = defineLanguage({
  id: 'sql',
  title: 'SQL',
  // Templates quote names, so that no word is reserved.
  name: (_role, name) => snakeCase(name),
  reserved: {},
  types: { string: 'TEXT', integer: 'BIGINT', boolean: 'BOOLEAN' },
  absent: 'NULL',
  literal: (value) => (typeof value === 'string' ? string(value) : String(value).toUpperCase()),
  encoders: { string, comment: visibleLine },
});

function string(text: string): string | Refused {
  if (text.includes('\0')) return new Refused(text, 'has a NUL character, which PostgreSQL cannot hold');
  if (text.includes('\r')) return new Refused(text, 'has a carriage return, which the shells of databases drop');
  if (/[\ufffe\uffff]/.test(text)) return new Refused(text, 'has U+FFFE or U+FFFF, which SQLite replaces');
  if (LONE_SURROGATE.test(text)) return new Refused(text, 'has half a character, which no database can hold');
  return `'${text.replaceAll("'", "''")}'`;
}

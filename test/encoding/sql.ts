/** SQL, read by three databases that must agree. */
import { sql } from '../../generator/languages/sql.ts';
import { databases } from '../support/databases.ts';
import { encoderOf } from './encoder-of.ts';
import { type SinksOf, UNHARMED } from './sink.ts';

/** Of several reasons the first. */
const REASONS: readonly (readonly [of: RegExp, why: string])[] = [
  [/\0/, 'has a NUL character, which PostgreSQL cannot hold'],
  [/\r/, 'has a carriage return, which the shells of databases drop'],
  [/[\ufffe\uffff]/, 'has U+FFFE or U+FFFF, which SQLite replaces'],
  [/\p{Cs}/u, 'has half a character, which no database can hold'],
];

const refuses = (text: string) => REASONS.find(([of]) => of.test(text))?.[1];

export const sqlSinks: SinksOf = {
  language: 'sql',
  programs: [...new Set(Object.values(databases).flatMap(({ programs }) => programs))],
  // A literal has no escapes that all three know, and holds everything as it is.
  isVerbatim: true,
  sinks: [
    { name: 'literal', encode: sql.literal, read: valuesOf, refuses },
    { name: 'string', encode: encoderOf(sql, 'string'), read: valuesOf, refuses },
    {
      name: 'comment',
      encode: encoderOf(sql, 'comment'),
      read: (encoded) => valuesOf(encoded.map((text) => `-- ${text}\n'${UNHARMED}' -- ${text}\n`)),
      means: () => UNHARMED,
    },
  ],
};

function valuesOf(expressions: readonly string[]): unknown[] {
  const rows = expressions.map((expression, index) => `(${index}, ${expression})`).join(',\n');
  const script = `CREATE TABLE texts (position BIGINT, text TEXT);\nINSERT INTO texts VALUES\n${rows};\n`;
  const [first = [], ...others] = Object.values(databases).map(({ open }) => {
    const database = open();
    database.run(script);
    return database.ask('SELECT text FROM texts ORDER BY position').map(({ text }) => text);
  });
  return first.map((text, index) => (others.every((texts) => texts[index] === text) ? text : { text, others }));
}

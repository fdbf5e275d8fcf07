/** CSV as RFC 4180 has it, and the YAML that describes its columns. */
import { snakeCase } from 'change-case';
import { escapeShortly, INVISIBLE, LONE_SURROGATE, visibleLine } from './invisible.ts';
import { defineLanguage, Refused } from './language.ts';

/** What a spreadsheet takes for a formula; a plain number with a sign is only that. */
const FORMULA = /^[=@\t\r]|^[+-](?!\d+(?:\.\d+)?$)/;

export const csv = defineLanguage({
  id: 'csv',
  title: 'CSV',
  name: (_role, name) => snakeCase(name),
  reserved: {},
  types: { string: 'varchar', integer: 'bigint', boolean: 'boolean' },
  literal: (value) => (typeof value === 'string' ? cell(value) : String(value)),
  encoders: { cell, yaml, comment: visibleLine },
  layout: withLineEnds,
});

/** A cell of text; one without any is quoted, because nothing at all stands for no value. */
function cell(text: string): string | Refused {
  if (FORMULA.test(text)) return new Refused(text, 'would be run as a formula by a spreadsheet');
  if (text.includes('\0')) return new Refused(text, 'has a NUL character, at which readers of CSV stop');
  if (LONE_SURROGATE.test(text)) return new Refused(text, 'has half a character, which no file of text can hold');
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A double-quoted scalar of YAML: JSON is one, but for what could not be seen. */
function yaml(text: string): string | Refused {
  if (LONE_SURROGATE.test(text)) return new Refused(text, 'has half a character, which YAML cannot hold');
  return `"${text.replace(/[\\"]/g, '\\$&').replace(INVISIBLE, escapeShortly)}"`;
}

/** Records end with CR LF; a line end within a quoted cell is the cell's own. YAML takes either for the same. */
function withLineEnds(text: string): string {
  if (text.startsWith('#')) return text;
  return text.replace(/"(?:[^"]|"")*"|\n/g, (part) => (part === '\n' ? '\r\n' : part));
}

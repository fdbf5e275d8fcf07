/** Markdown as GitHub reads it: text in which nothing is mark-up, and ids that links can name. */
import { visibleLine } from './invisible.ts';
import { defineLanguage } from './language.ts';

/** What means something anywhere in a line, the bar of tables and the `$` of formulas among it. */
const SPECIAL =
  /[\\`*[\]<>&|~$@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^\d{0,9})[.)]|^[-+=#]|:(?=\/\/|[\w+-]+:)|(?<=www)\./gu;

export const markdown = defineLanguage({
  id: 'markdown',
  title: 'Markdown',
  name: (_role, name) => name,
  reserved: {},
  types: { string: 'text', integer: 'integer', boolean: 'yes or no' },
  literal: (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : text(String(value))),
  encoders: { text, anchor, comment },
});

/** Text in a line, at its start or in a cell of a table. What could not be seen is shown as an escape. */
function text(value: string): string {
  return visibleLine(value).replace(SPECIAL, '\\$&');
}

/** The id of a place, and the end of a link to it. Letters, digits, dots, hyphens and `_` stay; the rest is spelt out. */
function anchor(value: string): string {
  return value.replace(/[^A-Za-z0-9._-]/gu, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}~`);
}

/** Text for a comment of HTML, which ends at two hyphens. */
function comment(value: string): string {
  return visibleLine(value).replace(/[<>]|-(?=-)|-$/g, (character) => `&#${character.charCodeAt(0)};`);
}

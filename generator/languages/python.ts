/** Python: names as PEP 8 cases them, text as Black and Ruff quote it. */
import { constantCase, snakeCase } from 'change-case';
import { casedOnce, pascalCase } from './casing.ts';
import { escapeShortly, INVISIBLE, onOneLine, visibleLine } from './invisible.ts';
import { defineLanguage } from './language.ts';

/** `match`, `case`, `type` and `_` are keywords in their places only, and fine as names. */
const KEYWORDS = `and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/);

/** A field of these names would hide the type in the annotations of the fields that follow it. */
const TYPES_IN_USE = ['bool', 'int', 'str'];

export const python = defineLanguage({
  id: 'python',
  title: 'Python',
  name: casedOnce({
    type: pascalCase,
    // Of a printed value, which may have any letters: Python reads a name normalized, so that two could be one.
    member: (name) => constantCase(name).normalize('NFKC'),
    field: snakeCase,
    constant: constantCase,
    module: snakeCase,
  }),
  reserved: { field: new Set([...KEYWORDS, ...TYPES_IN_USE]), module: new Set(KEYWORDS) },
  types: { string: 'str', integer: 'int', boolean: 'bool' },
  memberOf: (enumName, member) => `${enumName}.${member}`,
  hasAxisEnums: true,
  literal,
  encoders: { string, docstring, comment: visibleLine },
});

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? String(value) : string(value);
}

/** In double quotes, unless single ones need fewer backslashes. */
function string(text: string): string {
  const count = (quote: string) => text.split(quote).length;
  const quote = count('"') > count("'") ? "'" : '"';
  return (
    quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(INVISIBLE, escapeShortly) + quote
  );
}

/** Text for a line of a docstring, at its start or end too. */
function docstring(text: string): string {
  return onOneLine(text)
    .replaceAll('\\', '\\\\')
    .replace(/^"|"(?=""|$)/g, '\\"')
    .replace(INVISIBLE, escapeShortly);
}

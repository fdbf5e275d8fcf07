/** TypeScript: names as its own style guides case them, text as JSON syntax, which is valid TypeScript. */
import { kebabCase } from 'change-case';
import { camelCase, casedOnce, pascalCase } from './casing.ts';
import { escapeUnits, INVISIBLE, onOneLine } from './invisible.ts';
import { defineLanguage } from './language.ts';

/** No function of a module may have the name of one of these. */
const KEYWORDS = `arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof var void while with yield`.split(/\s+/);

/** What every object has: a property of that name would have to be one of these. */
const MEMBERS_OF_OBJECT = Object.getOwnPropertyNames(Object.prototype);

export const typescript = defineLanguage({
  id: 'typescript',
  title: 'TypeScript',
  name: casedOnce({ type: pascalCase, member: pascalCase, field: camelCase, constant: camelCase, module: kebabCase }),
  reserved: {
    // No enum may have the two identifiers that read like numbers; `Code` would make an entry's type out of the enum's name.
    member: new Set(['Infinity', 'NaN', 'Code']),
    field: new Set(MEMBERS_OF_OBJECT),
    constant: new Set(KEYWORDS),
  },
  types: { string: 'string', integer: 'number', boolean: 'boolean' },
  memberOf: (enumName, member) => `${enumName}.${member}`,
  literal: string,
  prose,
  property: (text) => (/^[A-Za-z_$][\w$]*$/.test(text) ? text : string(text)),
  encoders: { string, comment },
});

/** A string literal. JSON leaves U+2028, lone surrogates and bidirectional marks as they are; a reader could not see them. */
function string(value: string | number | boolean): string {
  return JSON.stringify(value).replace(INVISIBLE, escapeUnits);
}

/** A template literal without substitutions: a formatter breaks the line before a long quoted string, but not before this. */
function prose(text: string): string {
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replace(INVISIBLE, escapeUnits)}\``;
}

/** Text for the inside of a doc comment: one line, nothing that ends the comment, nothing invisible. */
function comment(text: string): string {
  return onOneLine(text)
    .replace(INVISIBLE, escapeUnits)
    .replaceAll('*/', '*\\/')
    .replace(/@(?=\w)/g, '\\@');
}

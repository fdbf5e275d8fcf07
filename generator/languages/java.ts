/** Java: names as its users case them, text as string literals and as the HTML of Javadoc. */
import { constantCase } from 'change-case';
import { camelCase, casedOnce, pascalCase } from './casing.ts';
import { escapeUnits, INVISIBLE, onOneLine } from './invisible.ts';
import { defineLanguage, Refused } from './language.ts';

/** `record`, `sealed`, `var` and `yield` are keywords in their places only, and fine as names. */
const KEYWORDS = `_ abstract assert boolean break byte case catch char class const continue default do double else enum
  extends false final finally float for goto if implements import instanceof int interface long native new null package
  private protected public return short static strictfp super switch synchronized this throw throws transient true try
  void volatile while`.split(/\s+/);

/** No component of a record may have the name of a method that every object has. */
const METHODS_OF_OBJECT = ['clone', 'finalize', 'getClass', 'hashCode', 'notify', 'notifyAll', 'toString', 'wait'];

/** A class file gives the length of a constant in two bytes. */
const LONGEST = 65_535;

/**
 * A method has room for 64 kB, and so has what makes the constants of an enum: javac 17 takes 3,450 of them and not 3,480.
 * A row of nine axes takes 90 bytes.
 */
const LIMITS = { rowsInOnePlace: 100, membersOfEnum: 3000 };

export const java = defineLanguage({
  id: 'java',
  title: 'Java',
  name: casedOnce({
    type: pascalCase,
    member: constantCase,
    field: camelCase,
    constant: constantCase,
    module: pascalCase,
  }),
  reserved: { field: new Set([...KEYWORDS, ...METHODS_OF_OBJECT, 'build']) },
  types: { string: 'String', integer: 'int', boolean: 'boolean' },
  boxed: { string: 'String', integer: 'Integer', boolean: 'Boolean' },
  memberOf: (enumName, member) => `${enumName}.${member}`,
  hasAxisEnums: true,
  limits: LIMITS,
  literal,
  encoders: { string, javadoc },
});

function literal(value: string | number | boolean): string | Refused {
  if (typeof value === 'string') return string(value);
  if (typeof value === 'number' && value !== (value | 0)) return new Refused(String(value), 'is beyond an int of Java');
  return String(value);
}

/** Escapes are translated before a literal is read, so line ends have to have the short ones. */
function string(text: string): string | Refused {
  if (lengthInClassFile(text) > LONGEST) return new Refused(text, `is longer than the ${LONGEST} bytes of a constant`);
  return `"${text.replace(/[\\"]/g, '\\$&').replace(INVISIBLE, escapeUnits)}"`;
}

/** In the variant of UTF-8 that has two bytes for NUL and three for each half of a pair. */
function lengthInClassFile(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    length += unit > 0x7ff ? 3 : unit > 0x7f || unit === 0 ? 2 : 1;
  }
  return length;
}

/** Text for a line of Javadoc, or of any other comment: no mark-up, no tag, no escape, no end. */
function javadoc(text: string): string {
  return onOneLine(text)
    .replace(/[&<>@{}\\]|(?<=\*)\//g, toReference)
    .replace(INVISIBLE, toReference);
}

function toReference(character: string): string {
  return NAMED[character] ?? `&#${character.codePointAt(0) ?? 0};`;
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

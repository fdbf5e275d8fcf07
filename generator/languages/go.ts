/** Go: names with the usual initialisms, text as interpreted strings, columns as gofmt aligns them. */
import { snakeCase, split } from 'change-case';
import { casedOnce } from './casing.ts';
import { escapeShortly, INVISIBLE, LONE_SURROGATE, visibleLine } from './invisible.ts';
import { defineLanguage, Refused } from './language.ts';

/** Words that linters want in capitals, and those of messaging. */
const INITIALISMS = new Set(
  `ACL AMQP API ASCII CPU CSS DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON MMS OK QPS RAM RPC RTP SIP
    SLA SMPP SMS SMTP SQL SSH TCP TLS TTL UDP UI UID URI URL UTF8 UUID VM XML XMPP XSRF XSS`.split(/\s+/),
);

export const go = defineLanguage({
  id: 'go',
  title: 'Go',
  name: casedOnce({
    type: exported,
    member: exported,
    field: exported,
    constant: (name) => lowerFirstWord(exported(name)),
    module: snakeCase,
  }),
  typeName: exported,
  reserved: {},
  // Of one size on every machine, so that a constant that compiles here compiles there.
  types: { string: 'string', integer: 'int64', boolean: 'bool' },
  // Constants share the package's one namespace.
  memberOf: (enumName, member) => enumName + member,
  hasAxisEnums: true,
  literal: (value) => (typeof value === 'string' ? string(value) : String(value)),
  // gofmt lays out comments that start like a list or a heading: a template starts them otherwise.
  encoders: { string, comment: visibleLine },
  layout: align,
});

function exported(name: string): string {
  return split(name)
    .map((word) => word.toUpperCase())
    .map((word) => (INITIALISMS.has(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join('');
}

/** `APIError` becomes `apiError`, not `aPIError`. */
function lowerFirstWord(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (word) => word.toLowerCase());
}

function string(text: string): string | Refused {
  if (LONE_SURROGATE.test(text)) return new Refused(text, 'has half a character, which no string of Go can hold');
  return `"${text.replace(/[\\"]/g, '\\$&').replace(INVISIBLE, escapeShortly)}"`;
}

/** A tab inside a line starts a column, which neighbouring lines share; encoded text has no tabs. */
function align(text: string): string {
  const lines = text.split('\n');
  const columns = lines.map(columnOf);
  return lines
    .map((line, index) => {
      const own = columns[index];
      if (own === undefined) return line;
      let first = index;
      let last = index;
      while (columns[first - 1] !== undefined) first -= 1;
      while (columns[last + 1] !== undefined) last += 1;
      const width = Math.max(...columns.slice(first, last + 1).map((column) => column?.start.length ?? 0));
      return `${own.start.padEnd(width)} ${own.rest}`;
    })
    .join('\n');
}

/** What stands before the first tab that is no indentation, and after it. */
function columnOf(line: string): { readonly start: string; readonly rest: string } | undefined {
  const tab = line.indexOf('\t', line.search(/[^\t]/));
  return tab > 0 ? { start: line.slice(0, tab), rest: line.slice(tab + 1) } : undefined;
}

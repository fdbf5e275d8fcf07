/** Texts that break what handles text carelessly. */
import fc from 'fast-check';

const pieces = [
  ...[
    '*/',
    '/*',
    '//',
    '`',
    '${',
    '$',
    '{',
    '}',
    '\\',
    "'",
    '"',
    '<!--',
    '-->',
    '</script>',
    '@see',
    '{{x}}',
    '#',
    ': ',
  ],
  ...['\n', '\r', '\r\n', '\t', '\0', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u009b'],
  ...['\u2028', '\u2029', '\u00a0', '\ufeff', '\u200b', '\u200f', '\u202e', '\u2066', '\u00ad', '\ud800', '\udc00'],
  ...['::error::', '%0A', '&x', '*x', '!!int', '<<', '---', '...', '%YAML 1.1', '- ', '? ', '[', ']', '👩‍💻', '漢'],
  ...['__proto__', 'constructor', 'return 8;', '1e3', '007', 'NO', '~', ' ', 'a', 'Z'],
];

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** Any text at all: pieces that mean something somewhere, single code units with halves of pairs, and common words. */
export const nastyText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, codeUnit, fc.string({ unit: 'grapheme' })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** What a terminal or a log acts upon, but for line feed and tab; what reorders or hides text; halves of pairs. */
export const ACTED_UPON = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

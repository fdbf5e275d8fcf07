/** What a language is beside its encoders: the words for it, the casing of names, literals that are no text, and whole files. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findLanguage, languages } from '../../generator/languages/index.ts';
import { escapeCodePoint, escapeShortly, escapeUnits } from '../../generator/languages/invisible.ts';
import { type Language, type NameRole, Refused } from '../../generator/languages/language.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { emptyFolder } from '../support/workspace.ts';

interface Facts {
  readonly title: string;
  /** Of text, of a whole number and of a boolean. */
  readonly types: readonly string[];
  /** Of `http_error_5100_of_url`, as a type, member, field, constant and module. */
  readonly names: readonly string[];
  /** Of -7, true and false. */
  readonly literals: readonly string[];
  /** What one language has and another has not. */
  readonly more?: Partial<Pick<Language, 'absent' | 'boxed' | 'hasAxisEnums' | 'limits'>> & {
    readonly member?: string;
  };
}

const SNAKE = 'http_error_5100_of_url';
const CAMEL = 'httpError5100OfUrl';
const PASCAL = 'HttpError5100OfUrl';
const CONSTANT = 'HTTP_ERROR_5100_OF_URL';
const KEBAB = 'http-error-5100-of-url';

const PLAIN = ['-7', 'true', 'false'];

const facts: Readonly<Record<string, Facts>> = {
  csv: {
    title: 'CSV',
    types: ['varchar', 'bigint', 'boolean'],
    names: [SNAKE, SNAKE, SNAKE, SNAKE, SNAKE],
    literals: PLAIN,
  },
  go: {
    title: 'Go',
    types: ['string', 'int64', 'bool'],
    names: ['HTTPError5100OfURL', 'HTTPError5100OfURL', 'HTTPError5100OfURL', 'httpError5100OfURL', SNAKE],
    literals: PLAIN,
    more: { member: 'AcmeBusy', hasAxisEnums: true },
  },
  html: {
    title: 'HTML',
    types: ['text', 'integer', 'yes or no'],
    names: [SNAKE, SNAKE, SNAKE, SNAKE, KEBAB],
    literals: ['-7', 'yes', 'no'],
  },
  java: {
    title: 'Java',
    types: ['String', 'int', 'boolean'],
    names: [PASCAL, CONSTANT, CAMEL, CONSTANT, PASCAL],
    literals: PLAIN,
    more: {
      member: 'Acme.Busy',
      hasAxisEnums: true,
      boxed: { string: 'String', integer: 'Integer', boolean: 'Boolean' },
      limits: { rowsInOnePlace: 100, membersOfEnum: 3000 },
    },
  },
  json: {
    title: 'JSON',
    types: ['"string"', '"integer"', '"boolean"'],
    names: [PASCAL, PASCAL, CAMEL, CAMEL, KEBAB],
    literals: PLAIN,
  },
  markdown: {
    title: 'Markdown',
    types: ['text', 'integer', 'yes or no'],
    names: [SNAKE, SNAKE, SNAKE, SNAKE, SNAKE],
    literals: ['\\-7', 'yes', 'no'],
  },
  python: {
    title: 'Python',
    types: ['str', 'int', 'bool'],
    names: [PASCAL, CONSTANT, SNAKE, CONSTANT, SNAKE],
    literals: ['-7', 'True', 'False'],
    more: { member: 'Acme.Busy', hasAxisEnums: true },
  },
  sql: {
    title: 'SQL',
    types: ['TEXT', 'BIGINT', 'BOOLEAN'],
    names: [SNAKE, SNAKE, SNAKE, SNAKE, SNAKE],
    literals: ['-7', 'TRUE', 'FALSE'],
    more: { absent: 'NULL' },
  },
  typescript: {
    title: 'TypeScript',
    types: ['string', 'number', 'boolean'],
    names: [PASCAL, PASCAL, CAMEL, CAMEL, KEBAB],
    literals: PLAIN,
    more: { member: 'Acme.Busy' },
  },
};

const ROLES: readonly NameRole[] = ['type', 'member', 'field', 'constant', 'module'];

test('every language that a target may name is found, and no other', () => {
  expect(languages.map(({ id }) => id)).toEqual(Object.keys(facts));
  expect(languages.map(({ id }) => findLanguage(id))).toEqual(languages);
  expect(findLanguage('cobol')).toBe(undefined);
});

test.each(Object.entries(facts))('%s is told, and tells names and values, as its users do', (id, expected) => {
  const { title, types, literal, name, memberOf, absent, boxed, hasAxisEnums, limits } = languageOf(id);
  expect({
    title,
    types: [types.string, types.integer, types.boolean],
    names: ROLES.map((role) => name(role, SNAKE)),
    literals: [-7, true, false].map(literal),
    more: { member: memberOf?.('Acme', 'Busy'), absent, boxed, hasAxisEnums, limits },
  }).toEqual({ ...expected, more: { absent: '', boxed: types, hasAxisEnums: false, ...expected.more } });
});

test.each([
  ['\n', '\\u000a', '\\n', '\\n'],
  ['\r', '\\u000d', '\\r', '\\r'],
  ['\t', '\\u0009', '\\t', '\\t'],
  ['\u0007', '\\u0007', '\\u0007', '\\u0007'],
  ['\u202e', '\\u202e', '\\u202e', '\\u202e'],
  ['\u{e0001}', '\\U000e0001', '\\U000e0001', '\\udb40\\udc01'],
])('every escape of %j', (character, codePoint, short, units) => {
  expect(escapeCodePoint(character)).toBe(codePoint);
  expect(escapeShortly(character)).toBe(short);
  expect(escapeUnits(character)).toBe(units);
});

const PROSE = '  Two lines,\n of plain\ttext ';
const LINE = 'Two lines, of plain text';

test.each([
  ['csv', 'comment', PROSE, LINE],
  ['go', 'comment', PROSE, LINE],
  ['html', 'text', PROSE, LINE],
  ['html', 'attribute', 'a & "b" \'c\' <d> ', 'a &amp; &quot;b&quot; &#39;c&#39; &lt;d&gt; '],
  ['html', 'fragment', "a/b 'c'", 'a%2Fb%20%27c%27'],
  ['java', 'javadoc', PROSE, LINE],
  [
    'java',
    'javadoc',
    'a & b < c > @d {e} \\ */ /* / \u0007 \u{e0001}',
    'a &amp; b &lt; c &gt; &#64;d &#123;e&#125; &#92; *&#47; /* / &#7; &#917505;',
  ],
  ['java', 'string', 'a "b" \\ \n\u{e0001}', '"a \\"b\\" \\\\ \\n\\udb40\\udc01"'],
  ['json', 'string', 'a "b"', '"a \\"b\\""'],
  ['markdown', 'text', PROSE, LINE],
  ['markdown', 'text', '\\ ` * [ ] < > & | ~ $ @', '\\\\ \\` \\* \\[ \\] \\< \\> \\& \\| \\~ \\$ \\@'],
  ['markdown', 'text', 'snake_case a_1 1_b \u00e9_\u00e9', 'snake_case a_1 1_b \u00e9_\u00e9'],
  ['markdown', 'text', '_a_ b _ (_x', '\\_a\\_ b \\_ (\\_x'],
  ['markdown', 'text', '1. a 2. b', '1\\. a 2. b'],
  ['markdown', 'text', '123456789) a (b)', '123456789\\) a (b)'],
  ['markdown', 'text', '1234567890. a', '1234567890. a'],
  ['markdown', 'text', '.a', '\\.a'],
  ['markdown', 'text', '- a - b', '\\- a - b'],
  ['markdown', 'text', '+ a + b', '\\+ a + b'],
  ['markdown', 'text', '= a = b', '\\= a = b'],
  ['markdown', 'text', '# a # b', '\\# a # b'],
  ['markdown', 'text', 'http://a.b/ c:d e: f', 'http\\://a.b/ c:d e: f'],
  ['markdown', 'text', ':a: :+1: :a-b: :: :/', '\\:a: \\:+1: \\:a-b: :: :/'],
  ['markdown', 'text', 'www.a.b ww.c', 'www\\.a.b ww.c'],
  ['markdown', 'text', 'a\u200bb', 'a\\\\u200bb'],
  ['markdown', 'anchor', 'a.b-c_d1Z \u00e9/\u{1f600}', 'a.b-c_d1Z~20~~e9~~2f~~1f600~'],
  ['markdown', 'comment', PROSE, LINE],
  ['markdown', 'comment', '<a> -- b - c -', '&#60;a&#62; &#45;- b - c &#45;'],
  ['python', 'docstring', PROSE, LINE],
  ['python', 'docstring', '"a" and "b" are', '\\"a" and "b" are'],
  ['python', 'comment', PROSE, LINE],
  ['sql', 'comment', PROSE, LINE],
  ['typescript', 'comment', PROSE, LINE],
  ['typescript', 'comment', 'a */ @b @ c', 'a *\\/ \\@b @ c'],
  ['csv', 'cell', 'a b', 'a b'],
  ['csv', 'cell', ' a', '" a"'],
  ['csv', 'cell', 'a ', '"a "'],
  ['csv', 'cell', 'a;b', 'a;b'],
  ['csv', 'cell', '', '""'],
])('%s: %s of %j is %j, where readers take other forms as well', (id, encoder, text, expected) => {
  expect(languageOf(id).encoders[encoder]?.(text)).toBe(expected);
});

test('csv: what begins like a number is a formula', () => {
  const { literal } = languageOf('csv');
  for (const text of ['-1+cmd', '+1.', '-1.5.2', '-.5'])
    expect(literal(text)).toEqual(new Refused(text, 'would be run as a formula by a spreadsheet'));
  expect(['+1', '-12', '-12.50'].map(literal)).toEqual(['+1', '-12', '-12.50']);
});

test('typescript: a key has quotes only where it needs them', () => {
  const { property } = languageOf('typescript');
  const keys = ['a', 'plain_$1', 'a-b', '1a', 'a b', ''];
  expect(keys.map((key) => property?.(key))).toEqual(['a', 'plain_$1', '"a-b"', '"1a"', '"a b"', '""']);
});

test('go: words that linters want in capitals have them, and no other has', () => {
  const words =
    'acl amqp api ascii cpu css db dns eof gid guid html http https id ip json mms ok qps ram rpc rtp sip sla smpp sms smtp ' +
    'sql ssh tcp tls ttl udp ui uid uri url utf8 uuid vm xml xmpp xsrf xss';
  for (const word of words.split(' '))
    expect(languageOf('go').name('member', `${word}_word`)).toBe(`${word.toUpperCase()}Word`);
  expect(languageOf('go').name('member', 'ids_apis_as_no_utf16')).toBe('IdsApisAsNoUtf16');
  expect(languageOf('go').typeName?.('AcmeApiErrorURL')).toBe('AcmeAPIErrorURL');
});

test.each([
  ['api_error', 'apiError'],
  ['api', 'api'],
  ['a_b_code', 'abCode'],
  ['utf8_text', 'utf8Text'],
  ['error_of_api', 'errorOfAPI'],
  ['http2_api', 'http2API'],
])('go: the constant of %s is %s', (name, expected) => {
  expect(languageOf('go').name('constant', name)).toBe(expected);
});

test('go: what follows a tab stands in a column, which neighbouring lines share', () => {
  const align = languageOf('go').layout ?? String;
  expect(align('A\t1\nLonger\t2\n\t\tB\t3\nnone\n\nx\ty\tz\n\tlast\t\n\t\t\nC\t4')).toBe(
    'A      1\nLonger 2\n\t\tB    3\nnone\n\nx     y\tz\n\tlast \n\t\t\nC 4',
  );
});

test('csv: a record ends with CR LF, a line of YAML and a line within a cell as they were', () => {
  const withLineEnds = languageOf('csv').layout ?? String;
  expect(withLineEnds('a,b\n"c\nd ""e""\n",\n')).toBe('a,b\r\n"c\nd ""e""\n",\r\n');
  expect(withLineEnds('# about\n- a\n')).toBe('# about\n- a\n');
});

describeWith('python', ['python3'], () => {
  test('reserves the keywords of the language, and the types that fields are annotated with', () => {
    const out = execute('python3', ['-c', 'import json, keyword\nprint(json.dumps(keyword.kwlist))']);
    const words: string[] = JSON.parse(out);
    const keywords = words.filter((word) => word === word.toLowerCase());
    const { field, module } = languageOf('python').reserved;
    expect([...(module ?? [])].sort()).toEqual(keywords.sort());
    expect([...(field ?? [])].sort()).toEqual([...keywords, 'bool', 'int', 'str'].sort());
  });
});

describeWith('java', ['java'], () => {
  test('reserves the keywords of the language, the methods of every object, and the one that builds', () => {
    const reserved = [...(languageOf('java').reserved.field ?? [])].sort();
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'Words.java'),
      `import java.lang.reflect.*;
import java.util.*;
import javax.lang.model.SourceVersion;

public class Words {
  public static void main(String[] words) {
    for (String word : words) if (SourceVersion.isKeyword(word)) System.out.println(word);
    for (Method method : Object.class.getDeclaredMethods())
      if (method.getParameterCount() == 0 && !Modifier.isPrivate(method.getModifiers())) System.out.println(method.getName());
  }
}
`,
    );
    const known = execute('java', ['Words.java', ...reserved], { cwd: folder })
      .trim()
      .split('\n');
    expect([...known, 'build'].sort()).toEqual(reserved);
    // The language has 51 keywords and three words for values, an object eight such methods.
    expect(reserved).toHaveLength(51 + 3 + 8 + 1);
  });
});

test.each([
  ['a', 65_535],
  ['\u007f', 65_535],
  ['\u0000', 32_767],
  ['\u0080', 32_767],
  ['\u07ff', 32_767],
  ['\u0800', 21_845],
  ['\ud83d', 21_845],
])('java: of %j a constant holds %i', (character, most) => {
  const { literal } = languageOf('java');
  expect(literal(character.repeat(most))).toBeTypeOf('string');
  const text = character.repeat(most + 1);
  expect(literal(text)).toEqual(new Refused(text, 'is longer than the 65535 bytes of a constant'));
});

test('java: a number is an int, or refused', () => {
  const { literal } = languageOf('java');
  expect([2_147_483_647, -2_147_483_648].map(literal)).toEqual(['2147483647', '-2147483648']);
  expect(literal(2_147_483_648)).toEqual(new Refused('2147483648', 'is beyond an int of Java'));
});

test('typescript: no member is a word that reads like a number or names the enum, no field one that every object has', () => {
  const { member, field } = languageOf('typescript').reserved;
  expect(member).toEqual(new Set(['Infinity', 'NaN', 'Code']));
  expect([...(field ?? [])]).toEqual(expect.arrayContaining(['constructor', 'toString', '__proto__']));
});

test.each([
  ["it's", `"it's"`],
  ['say "hi"', `'say "hi"'`],
  [`"it's"`, `'"it\\'s"'`],
  [`"'`, `"\\"'"`],
])('python: %s is quoted so that the fewest back slashes are needed', (text, expected) => {
  expect(languageOf('python').literal(text)).toBe(expected);
});

test('html: a page vouches for each of its styles and scripts, and for none where it has none', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = "style-src 'hash-of-style'; script-src 'hash-of-script'; 'hash-of-script'";
  const seal = languageOf('html').layout ?? String;
  expect(seal(`${policy}<style>\na\n</style><style></style>`)).toBe(
    `style-src ${hash('\na\n')} ${hash('')}; script-src 'none'; 'none'<style>\na\n</style><style></style>`,
  );
  expect(seal(`${policy}<script>b c;</script>`)).toBe(
    `style-src 'none'; script-src ${hash('b c;')}; ${hash('b c;')}<script>b c;</script>`,
  );
});

function languageOf(id: string): Language {
  const language = findLanguage(id);
  if (language === undefined) throw new Error(`no language ${id}`);
  return language;
}

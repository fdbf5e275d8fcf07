/** Laws of templates: a checked template prints what Handlebars itself prints. */
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import type { Language } from '../../generator/languages/language.ts';
import { typescript } from '../../generator/languages/typescript.ts';
import { code, flag, list, object, optional, text } from '../../generator/targets/shape.ts';
import { Templates } from '../../generator/targets/templates.ts';

const encoders = { upper: (value: string) => value.toUpperCase(), quoted: (value: string) => JSON.stringify(value) };
const language: Language = { ...typescript, encoders };

const leaf = { name: code('a name'), words: text('words'), yes: flag('a claim') };
const inner = object({ ...leaf, note: optional(text('a note')) }, 'inner');
const shape = object({ ...leaf, items: list(inner, 'items'), part: optional(inner) }, 'outer');

const words = fc.constantFrom('', 'one', 'a b', '<&>', 'two\nlines', 'ends\n', '\r', '{{name}}');
const leafView = { name: words, words, yes: fc.boolean() };
const innerView = fc.record({ ...leafView, note: words }, { requiredKeys: ['name', 'words', 'yes'] });
const view = fc.record(
  { ...leafView, items: fc.array(innerView, { maxLength: 3 }), part: innerView },
  { requiredKeys: ['name', 'words', 'yes', 'items'] },
);

const content = fc.constantFrom('x', ' ', '\n', '  \n', '- ', '{{! remark }}', '{{!-- "}}" --}}\n');
const printed = fc.constantFrom('{{name}}', '{{~name~}}', '{{upper words}}', '{{quoted words}}');
const open = (block: string) =>
  fc.constantFrom(`{{#${block}}}`, `{{#${block}}}\n`, `  {{#${block}}}\n`, `{{~#${block}~}}`);
const otherwise = fc.constantFrom('', '{{else}}', '\n{{else}}\n', '{{~else~}}no');
const close = (word: string) => fc.constantFrom(`{{/${word}}}`, `\n{{/${word}}}\n`, `{{~/${word}~}}`);

function block(word: string, subject: string, body: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(open(`${word} ${subject}`), body, otherwise, close(word)).map((parts) => parts.join(''));
}

const few = (part: fc.Arbitrary<string>) => fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
const simple = few(fc.oneof(content, printed, block('if', 'yes', few(fc.oneof(content, printed)))));
const partial = fc.constantFrom('{{> leaf}}', '  {{> leaf}}\n', '\t{{> leaf}}\n', '{{~> leaf}}');
const inList = few(
  fc.oneof(
    simple,
    partial,
    fc.constantFrom('{{../name}}', '{{upper ../words}}'),
    block('unless', '@last', content),
    block('if', '@first', fc.constantFrom('first ', '{{name}}')),
    block('if', 'note', fc.constantFrom('{{upper note}}', '{{#if ../yes}}{{quoted note}}{{/if}}')),
  ),
);
const template = few(
  fc.oneof(
    simple,
    partial,
    block('each', 'items', inList),
    block('with', 'part', few(fc.oneof(simple, partial, fc.constant('{{../name}}{{quoted ../words}}')))),
    block('unless', 'yes', simple),
    fc.constant('{{#each items}}{{#if @last}}{{> leaf ..}}{{/if}}{{/each}}'),
  ),
);

function byHandlebars(main: string, leafPartial: string, given: object): string {
  const environment = Handlebars.create();
  for (const [name, encode] of Object.entries(encoders)) environment.registerHelper(name, encode);
  environment.registerPartial('leaf', leafPartial);
  return environment.compile(main, { noEscape: true })(given);
}

test('a template prints what Handlebars prints', () => {
  fc.assert(
    fc.property(template, simple, view, (main, leafPartial, given) => {
      const sources = { 'main.hbs': main, '_leaf.hbs': leafPartial };
      const files = new Map(Object.entries(sources).map(([path, source]) => [path, { path, text: source }]));
      const templates = new Templates(files, language, () => undefined);
      const { value: run, diagnostics } = templates.compile('main.hbs', shape);
      expect([...templates.diagnostics, ...diagnostics]).toEqual([]);
      expect(run?.(given)).toBe(byHandlebars(main, leafPartial, given));
    }),
    { numRuns: 2000 },
  );
});

/** Templates: what the check lets through prints what Handlebars prints, and everything else is told at its place. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { compile } from '../../../generator/compile.ts';
import type { Diagnostic } from '../../../generator/diagnostic/diagnostic.ts';
import { decodeSource } from '../../../generator/input.ts';
import { python } from '../../../generator/languages/python.ts';
import { Templates } from '../../../generator/targets/templates.ts';
import { Views } from '../../../generator/targets/view.ts';
import { views as shapes } from '../../../generator/targets/view-shape.ts';
import { ROOT } from '../../support/workspace.ts';
import type { Subject } from '../fuzz.ts';
import { toldOf } from '../told.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const sources = ['acme.yaml', 'taxonomy.yaml'].map((name) => ({
  path: name,
  text: read(`generator/init/spec/${name}`),
}));
const { value: registry } = compile(sources, [python]);
if (registry === undefined) throw new Error('the example is wrong');
const [provider] = new Views(registry, python).providers.values();
const view = { ...provider, header: 'Made.', mark: 'Made.', again: 'Again.' };

const partial = { path: 'templates/t/_leaf.hbs', text: '{{nameLiteral}}{{#if note}} {{string note}}{{/if}}\n' };
const handlebars = Handlebars.create();
for (const [name, encode] of Object.entries(python.encoders)) handlebars.registerHelper(name, encode);
handlebars.registerPartial('leaf', partial.text);

export const template: Subject = {
  few: 1000,
  words: [
    ...Object.keys(python.encoders),
    ...new Set(read('templates/README.md').match(/(?<=`)[A-Za-z]+(?=`)/g)),
    ...[
      '{{',
      '}}',
      '{{{',
      '}}}',
      '{{#',
      '{{/',
      '{{~',
      '~}}',
      '{{!',
      '{{!--',
      '--}}',
      '{{else}}',
      '{{^',
      '{{&',
      '{{{{',
      '\\{{',
      '../',
      'this',
      '@last',
      '@first',
      '@root',
      '@index',
      '[a b]',
      'as |x|',
      'a=b',
      '(a b)',
    ],
    ...[
      '{{#each catalogs}}',
      '{{#with ',
      '{{#if ',
      '{{#unless ',
      '{{> leaf}}',
      '{{> leaf ..}}',
      '{{/each}}',
      '{{/if}}',
      '{{#> leaf}}',
      '{{#*inline "a"}}',
      'lookup',
      'log',
    ],
  ],
  seeds: [
    '# {{comment header}}\n{{#each catalogs}}\n{{#each entries}}\n  {{> leaf}}\n{{/each}}\n{{/each}}\n',
    read('templates/python/provider.py.hbs'),
    '{{#if catalogs}}{{#each catalogs}}{{string title}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}{{/if}}',
  ].map((text) => Buffer.from(text)),
  judge(input) {
    const refused: Diagnostic[] = [];
    const source = decodeSource('templates/t/a.hbs', input, refused);
    if (source === undefined) return toldOf(refused, [{ path: 'templates/t/a.hbs', text: '' }]).join('\n');
    const files = new Map([
      ['a.hbs', source],
      ['_leaf.hbs', partial],
    ]);
    const templates = new Templates(files, python, () => undefined);
    const { value: run, diagnostics } = templates.compile('a.hbs', shapes.provider);
    const problems = [...templates.diagnostics, ...diagnostics];
    assert.equal(run === undefined, problems.length > 0);
    if (run === undefined) return toldOf(problems, [...files.values(), ...sources]).join('\n');
    const printed = run(view);
    assert.deepEqual(templates.diagnostics, []);
    assert.equal(
      printed,
      (python.layout ?? String)(
        handlebars.compile(source.text, { noEscape: true })(view, { allowProtoPropertiesByDefault: true }),
      ),
    );
    return `taken, ${printed.length} characters`;
  },
};

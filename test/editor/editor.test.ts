/** What an editor shows while somebody writes a spec: the YAML language server on the real specs, and on others' own. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { compile } from '../../generator/compile.ts';
import { readSpecs } from '../../generator/input.ts';
import { run } from '../support/cli.ts';
import { LanguageServer, type Offer } from '../support/language-server.ts';
import { emptyFolder, ROOT, sharedFolder } from '../support/workspace.ts';

const read = (name: string) => readFileSync(join(ROOT, 'spec', name), 'utf8');
const bandwidth = read('bandwidth.yaml');
const taxonomy = read('taxonomy.yaml');

/** Of the first row, and of the last, of which alone something is stated that its section does not state. */
const SECTION = 'section: client-errors\n        name';
const INFERRED = 'inferred: { category: rejected, retry: never, action: contact-support }';
const STATED = 'stated: { reported_by: { value: carrier, line: 248 } }';

describe('the real specs', () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await LanguageServer.start(ROOT);
  });
  afterAll(() => server.stop());

  const offersIn = (from: string, to: string) => server.offersAt('spec/bandwidth.yaml', put(bandwidth, from, to));
  const hoverOf = (from: string, to: string) => server.hoverAt('spec/bandwidth.yaml', put(bandwidth, from, to));

  test.each(readdirSync(join(ROOT, 'spec')).filter((name) => name.endsWith('.yaml')))('%s is right', async (name) => {
    expect(await server.complaintsOf(`spec/${name}`, read(name))).toEqual([]);
  });

  test('a mistake is marked once, where it is', async () => {
    const text = put(bandwidth, '    code_type: integer', '    code_tipe: integer');
    const complaints = await server.complaintsOf('spec/bandwidth.yaml', text);
    expect(complaints.map(({ message }) => message)).toEqual([
      'Missing property "code_type".',
      'Property code_tipe is not allowed.',
    ]);
    const line = text.split('\n').findIndex((one) => one.includes('code_tipe'));
    expect(complaints.at(-1)?.range.start).toEqual({ line, character: 4 });
  });

  test.each([
    ['wrong type', STATED, 'stated: none', 'Incorrect type. Expected "Stated classification".'],
    [
      'wrong form',
      'category: rejected',
      'category: Rejected',
      'String does not match the pattern of "^[a-z0-9]+(-[a-z0-9]+)*$".',
    ],
  ])('of the %s, too', async (_, from, to, says) => {
    const complaints = await server.complaintsOf('spec/bandwidth.yaml', put(bandwidth, from, to));
    expect(complaints.map(({ message }) => message)).toEqual([says]);
  });

  test('a value that the taxonomy has not yet is no mistake of the editor', async () => {
    const text = put(bandwidth, INFERRED, 'inferred: { category: brand-new }');
    expect(await server.complaintsOf('spec/bandwidth.yaml', text)).toEqual([]);
  });

  const { value: registry } = compile(readSpecs({ workingFolder: ROOT, spec: 'spec' }).value, []);

  test.each(registry?.axes.map((axis) => [axis.id, axis] as const) ?? [])('values of %s', async (id, { values }) => {
    const defined = values.map((value) => [value.id, value.definition]);
    expect(defined.length).toBeGreaterThan(1);
    expect(told(await offersIn(INFERRED, `inferred: { ${id}: |}`))).toEqual(defined);
    expect(told(await offersIn(INFERRED, `inferred:\n          ${id}: |`))).toEqual(defined);
  });

  test('stated values', async () => {
    expect(told(await offersIn(STATED, 'stated: { reported_by: { value: |, line: 248 } }'))).toEqual([
      ['provider', 'The provider itself.'],
      ['carrier', 'A carrier or another network behind the provider.'],
    ]);
  });

  test('sections', async () => {
    const offers = told(await offersIn(SECTION, 'section: |\n        name'));
    expect(offers).toHaveLength(
      registry?.providers.find(({ id }) => id === 'bandwidth')?.catalogs[0]?.sections.length ?? 0,
    );
    expect(offers[0]).toEqual(['client-errors', 'Bandwidth Detected Client Errors']);
  });

  test('axes, those that a document can state apart from the others', async () => {
    const axes = registry?.axes ?? [];
    const defined = (list: typeof axes) => list.map(({ id, definition }) => [id, definition]);
    const inferred = told(await offersIn(INFERRED, 'inferred:\n          |'));
    expect(inferred).toEqual(expect.arrayContaining(defined(axes)));
    const stated = told(await offersIn(STATED, 'stated:\n          |'));
    expect(stated).toEqual(expect.arrayContaining(defined(axes.filter(({ stateable }) => stateable))));
    expect(stated.map(([label]) => label)).not.toContain('category');
  });

  test('keys', async () => {
    const inRow = told(await offersIn(INFERRED, '|'));
    expect(inRow).toContainEqual([
      'inferred',
      'Classification that we infer for this entry. Wins over what section and catalog say.',
    ]);
    const inCatalog = told(await offersIn('    code_type: integer', '    |'));
    expect(inCatalog).toContainEqual([
      'code_type',
      'Wire type of the codes: what a payload carries, not what a code looks like.',
    ]);
    expect(inCatalog.map(([label]) => label)).not.toContain('basis');
    const cells = told(await offersIn('        billable: NO\n', '        |\n'));
    expect(cells).toContainEqual(['billable', 'Billable']);
  });

  test('the taxonomy: values of a predicate, axes of an outcome', async () => {
    const offersAt = (from: string, to: string) => server.offersAt('spec/taxonomy.yaml', put(taxonomy, from, to));
    expect(labels(await offersAt('when: { finality: [final] }', 'when: { finality: [f|] }'))).toEqual(
      registry?.axes.find(({ id }) => id === 'finality')?.values.map(({ id }) => id),
    );
    expect(labels(await offersAt('  axes: [category, finality,', '  axes: [category, |,'))).toContain('retry');
    expect(labels(await offersAt('values_of: category', 'values_of: |'))).toContain('category');
  });

  test('words are explained under the pointer: keys, sections, categories and values of axes, each with its definition', async () => {
    expect(await hoverOf('    code_type: integer', '    code_|type: integer')).toContain('Wire type of the codes');
    expect(await hoverOf(SECTION, 'section: client-|errors\n        name')).toContain(
      '* `client-errors`: Bandwidth Detected',
    );
    const category = await hoverOf('category: rejected,', 'category: rej|ected,');
    expect(category).toContain('#### Category\n\nWhat happened to the message or to the call');
    // What stands there comes first.
    expect(category).toContain('Allowed Values:\n\n* `rejected`: Refused without a reason that can be acted on.\n');
    expect(await hoverOf('retry: never,', 'retry: ne|ver,')).toContain('* `never`: Do not send this message');
    expect(await hoverOf('value: provider, line: 165', 'value: prov|ider, line: 165')).toContain(
      '* `provider`: The provider itself.',
    );
    expect(await hoverOf('billable: NO', 'bill|able: NO')).toContain('Billable');
  });
});

describe('specs of somebody else', () => {
  const folder = sharedFolder();
  const spec = join(folder, 'spec');
  let server: LanguageServer;
  beforeAll(async () => {
    mkdirSync(spec);
    writeFileSync(join(spec, 'taxonomy.yaml'), weather);
    writeFileSync(join(spec, 'acme.yaml'), acme);
    const { exitCode, err } = await run(folder, 'generate', '--target', 'editor');
    expect(err).toMatch(/^3 files: 3 written/);
    expect(exitCode).toBe(0);
    server = await LanguageServer.start(folder);
  });
  afterAll(() => server.stop());

  test('are right', async () => {
    expect(await server.complaintsOf('spec/acme.yaml', acme)).toEqual([]);
    expect(await server.complaintsOf('spec/taxonomy.yaml', weather)).toEqual([]);
  });

  test('are completed from their own taxonomy, sections and columns', async () => {
    const offersIn = async (from: string, to: string) =>
      told(await server.offersAt('spec/acme.yaml', put(acme, from, to)));
    expect(await offersIn('sky: grey', 'sky: |')).toEqual([
      ['blue', 'Nothing to see.'],
      ['grey', 'Take an umbrella.'],
    ]);
    expect(await offersIn('section: north', 'section: |')).toEqual([['north', 'Up here']]);
    expect(await offersIn('        words: It rains', '        |')).toContainEqual(['words', 'What it says']);
  });

  test('are completed in a file that is new, too', async () => {
    const text = put(acme.replaceAll('acme', 'other'), 'sky: grey', 'sky: |');
    expect(labels(await server.offersAt('spec/other.yaml', text))).toEqual(['blue', 'grey']);
  });

  test('without a taxonomy keep keys and sections', async () => {
    const bare = emptyFolder();
    mkdirSync(join(bare, 'spec'));
    const text = acme.replace(/\n {8}inferred:\n.*/, '');
    writeFileSync(join(bare, 'spec/acme.yaml'), text);
    expect((await run(bare, 'generate', '--target', 'editor')).exitCode).toBe(0);
    const other = await LanguageServer.start(bare);
    onTestFinished(() => other.stop());
    expect(await other.complaintsOf('spec/acme.yaml', text)).toEqual([]);
    expect(labels(await other.offersAt('spec/acme.yaml', put(text, 'section: north', 'section: |')))).toEqual([
      'north',
    ]);
  });
});

test('what init writes is completed from its own taxonomy', async () => {
  const folder = emptyFolder();
  await run(folder, 'init');
  expect((await run(folder, 'generate')).exitCode).toBe(0);
  const other = await LanguageServer.start(folder);
  onTestFinished(() => other.stop());
  const text = readFileSync(join(folder, 'spec/acme.yaml'), 'utf8');
  expect(await other.complaintsOf('spec/acme.yaml', text)).toEqual([]);
  expect(labels(await other.offersAt('spec/acme.yaml', put(text, 'cause: sender', 'cause: |')))).toContain('sender');
});

const HEAD = '# yaml-language-server: $schema=../generated/editor/schema.json\n';

const weather = `${HEAD}axes:
  sky:
    title: Sky
    definition: What is above.
    stated: possible
    required: true
    values:
      blue: { definition: Nothing to see. }
      grey: { definition: Take an umbrella. }
`;

const acme = `${HEAD}provider: acme
name: Acme
document:
  title: The weather
  received: 2026-01-31
  sha256: ${'a'.repeat(64)}
catalogs:
  report:
    title: The weather by region
    type_name: AcmeReport
    code_type: integer
    key: [code]
    rows: 1
    cells_sha256: 6b2bf3d5d0a06ff0028f5eb1a32c3889922ad47882330d1f527fefa0bfcad081
    columns:
      - { header: Code, field: code }
      - { header: What it says, field: words, type: string }
    sections:
      - { id: north, title: Up here, line: 1 }
    entries:
      - code: 1
        line: 2
        section: north
        name: rain
        words: It rains
        inferred:
          sky: grey
`;

/** The text with another piece in one place, which has to be there. */
function put(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

function labels(offers: readonly Offer[]): string[] {
  return offers.map(({ label }) => label);
}

/** What is offered, each with what it means. */
function told(offers: readonly Offer[]): [string, string][] {
  return offers.map(({ label, documentation = '' }) => [
    // The server quotes what older YAML took for true or false; a spec reads both the same.
    label.replace(/^"(.*)"$/, '$1'),
    typeof documentation === 'string' ? documentation : documentation.value,
  ]);
}

/** What each language declares side by side is known beforehand, so that two names which meet are told before anything is rendered. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { readSpecs, readTargets } from '../../generator/input.ts';
import { PARTS } from '../../generator/registry/scope.ts';
import { bearersOf } from '../../generator/rules/bearer.ts';
import { namesOf } from '../../generator/rules/taken-name.ts';
import { decode } from '../../generator/spec/decode.ts';
import { run } from '../support/cli.ts';
import { catalogHead, providerHead, TEXT_COLUMN } from '../support/spec.ts';
import { describeWith, execute } from '../support/toolchain.ts';
import { ROOT, workspace } from '../support/workspace.ts';

const folders = { workingFolder: ROOT, spec: 'spec', templates: 'templates', out: '' };

/** The names that a target says it declares, of those scopes that hold one of these. */
function declaredBy(target: string, holding: string): Set<string> {
  const spec = decode(readSpecs(folders).value).value;
  const { targets } = readTargets(folders, [target]).value;
  const scopes = targets
    .flatMap(({ scopes }) => scopes)
    .filter(({ own, ofFiles }) => !ofFiles && own.includes(holding));
  return new Set(
    scopes.flatMap(({ own, patterns, language }) => [
      ...own,
      ...bearersOf(spec, language, new Set(PARTS)).flatMap((bearer) => namesOf(bearer, patterns)),
    ]),
  );
}

const GO_NAMES = `package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
)

func main() {
	packages, err := parser.ParseDir(token.NewFileSet(), ".", nil, 0)
	if err != nil {
		panic(err)
	}
	for _, file := range packages["smserrorcodes"].Files {
		for _, declaration := range file.Decls {
			switch declared := declaration.(type) {
			case *ast.FuncDecl:
				if declared.Recv == nil {
					fmt.Println(declared.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range declared.Specs {
					switch named := spec.(type) {
					case *ast.TypeSpec:
						fmt.Println(named.Name.Name)
					case *ast.ValueSpec:
						fmt.Println(named.Names[0].Name)
					}
				}
			}
		}
	}
}
`;

describeWith('go', ['go'], () => {
  test('says of every name of the package that it declares it', () => {
    const folder = workspace([]);
    writeFileSync(join(folder, 'main.go'), GO_NAMES);
    const program = join(folder, 'main.go');
    const names = execute('go', ['run', program], { cwd: join(ROOT, 'generated/go') })
      .trim()
      .split('\n');
    expect(names.length).toBeGreaterThan(200);
    const declared = declaredBy('go', 'Answer');
    expect(names.filter((name) => !declared.has(name))).toEqual([]);
  });
});

test('java: says of every type of the package, and of every one that it imports, that it is taken', () => {
  const folder = join(ROOT, 'generated/java/smserrorcodes');
  const files = readdirSync(folder);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const imported = texts.flatMap((text) => [...text.matchAll(/^import [\w.]+\.(\w+);$/gm)].map(([, name]) => name));
  const declared = declaredBy('java', 'Answer');
  expect(imported).toContain('Optional');
  expect(
    [...files.map((file) => file.replace('.java', '')), ...imported].filter((name = '') => !declared.has(name)),
  ).toEqual([]);
});

describeWith('python', ['python3'], () => {
  test('says of every name of a catalog and of the taxonomy that it declares it', () => {
    const program = `import importlib, json
modules = ["sinch.delivery_report", "bandwidth.message", "alibaba.api", "alibaba.receipt", "taxonomy"]
print(json.dumps({m: [n for n in vars(importlib.import_module("sms_error_codes." + m)) if not n.startswith("__")] for m in modules}))`;
    const { taxonomy, ...catalogs } = JSON.parse(
      execute('python3', ['-c', program], { cwd: join(ROOT, 'generated/python') }),
    );
    const inCatalog = declaredBy('python', 'ENTRIES');
    expect(
      Object.values(catalogs as Record<string, string[]>)
        .flat()
        .filter((name) => !inCatalog.has(name)),
    ).toEqual([]);
    const inTaxonomy = declaredBy('python', 'StrEnum');
    expect(taxonomy.filter((name: string) => !inTaxonomy.has(name))).toEqual([]);
  });
});

test.each([
  ['sql', 'variant', /CREATE TABLE IF NOT EXISTS sms_error_codes \(\n([\s\S]*?)PRIMARY KEY/],
  ['sql', 'code_length', /CREATE TABLE IF NOT EXISTS sms_error_codes_prefixes \(\n([\s\S]*?)PRIMARY KEY/],
])('%s: says of every column beside "%s" that it declares it', (target, holding, table) => {
  const [, columns = ''] = table.exec(readFileSync(join(ROOT, 'generated/sql/sms_error_codes.sql'), 'utf8')) ?? [];
  const names = [...columns.matchAll(/^ {2}"(\w+)"/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  const declared = declaredBy(target, holding);
  expect(names.filter((name = '') => !declared.has(name))).toEqual([]);
});

test('csv: says of every column that it declares it', () => {
  const [header = ''] = readFileSync(join(ROOT, 'generated/csv/sms_error_codes.csv'), 'utf8').split('\r\n');
  const declared = declaredBy('csv', 'id');
  expect(header.split(',').filter((name) => !declared.has(name))).toEqual([]);
});

test('typescript: says of every type that it exports that it declares it', () => {
  const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { module: 199 } });
  const index = project.addSourceFileAtPath(join(ROOT, 'generated/typescript/index.ts'));
  project.resolveSourceFileDependencies();
  const types = [...index.getExportedDeclarations().keys()].filter((name) => /^[A-Z]/.test(name));
  expect(types.length).toBeGreaterThan(100);
  const declared = declaredBy('typescript', 'Wire');
  // The types of entries whose code is no key end in the other key fields.
  const undeclared = types
    .filter((name) => !declared.has(name))
    .map((name) => name.replace(/^(AlibabaApiError).+/, '$1'));
  expect([...new Set(undeclared)]).toEqual(['AlibabaApiError']);
});

test('typescript: says of every function and table that it exports that it declares it', () => {
  const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { module: 199 } });
  const index = project.addSourceFileAtPath(join(ROOT, 'generated/typescript/index.ts'));
  project.resolveSourceFileDependencies();
  const values = [...index.getExportedDeclarations().keys()].filter((name) => /^[a-z]/.test(name));
  expect(values.length).toBeGreaterThan(30);
  const declared = declaredBy('typescript', 'everyEntry');
  expect(values.filter((name) => !declared.has(name))).toEqual([]);
});

test('typescript: says of every property of an outcome that it declares it', () => {
  const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { module: 199 } });
  const outcomes = project.addSourceFileAtPath(join(ROOT, 'generated/typescript/outcome.ts'));
  project.resolveSourceFileDependencies();
  const properties = outcomes.getInterfaceOrThrow('UnknownOutcome').getType().getProperties();
  expect(properties.length).toBeGreaterThan(15);
  const declared = declaredBy('typescript', 'tolerated');
  expect(properties.map((property) => property.getName()).filter((name) => !declared.has(name))).toEqual([]);
});

describe('what meets is told at both places', () => {
  /** What `generate` says of a spec with two catalogs, in which these texts are replaced. */
  async function told(target: string, edits: Readonly<Record<string, string>>): Promise<string> {
    const folder = workspace(['templates']);
    mkdirSync(join(folder, 'spec'));
    for (const [name, text] of [
      ['acme.yaml', SPEC],
      ['taxonomy.yaml', TAXONOMY],
    ] as const) {
      const edited = Object.entries(edits).reduce((before, [from, to]) => before.replaceAll(from, to), text);
      writeFileSync(join(folder, 'spec', name), edited);
    }
    const { exitCode, err } = await run(folder, 'generate', '--target', target);
    const errors = err.split('\n\n').filter((block) => block.startsWith('error'));
    expect(exitCode).toBe(errors.length > 0 ? 1 : 0);
    return errors
      .map((block) =>
        block
          .split('\n')
          .filter((line) => /^error| {2}spec\//.test(line))
          .join('\n'),
      )
      .join('\n');
  }

  test.each(['go', 'java', 'python', 'sql', 'csv', 'markdown', 'typescript', 'json', 'json-schema', 'docs'])(
    '%s: nothing where nothing meets',
    async (target) => {
      expect(await told(target, {})).toBe('');
    },
  );

  test.each([
    ['go', 'a question and an axis', { 'side:': 'is_ours:' }],
    ['go', 'a field and what an entry has', { 'field: text': 'field: claims', 'text: T': 'claims: T' }],
    ['java', 'a question and an axis', { 'side:': 'is_ours:' }],
    ['java', 'a field and what an entry has', { 'field: text': 'field: claims', 'text: T': 'claims: T' }],
    ['python', 'a question and an axis', { 'side:': 'is_ours:' }],
    ['python', 'a field and what an entry has', { 'field: text': 'field: claims', 'text: T': 'claims: T' }],
    ['go', 'the list of one catalog and the type of another', { AcmeReport: 'AcmeErrors' }],
    ['go', 'a catalog and the constant of a code', { AcmeReport: 'AcmeErrorCodeBusy' }],
    ['go', 'a function and a type', { AcmeReport: 'LookupAcmeError' }],
    ['go', 'an axis and what the target has for itself', { 'side:': 'prefix:' }],
    ['go', 'values of two axes', { 'side:': 'kind_of:', own: 'call', 'kind:': 'kind:', other: 'of-call' }],
    ['java', 'an axis and a catalog', { AcmeReport: 'Side' }],
    ['java', 'an axis and a type of Java', { 'side:': 'string:' }],
    ['java', 'files that differ in case alone', { AcmeReport: 'ACMEERRORS' }],
    ['java', 'an axis and a keyword', { 'side:': 'class:' }],
    ['java', 'a question and a keyword', { 'is_ours:': 'class:' }],
    ['python', 'a provider and a module', { 'provider: acme': 'provider: lookup', 'acme.yaml': 'lookup.yaml' }],
    ['python', 'a provider and a keyword', { 'provider: acme': 'provider: import' }],
    ['python', 'a catalog and the codes of another', { 'report:\n': 'api-code:\n' }],
    ['python', 'an enum and an imported type', { AcmeStatus: 'Unlisted' }],
    ['python', 'an axis and the base of its enum', { 'side:': 'str_enum:' }],
    ['python', 'an axis and a keyword', { 'side:': 'class:' }],
    ['python', 'a question and a keyword', { 'is_ours:': 'class:' }],
    ['go', 'two values of an axis', { own: 'a-b1', third: 'a-b-1' }],
    ['python', 'a value that starts with a figure', { own: '1st' }],
    ['sql', 'a field and a column of the table', { 'field: text': 'field: variant', 'text: T': 'variant: T' }],
    [
      'sql',
      'a field and the line of an axis',
      { 'field: text': 'field: side_stated_line', 'text: T': 'side_stated_line: T' },
    ],
    ['sql', 'an axis and a column of the view', { 'side:': 'is_listed:' }],
    ['csv', 'a field and a column', { 'field: text': 'field: provider', 'text: T': 'provider: T' }],
    ['markdown', 'a provider and a page', { 'provider: acme': 'provider: readme', 'acme.yaml': 'readme.yaml' }],
    ['typescript', 'a payload and a catalog', { AcmeBody: 'AcmeReport' }],
    ['typescript', 'a reader and a catalog', { AcmeReport: 'ReadAcmePayload' }],
    [
      'typescript',
      'two readers',
      { '  read_acme:': '  read_acme_2: { title: Reads both., payloads: [AcmeOther] }\n  read_acme2:' },
    ],
    ['typescript', 'the object in one payload and another payload', { AcmeBody: 'AcmeOtherStatus' }],
    ['typescript', 'an entry and a catalog', { AcmeReport: 'AcmeErrorBusy' }],
    ['typescript', 'a payload and what the target has for itself', { AcmeBody: 'Wire' }],
    ['typescript', 'a question and a keyword', { 'is_ours:': 'class:' }],
    ['typescript', 'a reader and a keyword', { 'read_acme:': 'delete:' }],
    ['typescript', 'a question and what the target has for itself', { 'is_ours:': 'holds:' }],
    ['typescript', 'a question and a look-up', { 'is_ours:': 'find_acme_report:' }],
    ['typescript', 'a question and a reader', { 'is_ours:': 'read_acme:' }],
    [
      'typescript',
      'two questions',
      { '  is_ours:': '  is_ours_2: { definition: The same., when: { kind: [other] } }\n  is_ours2:' },
    ],
    ['typescript', 'an axis and what an outcome has', { 'side:': 'count:' }],
    ['typescript', 'a provider and a module', { 'provider: acme': 'provider: lookup', 'acme.yaml': 'lookup.yaml' }],
  ])('%s: %s', async (target, _, edits) => {
    expect(await told(target, edits as Record<string, string>)).toMatchSnapshot();
  });
});

test('a provider in two files is told as that, and not as the names of its files', async () => {
  const folder = workspace(['templates']);
  mkdirSync(join(folder, 'spec'));
  const first = SPEC.slice(0, SPEC.indexOf('  report:')).replace(', inferred: { kind: other }', '');
  writeFileSync(join(folder, 'spec/acme.yaml'), first);
  writeFileSync(join(folder, 'spec/acme.yml'), first.replace('  api:', '  third:').replace('AcmeError', 'AcmeThird'));
  const { err } = await run(folder, 'generate');
  expect(err.match(/^error.*/gm)).toEqual([
    'error[duplicate-provider]: provider "acme" is already defined in spec/acme.yaml',
  ]);
});

const STATUS = '{ header: Status, field: status, type: enum, enum_name: AcmeStatus, values: [Failed] }';
const REPORT = { id: 'report', title: 'Codes of reports', typeName: 'AcmeReport', rows: 1, columns: [STATUS] };

const SPEC = `${providerHead()}catalogs:
${catalogHead({ rows: 1, columns: [TEXT_COLUMN] })}      - { code: 1, line: 1, name: busy, text: T, inferred: { kind: other } }
${catalogHead(REPORT)}      - { code: 1, line: 2, name: busy, status: Failed, inferred: { kind: other } }
payloads:
  AcmeBody:
    title: One body
    any_of: [code]
    fields:
      code: { type: integer, source: document }
    outcomes: [{ catalog: api, code: /code }]
  AcmeOther:
    title: Another one
    any_of: [status]
    fields:
      status: { type: object, source: document, fields: { code: { type: integer, source: document } } }
    outcomes: [{ catalog: report, code: /status/code }]
readers:
  read_acme: { title: Reads both., payloads: [AcmeBody] }
`;

const TAXONOMY = `axes:
  kind:
    title: Kind
    definition: What happened.
    stated: possible
    required: false
    values: { other: { definition: Other. } }
  side:
    title: Side
    definition: Whose.
    stated: possible
    required: false
    values: { own: { definition: Ours. }, third: { definition: Theirs. } }
predicates:
  is_ours: { definition: Whether it is ours., when: { kind: [other] } }
`;

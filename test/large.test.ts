/** A catalog of a thousand rows, whose types and schemas take another form: it is verified, compiles and answers. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeLargeSpec } from './bench/large-spec.mjs';
import { run } from './support/cli.ts';
import { execute, tool } from './support/consumer.ts';
import { edit, emptyFolder, ROOT, sharedFolder, workspace } from './support/workspace.ts';

const ROWS = 1000;
const TARGETS = ['typescript', 'json', 'json-schema'].flatMap((target) => ['--target', target]);
const folder = sharedFolder();

beforeAll(async () => {
  writeLargeSpec(join(folder, 'spec'), ROWS, join(ROOT, 'spec/taxonomy.yaml'));
  const { err, exitCode } = await run(folder, 'generate', ...TARGETS);
  expect({ exitCode, errors: err.match(/error\[/g) }).toEqual({ exitCode: 0, errors: null });
});

function schema(name: string): object {
  return JSON.parse(readFileSync(join(folder, 'generated/json-schema', `acme-message-${name}.schema.json`), 'utf8'));
}

function entries(): { code: number; description: string }[] {
  const registry = JSON.parse(readFileSync(join(folder, 'generated/json/registry.json'), 'utf8'));
  return registry.providers[0].catalogs[0].entries;
}

describe('the schemas', () => {
  test('accept each code and no other', () => {
    const validate = new Ajv2020({ strict: true }).compile(schema('code'));
    expect(entries().filter(({ code }) => !validate(code))).toEqual([]);
    expect([0, 9_999, 11_000, '10000', null].filter((code) => validate(code))).toEqual([]);
  });

  test('accept each entry, and none of which anything is another', () => {
    const validate = new Ajv2020({ strict: true }).compile(schema('entry'));
    const all = entries();
    expect(all).toHaveLength(ROWS);
    expect(all.filter((entry) => !validate(entry))).toEqual([]);
    expect(all.filter((entry) => validate({ ...entry, description: 'Another.' }))).toEqual([]);
    expect(all.filter((entry) => validate({ ...entry, surplus: true }))).toEqual([]);
  });
});

const SERVICE = `
import assert from "node:assert";
import {
  type AcmeMessageError,
  AcmeMessageErrorCode,
  acmeMessageErrorEntries,
  classifyAcmeMessageError,
  findAcmeMessageError,
  isAcmeMessageErrorCode,
} from "./generated/typescript/index.js";

const listed: AcmeMessageError = findAcmeMessageError(AcmeMessageErrorCode.ErrorNumber7);
assert.equal(listed.name, "error_number_7");
const received: number = 10_999;
const maybe: AcmeMessageError | undefined = findAcmeMessageError(received);
assert.equal(maybe?.line, ${ROWS});
const missing: undefined = findAcmeMessageError(404);
assert.equal(missing, undefined);
assert(isAcmeMessageErrorCode(received));
const answer = classifyAcmeMessageError("10007");
assert.equal(answer.known, false);
assert.equal(acmeMessageErrorEntries.length, ${ROWS});
console.log(listed.description);
`;

describe.each(['typescript-6', 'typescript'])('a service, compiled by %s', (compiler) => {
  test('gets its entries', async () => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'service.ts'), SERVICE);
    const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
    const flags = ['--strict', '--exactOptionalPropertyTypes', '--declaration', '--module', 'nodenext', ...types];
    const compiled = await tool(folder, `${compiler}/bin/tsc`, 'service.ts', ...flags, '--outDir', `out-${compiler}`);
    expect(compiled).toEqual({ exitCode: 0, out: '', err: '' });
    const ran = await execute(join(folder, `out-${compiler}`), process.execPath, 'service.js');
    expect(ran.out + ran.err).toBe('Message 7 was not delivered because of reason 7.\n');
  });
});

const COMPOSITE = `
import assert from "node:assert";
import { type AcmeError, AcmeErrorCode, AcmeStatus } from "./generated/typescript/index.js";
import { findAcmeErrors, findAcmeErrorsBySmpp, findAcmeErrorsByStatus, readAcmeReport } from "./generated/typescript/index.js";

const listed: readonly [AcmeError, ...AcmeError[]] = findAcmeErrors(AcmeErrorCode.Number7);
assert.deepEqual(listed.map(({ cause }) => cause), ["network", "sender"]);
assert.equal(findAcmeErrors(404).length, 0);
// @ts-expect-error: no row may have it, whatever the type of all rows admits.
const bySmpp: readonly [AcmeError, ...AcmeError[]] = findAcmeErrorsBySmpp(404);
assert.equal(bySmpp.length, 0);
// @ts-expect-error: the same of a value of an enum.
const byStatus: readonly [AcmeError, ...AcmeError[]] = findAcmeErrorsByStatus(AcmeStatus.Never);
assert.equal(byStatus.length, 0);

const read = readAcmeReport({ code: 7 });
const outcome = read.ok ? read.outcomes[0] : undefined;
assert(outcome?.known);
// @ts-expect-error: rows of one code may disagree.
const cause: "network" | "sender" = outcome.cause;
assert.equal(cause, undefined);
console.log(outcome.entries.length);
`;

describe('a catalog with several rows for a code', () => {
  test.each(['typescript-6', 'typescript'])('has types that are true, compiled by %s', async (compiler) => {
    const other = emptyFolder();
    writeComposite(join(other, 'spec'), 300);
    const { err, exitCode } = await run(other, 'generate', '--target', 'typescript', '--quiet');
    expect({ exitCode, errors: err.match(/error\[.*/g) }).toEqual({ exitCode: 0, errors: null });
    writeFileSync(join(other, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(other, 'service.ts'), COMPOSITE);
    const flags = ['--strict', '--module', 'nodenext', '--types', 'node'];
    const types = ['--typeRoots', join(ROOT, 'node_modules/@types')];
    const compiled = await tool(other, `${compiler}/bin/tsc`, 'service.ts', ...flags, ...types);
    expect(compiled).toEqual({ exitCode: 0, out: '', err: '' });
    expect(await execute(other, process.execPath, 'service.js')).toMatchObject({ out: '2\n', err: '' });
  });
});

test('a comma that is missing between the rows of a verified table is found', async () => {
  const other = emptyFolder();
  cpSync(folder, other, { recursive: true });
  cpSync(join(ROOT, 'templates'), join(other, 'templates'), { recursive: true });
  edit(join(other, 'templates/typescript/entries.ts.hbs'), '){{/if}},', '){{/if}}');
  const { err, exitCode } = await run(other, 'generate', '--target', 'typescript');
  expect(err).toContain('acme/message-entries.ts" ');
  expect(exitCode).toBe(1);
});

test('a property that some rows lack has to be optional', async () => {
  const other = workspace(['templates']);
  writeComposite(join(other, 'spec'), 300);
  edit(
    join(other, 'templates/typescript/entries.ts.hbs'),
    '  readonly {{name}}?: {{type}} | undefined;',
    '  readonly {{name}}: {{type}};',
  );
  const { err } = await run(other, 'generate', '--target', 'typescript');
  expect(err).toContain("Property 'remedy' is missing in type");
});

/** Two rows for each code, which disagree; one row in three has no claim on an axis that is not required. */
function writeComposite(spec: string, rows: number): void {
  const entries = Array.from({ length: rows }, (_, index) => {
    const [code, isSecond] = [Math.floor(index / 2), index % 2 === 1];
    const claims = `cause: ${isSecond ? 'sender' : 'network'}${index % 3 === 0 ? '' : ', remedy: wait'}`;
    const cells = `smpp: ${isSecond ? 100 : code % 100}, status: ${isSecond ? 'Shut' : 'Open'}`;
    return `      - { code: ${code}, line: ${index + 1}, name: number_${code}, ${cells}, inferred: { ${claims} } }`;
  });
  mkdirSync(spec);
  writeFileSync(
    join(spec, 'taxonomy.yaml'),
    `axes:
  cause:
    title: Cause
    definition: Why it failed.
    stated: possible
    required: true
    values:
      network: { definition: The network. }
      sender: { definition: The sender. }
  remedy:
    title: Remedy
    definition: What to do.
    stated: never
    required: false
    values:
      wait: { definition: Wait. }
outcomes:
  axes: [cause, remedy]
  states:
    failed: { cause: [network, sender] }
`,
  );
  writeFileSync(
    join(spec, 'acme.yaml'),
    `provider: acme
name: Acme
document: { title: Codes of Acme, received: 2026-01-31, sha256: ${'ab'.repeat(32)} }
catalogs:
  api:
    title: Codes
    type_name: AcmeError
    code_type: integer
    key: [code, smpp]
    lookups: [smpp, status]
    rows: ${rows}
    cells_sha256: ${'ab'.repeat(32)}
    columns:
      - { header: Code, field: code }
      - { header: SMPP, field: smpp, type: integer }
      - { header: Status, field: status, type: enum, enum_name: AcmeStatus, values: [Open, Shut, Never] }
    entries:
${entries.join('\n')}
payloads:
  AcmeReport:
    title: A report
    any_of: [code]
    fields:
      code: { type: integer, optional: true, source: document }
    outcomes:
      - { catalog: api, code: /code }
readers:
  read_acme_report: { title: A report, payloads: [AcmeReport] }
`,
  );
}

/** What the templates say, what a careless hand makes of it, and what is told; some show only in the last row. */
const mistakes: readonly {
  readonly what: string;
  readonly template: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
  /** The template that is named, where it is not the broken one. */
  readonly names?: string;
  readonly codeType?: 'string';
}[] = [
  {
    what: 'the type of the rows lacks a property',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly line: number;\n{{#each axes}}\n{{#if isOptional',
    to: '{{#each axes}}\n{{#if isOptional',
    says: "'line' does not exist in type 'AcmeMessageError'",
  },
  {
    what: 'a text of the rows may be anything',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly {{name}}: {{type}};\n{{/each}}\n  readonly line: number;\n{{#each axes}}\n{{#if isOptional',
    to: '  readonly {{name}}: any;\n{{/each}}\n  readonly line: number;\n{{#each axes}}\n{{#if isOptional',
    says: 'has ""any"" at "/description/type" where ""string"" was meant',
  },
  {
    what: 'a line of the rows may be a text',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly line: number;\n{{#each axes}}\n{{#if isOptional',
    to: '  readonly line: number | string;\n{{#each axes}}\n{{#if isOptional',
    says: 'has ""string | number"" at "/line/type" where ""number"" was meant',
  },
  {
    what: 'a classification of the rows may be anything',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly {{name}}: {{type}};\n{{/if}}\n{{/each}}\n{{#if hasAxes',
    to: '  readonly {{name}}: {{#if @last}}any & {{/if}}{{type}};\n{{/if}}\n{{/each}}\n{{#if hasAxes',
    says: 'admits anything at "/',
  },
  {
    what: 'the type of the rows admits any code',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly code: {{codes.name}};\n  readonly name: string;',
    to: '  readonly code: {{codes.name}} | -1;\n  readonly name: string;',
    says: 'message-entries.ts" has "-1" at "/0" where "10000" was meant',
  },
  {
    what: 'the type of the rows is one of several',
    template: 'typescript/entries.ts.hbs',
    from: 'export interface {{typeName}} {\n  readonly code: {{codes.name}};\n  readonly name: string;',
    to: 'export type {{typeName}} = Row | (Omit<Row, "code"> & { readonly code: -1 });\n\ninterface Row {\n  readonly code: {{codes.name}};\n  readonly name: string;',
    says: 'message-entries.ts" has "-1" at "/0" where "10000" was meant',
  },
  {
    what: 'a code is that of another row',
    template: 'typescript/entries.ts.hbs',
    from: 'code: {{#if ../isNumeric}}{{code}}',
    to: 'code: {{#if ../isNumeric}}{{#if @last}}10001{{else}}{{code}}{{/if}}',
    says: 'message-entries.ts" has "10001" at "/299/code" where "10299" was meant',
  },
  {
    what: 'a code of text is that of another row',
    codeType: 'string',
    template: 'typescript/entries.ts.hbs',
    from: '{{else}}{{member}}{{/if}},',
    to: '{{else}}{{#if @last}}AcmeMessageErrorCode.ErrorNumber1{{else}}{{member}}{{/if}}{{/if}},',
    says: 'message-entries.ts" has ""E.10001"" at "/299/code" where ""E.10299"" was meant',
  },
  {
    what: 'the type of the rows lacks a code',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly code: {{codes.name}};\n  readonly name: string;',
    to: '  readonly code:{{#each codes.members}}{{#unless deprecation}} | AcmeMessageErrorCode.{{name}}{{/unless}}{{/each}};\n  readonly name: string;',
    says: 'message-entries.ts" has "10151" at "/150" where "10150" was meant',
  },
  {
    what: 'a code among the others is another',
    template: 'typescript/enum.ts.hbs',
    from: '  {{name}} = {{value}},',
    to: '  {{name}} = {{#if deprecation}}1{{else}}{{value}}{{/if}},',
    says: 'message-code.ts" has "1" at "/0/ErrorNumber150" where "10150" was meant',
  },
  {
    what: 'what a code among the others says is not so',
    template: 'typescript/enum.ts.hbs',
    from: '{{#if deprecation}}\n   *\n',
    to: '{{#if deprecation}}\n   * Stated: fault customer (line 1).\n',
    says: 'message-code.ts" says of code 10150 what is not so',
  },
  {
    what: 'a code among the others is none',
    template: 'typescript/erasable.ts.hbs',
    from: '  {{name}}: {{value}},',
    to: '  {{name}}: {{#if deprecation}}missing{{else}}{{value}}{{/if}},',
    says: "Cannot find name 'missing'",
  },
  {
    what: 'a line is that of another row',
    template: 'typescript/entries.ts.hbs',
    from: '      line: {{line}},',
    to: '      line: {{#if @last}}1{{else}}{{line}}{{/if}},',
    says: 'message-entries.ts" has "1" at "/299/line" where "300" was meant',
  },
  {
    what: 'a row is written otherwise than those before it',
    template: 'typescript/entries.ts.hbs',
    from: '{{#if ../isLarge}}row({{/if}}',
    to: '{{#if ../isLarge}}{{#if @last}}rwo{{else}}row{{/if}}({{/if}}',
    says: "Cannot find name 'rwo'",
  },
  {
    what: 'a row says the same thing twice',
    template: 'typescript/entries.ts.hbs',
    from: '      line: {{line}},',
    to: '      line: {{line}},{{#if @last}} line: {{line}},{{/if}}',
    says: 'cannot have multiple properties with the same name',
  },
  {
    what: 'a row has a literal that is none',
    template: 'typescript/entries.ts.hbs',
    from: '      line: {{line}},',
    to: '      line: {{#if @last}}0{{/if}}{{line}},',
    says: 'does not compile: line ',
  },
  {
    what: 'a type lacks a value that some rows have',
    template: 'typescript/taxonomy.ts.hbs',
    from: '  | {{value}}{{#if @last}};{{/if}}\n{{/each}}\n{{/if}}',
    to: '{{#unless @first}}\n  | {{value}}{{#if @last}};{{/if}}\n{{/unless}}\n{{/each}}\n{{/if}}',
    says: 'message-entries.ts" does not compile: line ',
    names: 'typescript/entries.ts.hbs',
  },
  {
    what: 'an entry of the schema has another line',
    template: 'json-schema/_value.hbs',
    from: '"line": {{line}}',
    to: '"line": 1',
    says: 'has "1" at "/1/line" where "2" was meant',
    names: 'json-schema/entry.schema.json.hbs',
  },
  {
    what: 'a code of the schema is another',
    template: 'json-schema/code.schema.json.hbs',
    from: '{{value}}{{#unless @last}}',
    to: '{{#if @first}}1{{else}}{{value}}{{/if}}{{#unless @last}}',
    says: 'has "1" at "/0" where "10000" was meant',
  },
];

describe('a mistake in a template is told', () => {
  test.each(mistakes.map((mistake) => [mistake.what, mistake] as const))('%s', async (_, mistake) => {
    const { template, from, to, says, names = template, codeType } = mistake;
    const other = workspace(['templates']);
    writeLargeSpec(join(other, 'spec'), 300, join(ROOT, 'spec/taxonomy.yaml'), codeType);
    // A row that a template can tell among the others.
    const name = 'name: error_number_150\n';
    edit(join(other, 'spec/acme.yaml'), name, `${name}        deprecated: { since: 1.0.0, reason: Old }\n`);
    edit(join(other, 'templates', template), from, to);
    const { exitCode, err } = await run(other, 'generate', ...TARGETS);
    expect(err).toContain('error[verify]');
    expect(err).toContain(says);
    expect(err).toContain(`templates/${names}`);
    expect(exitCode).toBe(1);
  });
});

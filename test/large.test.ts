/** A catalog of a thousand rows, whose types and schemas take another form: it is verified, compiles and answers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLargeSpec } from './bench/large-spec.mjs';
import { run } from './support/cli.ts';
import { execute, tool } from './support/consumer.ts';
import { edit, ROOT, temporaryFolder } from './support/workspace.ts';

const ROWS = 1000;
const TARGETS = ['typescript', 'json', 'json-schema'].flatMap((target) => ['--target', target]);
const { folder, remove } = temporaryFolder();

beforeAll(async () => {
  writeLargeSpec(join(folder, 'spec'), ROWS, join(ROOT, 'spec/taxonomy.yaml'));
  const { err, exitCode } = await run(folder, 'generate', ...TARGETS);
  expect({ exitCode, errors: err.match(/error\[/g) }).toEqual({ exitCode: 0, errors: null });
});
afterAll(remove);

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

test.each([
  [
    'typescript/entries.ts.hbs',
    '  readonly line: number;\n{{#each axes}}\n{{#if isOptional',
    '{{#each axes}}\n{{#if isOptional',
  ],
  [
    'typescript/entries.ts.hbs',
    'code: {{#if ../isNumeric}}{{code}}',
    'code: {{#if ../isNumeric}}{{#if @first}}10001{{else}}{{code}}{{/if}}',
  ],
  ['json-schema/_value.hbs', '"line": {{line}}', '"line": 1'],
  [
    'json-schema/code.schema.json.hbs',
    '{{value}}{{#unless @last}}',
    '{{#if @first}}1{{else}}{{value}}{{/if}}{{#unless @last}}',
  ],
])('a mistake in %s is caught', async (template, from, to) => {
  const { folder: other, remove: removeOther } = temporaryFolder();
  try {
    writeLargeSpec(join(other, 'spec'), 300, join(ROOT, 'spec/taxonomy.yaml'));
    await execute(other, 'cp', '-r', join(ROOT, 'templates'), '.');
    edit(join(other, 'templates', template), from, to);
    const { exitCode, err } = await run(other, 'generate', ...TARGETS);
    expect(err).toContain('error[verify]');
    expect(err).toContain(`templates/${template.replace('_value', 'entry.schema.json')}`);
    expect(exitCode).toBe(1);
  } finally {
    removeOther();
  }
});

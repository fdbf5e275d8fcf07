/** A broken template is caught before anything is written, and the message says which one and what is wrong. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { generated } from './support/generated.ts';
import { treeOf } from './support/tree.ts';
import { edit, ROOT } from './support/workspace.ts';

const base = generated('sinch');

/** What a template says, and what a careless or malicious hand makes of it. */
interface Breakage {
  readonly what: string;
  readonly template: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly says: string;
  /** The template that is named, where it is not the broken one: a compiler complains of what is used where it is used. */
  readonly names?: string;
}

/** Breaks one template of a fresh workspace and generates its target. */
async function generateWith({ template, from, to }: Pick<Breakage, 'template' | 'from' | 'to'>) {
  const folder = base.copy();
  edit(join(folder, 'templates', template), from, to);
  const ran = await run(folder, 'generate', '--target', template.slice(0, template.indexOf('/')));
  return { ...ran, output: treeOf(join(folder, 'generated')) };
}

const typescript: readonly Breakage[] = [
  {
    what: 'an enum loses a member',
    template: 'typescript/enum.ts.hbs',
    from: '  {{name}} = {{value}},',
    to: '{{#unless @last}}  {{name}} = {{value}},{{/unless}}',
    says: `has no exported member 'Failed'`,
    names: 'typescript/entries.ts.hbs',
  },
  {
    what: 'two members of an enum have one value',
    template: 'typescript/enum.ts.hbs',
    from: '= {{value}}',
    to: '= {{#if ../isNumeric}}{{#if @first}}401{{else}}{{value}}{{/if}}{{else}}{{value}}{{/if}}',
    says: `Type '400' is not assignable to type 'SinchDeliveryErrorCode'`,
    names: 'typescript/entries.ts.hbs',
  },
  {
    what: 'two members of an enum are swapped, and nothing else refers to them',
    template: 'typescript/enum.ts.hbs',
    from: '= {{value}}',
    to: '= {{#if ../isNumeric}}{{value}}{{else}}{{#if @first}}"Failed"{{else}}{{#if @last}}"Queued"{{else}}{{value}}{{/if}}{{/if}}{{/if}}',
    says: 'typescript/sinch/delivery-report-status.ts" has ""Failed"" at "/0/Queued" where ""Queued"" was meant',
  },
  {
    what: 'an enum is declared, and never there',
    template: 'typescript/enum.ts.hbs',
    from: 'export enum',
    to: 'export declare enum',
    says: 'typescript/sinch/delivery-report-code.ts" has nothing at "/0" where',
  },
  {
    what: 'a comma is missing',
    template: 'typescript/enum.ts.hbs',
    from: '= {{value}},',
    to: '= {{value}}',
    says: `An enum member name must be followed by a ','`,
  },
  {
    what: 'the union loses an arm, whose row is in the table',
    template: 'typescript/entries.ts.hbs',
    from: '  | {{typeName}}{{#if @last}};{{/if}}',
    to: '{{#if @last}};{{else}}  | {{typeName}}{{/if}}',
    says: `Type '418' is not assignable to type 'SinchDeliveryErrorCode.Queued |`,
  },
  {
    what: 'the union admits what no row has',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly {{name}}: {{type}};\n{{/if}}',
    to: '  readonly {{name}}: {{type}} | undefined;\n{{/if}}',
    says: 'typescript/sinch/delivery-report-entries.ts" has "{"type":"\\"accepted\\" | undefined"}" at "/0/category" where ""accepted"" was meant',
  },
  {
    what: 'two texts of the table are swapped',
    template: 'typescript/entries.ts.hbs',
    from: '{{#each own}}\n      {{name}}: {{value}},',
    to: '{{#each own}}\n      {{name}}: {{#if @first}}`Dispatched`{{else}}{{value}}{{/if}},',
    says: 'has ""Dispatched"" at "/0/label" where ""Queued"" was meant',
  },
  {
    what: 'a row names another line of the document',
    template: 'typescript/entries.ts.hbs',
    from: '      line: {{line}},',
    to: '      line: 6,',
    says: 'has "6" at "/1/line" where "7" was meant',
  },
  {
    what: 'an inference is called stated',
    template: 'typescript/entries.ts.hbs',
    from: '  {{> stated}}\n{{/if}}\n} as const;',
    to: '  stated: { finality: { line: 6 } },\n{{/if}}\n} as const;',
    says: 'has "{"line":6}" at "/0/stated/finality" where nothing was meant',
  },
  {
    what: 'a file that is copied does not compile',
    template: 'typescript/lookup.ts',
    from: 'new Set(names.map',
    to: 'new Sat(names.map',
    says: `Cannot find name 'Sat'`,
  },
  {
    what: 'a file wants more of what those that import it have',
    template: 'typescript/lookup.ts',
    from: '  readonly code: Wire;',
    to: '  readonly code: Wire;\n  readonly wire: Wire;',
    says: `does not satisfy the constraint 'Coded'`,
    names: 'typescript/catalog.ts.hbs',
  },
  {
    what: 'a file that others import is made no more',
    template: 'typescript/target.yaml',
    from: '  - lookup.ts\n',
    to: '',
    says: `Cannot find module './lookup.js'`,
    names: 'typescript/classified.ts',
  },
  {
    what: 'the names that code generators read are one off',
    template: 'json-schema/codegen.schema.json.hbs',
    from: '    "{{name}}"{{#unless @last}},{{/unless}}',
    to: '{{#unless @first}}    "{{name}}"{{#unless @last}},{{/unless}}{{/unless}}',
    says: 'json-schema/codegen/sinch-delivery-report-code.schema.json" has ""Dispatched"" at "/0" where ""Queued"" was meant',
  },
  {
    what: 'the descriptions that code generators read are one off',
    template: 'json-schema/codegen.schema.json.hbs',
    from: '    {{string description}}{{#unless @last}},{{/unless}}',
    to: '{{#unless @first}}    {{string description}}{{#unless @last}},{{/unless}}{{/unless}}',
    says: 'json-schema/codegen/sinch-delivery-report-code.schema.json" describes code 400 without the words of the document',
  },
  {
    what: 'two titles of codes are swapped',
    template: 'json-schema/code.schema.json.hbs',
    from: '"title": "{{name}}"',
    to: '"title": {{#if @first}}"Dispatched"{{else}}"{{name}}"{{/if}}',
    says: 'json-schema/sinch-delivery-report-code.schema.json" has ""Dispatched"" at "/0" where ""Queued"" was meant',
  },
  {
    what: 'two descriptions of codes are swapped',
    template: 'json-schema/code.schema.json.hbs',
    from: '{{string description}}',
    to: '{{#if @first}}"Dispatched"{{else}}{{string description}}{{/if}}',
    says: 'json-schema/sinch-delivery-report-code.schema.json" describes code 400 without the words of the document',
  },
  {
    what: 'registry.schema.json does not describe registry.json',
    template: 'json/registry.schema.json.hbs',
    from: '"items": { "$ref": "#/$defs/provider" }',
    to: '"items": { "$ref": "#/$defs/axis" }',
    says: `does not describe its document: /providers/0 must have required property 'title'`,
  },
  {
    what: 'the same, and what names the schema is written otherwise',
    template: 'json/registry.json.hbs',
    from: '"$schema": "./registry.schema.json"',
    to: '"$surplus": 1, "$schema":"./registry.schema.json"',
    says: 'does not describe its document: / must NOT have additional properties',
    names: 'json/registry.schema.json.hbs',
  },
  {
    what: 'a cell of the union is optional',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly {{name}}: {{type}};\n{{/each}}\n  readonly line',
    to: '  readonly {{name}}?: {{type}};\n{{/each}}\n  readonly line',
    says: 'typescript/sinch/delivery-report-entries.ts" has ""a value that may be absent"" at "/0/label" where',
  },
  {
    what: 'a text of the union may be anything',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly {{name}}: {{type}};\n{{/each}}\n  readonly line',
    to: '  readonly {{name}}: {{#if @last}}any{{else}}{{type}}{{/if}};\n{{/each}}\n  readonly line',
    says: 'has ""any"" at "/0/description/type" where ""string"" was meant',
  },
  {
    what: 'a line of the union may be unknown',
    template: 'typescript/entries.ts.hbs',
    from: '  readonly line: number;',
    to: '  readonly line: unknown;',
    says: 'has ""unknown"" at "/0/line/type" where ""number"" was meant',
  },
  {
    what: 'the documentation of a member is that of another',
    template: 'typescript/enum.ts.hbs',
    from: '{{#if this}} {{comment this}}{{/if}}',
    to: ' Stated: retry never (line 1).',
    says: 'typescript/sinch/delivery-report-code.ts" describes code 400 without the words of the document',
  },
  {
    what: 'the documentation of an entry calls an inference stated',
    template: 'typescript/entries.ts.hbs',
    from: ' *{{#if this}} {{comment this}}{{/if}}\n{{/each}}',
    to: ' *{{#if this}} {{comment this}}{{/if}}\n{{/each}}\n * Stated: retry never (line 1).',
    says: 'delivery-report-entries.ts" says of code 400 what is not so: "Name: Queued. Status: Queued. Document line 6.    Stated: retry never (line 1)."',
  },
  {
    what: 'a provider does not export its entries',
    template: 'typescript/provider.ts.hbs',
    from: 'export * from "./{{../module}}/{{module}}-entries.js";',
    to: '',
    says: 'typescript/sinch.ts" does not export "SinchDeliveryErrorQueued" of "typescript/sinch/delivery-report-entries.ts"',
  },
  {
    what: 'a provider exports its look-ups as types alone',
    template: 'typescript/provider.ts.hbs',
    from: 'export * from "./{{../module}}/{{module}}.js";',
    to: 'export type * from "./{{../module}}/{{module}}.js";',
    says: 'typescript/sinch.ts" does not export "isSinchDeliveryErrorCode" of "typescript/sinch/delivery-report.ts"',
  },
  {
    what: 'a provider exports a look-up as a type alone, by its name',
    template: 'typescript/provider.ts.hbs',
    from: 'export * from "./{{../module}}/{{module}}.js";',
    to: 'export * from "./{{../module}}/{{module}}.js";\nexport { type find{{typeName}} } from "./{{../module}}/{{module}}.js";',
    says: 'typescript/sinch.ts" does not export "findSinchDeliveryError" of "typescript/sinch/delivery-report.ts"',
  },
  {
    what: 'the package does not export a provider',
    template: 'typescript/index.ts.hbs',
    from: 'export * from "./{{module}}.js";',
    to: '',
    says: 'typescript/index.ts" does not export "SinchDeliveryErrorCode" of "typescript/sinch/delivery-report-code.ts"',
  },
];

const json: readonly Breakage[] = [
  {
    what: 'two constants are swapped',
    template: 'json-schema/code.schema.json.hbs',
    from: '"const": {{value}}',
    to: '"const": {{#if @first}}418{{else}}{{#if @last}}400{{else}}{{value}}{{/if}}{{/if}}',
    says: 'json-schema/sinch-delivery-report-code.schema.json" has "418" at "/0" where "400" was meant',
  },
  {
    what: 'a code is listed that no document has',
    template: 'json-schema/code.schema.json.hbs',
    from: '"oneOf": [',
    to: '"oneOf": [{ "const": 409 },',
    says: 'has "409" at "/0" where "400" was meant',
  },
  {
    what: 'an enumeration loses its first value',
    template: 'json-schema/codegen.schema.json.hbs',
    from: '    {{value}}{{#unless @last}},{{/unless}}',
    to: '{{#unless @first}}    {{value}}{{#unless @last}},{{/unless}}{{/unless}}',
    says: 'codegen/sinch-delivery-report-code.schema.json" has "401" at "/0" where "400" was meant',
  },
  {
    what: 'an enumeration ends in a comma',
    template: 'json-schema/codegen.schema.json.hbs',
    from: '    {{value}}{{#unless @last}},{{/unless}}',
    to: '{{#unless @last}}    {{value}},{{/unless}}',
    says: 'codegen/sinch-delivery-report-code.schema.json" is not JSON: ',
  },
  {
    what: 'a code may be anything',
    template: 'json-schema/entry.schema.json.hbs',
    from: '"code": { "const": {{code}} }',
    to: '"code": true',
    says: 'accepts {"code":401,"name":"queued"',
  },
  {
    what: 'an axis may be any text',
    template: 'json-schema/entry.schema.json.hbs',
    from: '{ "const": {{value}} }{{#unless',
    to: '{ "type": "string" }{{#unless',
    says: 'accepts {"code":400,"name":"queued"',
  },
  {
    what: 'an entry may have more properties',
    template: 'json-schema/entry.schema.json.hbs',
    from: '      "additionalProperties": false,\n      "properties": {\n        "code"',
    to: '      "properties": {\n        "code"',
    says: '"surplus":true}, which is not in the catalog',
  },
  {
    what: 'a classification may have more axes',
    template: 'json-schema/entry.schema.json.hbs',
    from: '          "additionalProperties": false,\n          "properties"',
    to: '          "properties"',
    says: '"surplus":true},"basis":{"category":{"line":6}},"stated":{}}, which is not in the catalog',
  },
  {
    what: 'a property may be missing',
    template: 'json-schema/entry.schema.json.hbs',
    from: '        "line",\n{{#if note',
    to: '{{#if note',
    says: 'accepts {"code":400,"name":"queued"',
  },
  {
    what: 'the code may be missing',
    template: 'json-schema/entry.schema.json.hbs',
    from: '        "code",\n',
    to: '',
    says: 'accepts {"name":"queued"',
  },
  {
    what: 'an entry may have a code that no row has',
    template: 'json-schema/entry.schema.json.hbs',
    from: '  "oneOf": [\n',
    to: '  "oneOf": [\n    { "type": "object", "properties": { "code": { "const": 999 } }, "required": ["code"] },\n',
    says: 'has "999" at "/0/code" where "400" was meant',
  },
  {
    what: 'one entry of many has another line',
    template: 'json-schema/entry.schema.json.hbs',
    from: '"line": { "const": {{line}} }',
    to: '"line": { "const": {{#if @last}}22{{else}}{{line}}{{/if}} }',
    says: 'has "22" at "/17/line" where "23" was meant',
  },
  {
    what: 'a property of one entry of many may be missing',
    template: 'json-schema/entry.schema.json.hbs',
    from: '        "line",\n{{#if note',
    to: '{{#unless @last}}        "line",\n{{/unless}}{{#if note',
    says: 'accepts {"code":418,"name":"delivery_report_unrecognized"',
  },
  {
    what: 'a text of one entry of many is too long',
    template: 'json-schema/entry.schema.json.hbs',
    from: '"name": { "const": {{string name}} }',
    to: '"name": { "const": {{string name}}{{#if @last}}, "type": "string", "maxLength": 20{{/if}} }',
    says: 'rejects {"code":418,"name":"delivery_report_unrecognized"',
  },
  {
    what: 'one entry of many is called deprecated in words',
    template: 'json-schema/entry.schema.json.hbs',
    from: '      "title": "{{typeName}}",',
    to: '      "title": "{{typeName}}",\n{{#if @last}}      "deprecated": "yes",\n{{/if}}',
    says: 'is no strict JSON Schema: /oneOf/0/deprecated must be boolean',
  },
  {
    what: 'all entries have one identity',
    template: 'json-schema/entry.schema.json.hbs',
    from: '      "title": "{{typeName}}",',
    to: '      "title": "{{typeName}}",\n      "$id": "entry",',
    says: 'is no strict JSON Schema: reference "entry" resolves to more than one schema',
  },
  {
    what: 'codes that are high fit no entry',
    template: 'json-schema/entry.schema.json.hbs',
    from: '  "oneOf": [\n',
    to: '  "properties": { "code": { "type": "integer", "maximum": 410 } },\n  "oneOf": [\n',
    says: 'rejects {"code":411,"name":',
  },
  {
    what: 'the arm of an entry is lost',
    template: 'json-schema/entry.schema.json.hbs',
    from: '      "title": "{{typeName}}",\n      "description": {{string summary}},',
    to: '      {{#if @last}}"not": {},{{/if}}',
    says: 'rejects {"code":418,"name":"delivery_report_unrecognized"',
  },
  {
    what: 'the description of an entry is that of another',
    template: 'json-schema/entry.schema.json.hbs',
    from: '"description": {{string summary}}',
    to: '"description": {{#if @last}}"Dispatched"{{else}}{{string summary}}{{/if}}',
    says: 'describes code 418 without the words of the document',
  },
  {
    what: 'the types that code generators make of two entries have one name',
    template: 'json-schema/entry.schema.json.hbs',
    from: '      "title": "{{typeName}}",',
    to: '      "title": "{{#if @last}}Same{{else}}{{typeName}}{{/if}}",',
    says: 'has ""Same"" at "/418/title" where ""SinchDeliveryErrorDeliveryReportUnrecognized"" was meant',
  },
  {
    what: 'one arm is asked of all entries',
    template: 'json-schema/entry.schema.json.hbs',
    from: '  "oneOf": [\n',
    to: '  "allOf": [{ "$ref": "#/oneOf/0" }],\n  "oneOf": [\n',
    says: 'rejects {"code":401,"name":"dispatched"',
  },
  {
    what: 'a classification may be null',
    template: 'json-schema/entry.schema.json.hbs',
    from: /"classification": \{\n {10}(.*?\n {10}\])\n {8}\},/s,
    to: '"classification": { "oneOf": [{ "type": "null" }, { $1 }] },',
    says: '"classification":null',
  },
  {
    what: 'a schema has a keyword that no draft knows',
    template: 'json-schema/entry.schema.json.hbs',
    from: '"additionalProperties": false',
    to: '"additionalPropertys": false',
    says: 'is no strict JSON Schema: strict mode: unknown keyword: "additionalPropertys"',
  },
  {
    what: 'a keyword has what it may not have',
    template: 'json-schema/code.schema.json.hbs',
    from: '"oneOf": [',
    to: '"required": [1],\n  "oneOf": [',
    says: 'is no strict JSON Schema: /required/0 must be string',
  },
  {
    what: 'a schema is of another draft',
    template: 'json-schema/code.schema.json.hbs',
    from: '/draft/2020-12/schema',
    to: '/draft/2019-09/schema',
    says: 'is no strict JSON Schema: it is written for "https://json-schema.org/draft/2019-09/schema"',
  },
  {
    what: 'registry.json says a thing twice',
    template: 'json/registry.json.hbs',
    from: '              "name": {{string name}},\n{{#each cells}}',
    to: '              "name": "a \\\\\\" : b", "name" : {{string name}},\n{{#each cells}}',
    says: 'json/registry.json" is not JSON: an object has a key twice',
  },
  {
    what: 'registry.json loses a field',
    template: 'json/registry.json.hbs',
    from: '              "name": {{string name}},\n{{#each cells}}',
    to: '{{#each cells}}',
    says: 'has nothing at "/providers/0/catalogs/0/entries/0/name" where ""queued"" was meant',
  },
  {
    what: 'registry.json calls an inference stated',
    template: 'json/registry.json.hbs',
    from: '\n              "stated": {\n{{#each stated}}',
    to: '\n              "stated": {\n{{#each basis}}',
    says: 'has "{"line":6}" at "/providers/0/catalogs/0/entries/0/stated/category" where nothing was meant',
  },
];

describe('nothing is written, and the template is named, where', () => {
  test.each([...typescript, ...json].map((breakage) => [breakage.what, breakage] as const))(
    '%s',
    async (_, breakage) => {
      const { exitCode, out, err, output } = await generateWith(breakage);
      expect(err).toContain('error[verify]: the rendered "');
      expect(err).toContain(breakage.says);
      expect(err).toContain(`\n  templates/${breakage.names ?? breakage.template}:1:1\n`);
      expect(err).toContain('hint: correct the template; nothing was written');
      expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
      expect(output).toEqual(base.tree);
    },
  );
});

test.each([
  ['another name', 'export function table', 'export function tables'],
  ['another value that is its type', 'export const LIMIT = 1;', 'export const LIMIT = 2;'],
  ['another type', 'export const NAME: "a" | "b"', 'export const NAME: "b" | "c"'],
])('what imports a file that declares %s is read back, however it imports it', async (_, from, to) => {
  const folder = base.copy();
  const inTemplates = (path: string) => join(folder, 'templates/typescript', path);
  edit(
    inTemplates('entries.ts.hbs'),
    'import { table } from "../lookup.js";',
    `import { LIMIT, NAME, table }
  from  '../lookup.js';
export const limit: 1 = LIMIT;
export const name: "a" | "b" = NAME;`,
  );
  edit(
    inTemplates('lookup.ts'),
    'export function table',
    'export const LIMIT = 1;\nexport const NAME: "a" | "b" = "b";\n\nexport function table',
  );
  const before = await run(folder, 'generate', '--target', 'typescript');
  expect(before).toEqual({
    exitCode: 0,
    out: '',
    err: expect.stringMatching(/^\d+ files: [1-9]\d* written, 0 removed/),
  });
  edit(inTemplates('lookup.ts'), from, to);
  const { exitCode, err } = await run(folder, 'generate', '--target', 'typescript');
  expect(err).toContain(`delivery-report-entries.ts" does not compile: line `);
  expect(exitCode).toBe(1);
});

describe('what was verified is read back where it should now be something else', () => {
  test('a member has a value that the document has no more, and no token is another', async () => {
    const folder = base.copy();
    const enums = join(folder, 'templates/typescript/enum.ts.hbs');
    edit(enums, '= {{value}}', '= {{#if ../isNumeric}}{{value}}{{else}}"{{name}}"{{/if}}');
    await generateTypeScript(folder, 0);
    const spec = join(folder, 'spec/sinch.yaml');
    edit(spec, 'values: [Queued', 'values: [queued');
    edit(spec, /status: Queued/g, 'status: queued');
    expect(await generateTypeScript(folder, 1)).toContain(
      'delivery-report-status.ts" has ""Queued"" at "/0/Queued" where ""queued"" was meant',
    );
  });

  test('target.yaml says only now what a file holds', async () => {
    const folder = base.copy();
    const target = join(folder, 'templates/typescript/target.yaml');
    edit(target, '{enum}.ts", holds: enum }', '{enum}.ts" }');
    edit(join(folder, 'templates/typescript/enum.ts.hbs'), '\n}\n', '\n  More = 7,\n}\n');
    await generateTypeScript(folder, 0);
    edit(target, '{enum}.ts" }', '{enum}.ts", holds: enum }');
    expect(await generateTypeScript(folder, 1)).toContain('has "7" at "/0/More" where nothing was meant');
  });

  test('a door that lists providers does not list a new one', async () => {
    const folder = base.copy();
    const door = join(folder, 'templates/typescript/index.ts.hbs');
    edit(door, '{{#each providers}}\nexport * from "./{{module}}.js";\n{{/each}}', 'export * from "./sinch.js";');
    await generateTypeScript(folder, 0);
    cpSync(join(ROOT, 'spec/bandwidth.yaml'), join(folder, 'spec/bandwidth.yaml'));
    expect(await generateTypeScript(folder, 1)).toContain('typescript/index.ts" does not export "');
  });

  async function generateTypeScript(folder: string, expected: number): Promise<string> {
    const { exitCode, err } = await run(folder, 'generate', '--target', 'typescript');
    expect({ exitCode, err }).toMatchObject({ exitCode: expected });
    return err;
  }
});

const title = '{{comment title}}';

/** Found by reading the template beside its view: whatever the data, so never only on somebody else's specs. */
describe('a template that cannot be right is told with its line', () => {
  const cases: Readonly<Record<string, readonly [to: string, diagnostic: string]>> = {
    'a field that is missing': [
      '{{comment tite}}',
      `error[template-path]: the view has no field "tite" here
  templates/typescript/enum.ts.hbs:4:15
    4 | /** {{comment tite}} */
      |               ^^^^
  hint: did you mean "title"?
`,
    ],
    'a field that is missing from a presence test, which Handlebars passes over': [
      '{{#if isNumric}}{{/if}}',
      `error[template-path]: the view has no field "isNumric" here
  templates/typescript/enum.ts.hbs:4:11
    4 | /** {{#if isNumric}}{{/if}} */
      |           ^^^^^^^^
  hint: did you mean "isNumeric"?
`,
    ],
    'a field of the prototype': [
      '{{comment constructor}}',
      `error[template-path]: the view has no field "constructor" here
  templates/typescript/enum.ts.hbs:4:15
    4 | /** {{comment constructor}} */
      |               ^^^^^^^^^^^
  hint: use one of: FIELDS
`,
    ],
    'an unknown helper': [
      '{{shout title}}',
      `error[template-helper]: unknown helper "shout"
  templates/typescript/enum.ts.hbs:4:7
    4 | /** {{shout title}} */
      |       ^^^^^
  hint: use one of: string, comment
`,
    ],
    'a helper of Handlebars that computes': [
      '{{lookup title "x"}}',
      `error[template-helper]: unknown helper "lookup"
  templates/typescript/enum.ts.hbs:4:7
    4 | /** {{lookup title "x"}} */
      |       ^^^^^^
  hint: use one of: string, comment
`,
    ],
    'a value without an encoder': [
      '{{title}}',
      `error[template-unencoded]: "title" is printed without an encoder
  templates/typescript/enum.ts.hbs:4:7
    4 | /** {{title}} */
      |       ^^^^^
  hint: write {{string title}}; encoders: string, comment
`,
    ],
    'a value without an encoder in a branch that no spec reaches': [
      '{{#unless isNumeric}}{{#if isNumeric}}{{{title}}}{{/if}}{{/unless}}',
      `error[template-unencoded]: "title" is printed without an encoder
  templates/typescript/enum.ts.hbs:4:46
    4 | /** {{#unless isNumeric}}{{#if isNumeric}}{{{title}}}{{/if}}{{/unless}} */
      |                                              ^^^^^
  hint: write {{string title}}; encoders: string, comment
`,
    ],
    'a missing partial': [
      '{{> membre}}',
      `error[template-partial]: there is no partial "membre"
  templates/typescript/enum.ts.hbs:4:9
    4 | /** {{> membre}} */
      |         ^^^^^^
  hint: did you mean "member"?
`,
    ],
    'a partial that includes itself': [
      '{{> member}}',
      `error[template-recursion]: partial "member" includes itself
  templates/typescript/_member.hbs:1:23
    1 | {{comment title}} {{> member}}
      |                       ^^^^^^
  hint: use a loop
`,
    ],
    'what no template uses': [
      '{{#*inline "x"}}{{/inline}}',
      `error[template-feature]: "DecoratorBlock" is not used in templates
  templates/typescript/enum.ts.hbs:4:5
    4 | /** {{#*inline "x"}}{{/inline}} */
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: use loops, presence tests, partials and encoders
`,
    ],
    'a block that is closed as another': [
      '{{#if isNumeric}}{{/each}}',
      `error[template-syntax]: block "if" is closed as "each"
  templates/typescript/enum.ts.hbs:4:8
    4 | /** {{#if isNumeric}}{{/each}} */
      |        ^^
  hint: write "{{/if}}"
`,
    ],
    'a block whose beginning is misspelt': [
      '{{#fi isNumeric}}{{/if}}',
      `error[template-syntax]: block "fi" is closed as "if"
  templates/typescript/enum.ts.hbs:4:8
    4 | /** {{#fi isNumeric}}{{/if}} */
      |        ^^
  hint: write "{{#if"
`,
    ],
    'a block that is not closed': [
      '{{#if isNumeric}}',
      `error[template-syntax]: block "if" is not closed
  templates/typescript/enum.ts.hbs:4:5
    4 | /** {{#if isNumeric}} */
      |     ^^^^^
  hint: write "{{/if}}" at its end
`,
    ],
    'a value that is not closed': [
      '{{comment title}',
      `error[template-syntax]: this is not Handlebars: "}" is not expected here
  templates/typescript/enum.ts.hbs:4:20
    4 | /** {{comment title} */
      |                    ^
  hint: close every block, every quote, and every "{{" with "}}"
`,
    ],
    'a text that is not closed': [
      '{{comment "title}}',
      `error[template-syntax]: this is not Handlebars: """ is not expected here
  templates/typescript/enum.ts.hbs:4:15
    4 | /** {{comment "title}} */
      |               ^
  hint: close every block, every quote, and every "{{" with "}}"
`,
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [to, diagnostic]) => {
    const folder = base.copy();
    edit(join(folder, 'templates/typescript/enum.ts.hbs'), title, to);
    writeFileSync(join(folder, 'templates/typescript/_member.hbs'), `${title} {{> member}}`);
    const { exitCode, out, err } = await run(folder, 'generate', '--target', 'typescript');
    // The fields of the view become more.
    expect(err.replace(/use one of: header, .*/, 'use one of: FIELDS')).toBe(`${diagnostic}\n`);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(treeOf(join(folder, 'generated'))).toEqual(base.tree);
  });

  test('all of them at once, in the order of the files', async () => {
    const folder = base.copy();
    for (const path of ['typescript/index.ts.hbs', 'typescript/enum.ts.hbs', 'json-schema/code.schema.json.hbs']) {
      const file = join(folder, 'templates', path);
      writeFileSync(file, `{{nope}}{{nor this}}\n${readFileSync(file, 'utf8')}`);
    }
    const { exitCode, err } = await run(folder, 'generate');
    expect(err.match(/^ {2}templates\S+/gm)).toEqual([
      '  templates/json-schema/code.schema.json.hbs:1:3',
      '  templates/json-schema/code.schema.json.hbs:1:11',
      '  templates/typescript/enum.ts.hbs:1:3',
      '  templates/typescript/enum.ts.hbs:1:11',
      '  templates/typescript/index.ts.hbs:1:3',
      '  templates/typescript/index.ts.hbs:1:11',
    ]);
    expect(exitCode).toBe(1);
  });
});

test('a template that nothing uses, and that so nothing checks, is told', async () => {
  const folder = base.copy();
  writeFileSync(join(folder, 'templates/json/_row.hbs'), '{{nope}}');
  writeFileSync(join(folder, 'templates/json/more.json.hbs'), '{{nope}}');
  const { exitCode, err } = await run(folder, 'generate', '--target', 'json');
  expect(err).toContain('warning[unused-template]: nothing uses "_row.hbs"\n  templates/json/_row.hbs:1:1\n');
  expect(err).toContain('warning[unused-template]: nothing uses "more.json.hbs"\n  templates/json/more.json.hbs:1:1\n');
  expect(exitCode).toBe(0);
});

test('a partial that target.yaml names as a template is one, too', async () => {
  const folder = base.copy();
  writeFileSync(join(folder, 'templates/json/_row.hbs'), '{ "made": {{string header}} }\n');
  edit(
    join(folder, 'templates/json/target.yaml'),
    'files:\n',
    'files:\n  - { template: _row.hbs, per: registry, path: row.json }\n',
  );
  const { exitCode, err } = await run(folder, 'generate', '--target', 'json');
  expect(err).not.toContain('warning');
  expect(JSON.parse(readFileSync(join(folder, 'generated/json/row.json'), 'utf8'))).toEqual({
    made: expect.any(String),
  });
  expect(exitCode).toBe(0);
});

describe('a target.yaml that cannot be right is told once, with its line', () => {
  const cases: Readonly<Record<string, readonly [from: string, to: string, says: string]>> = {
    'a placeholder that is none': [
      'path: registry.json',
      'path: "{provider}.json"',
      `error[unknown-placeholder]: "{provider}" stands for nothing in a file per registry
  templates/json/target.yaml:5:57
    5 |   - { template: registry.json.hbs, per: registry, path: "{provider}.json", holds: registry }
      |                                                         ^^^^^^^^^^^^^^^^^
  hint: remove it
`,
    ],
    'a path of which many files are made': [
      'per: registry, path: registry.schema.json',
      'per: axis, path: axis.json',
      `error[duplicate-path]: "json/axis.json" is made twice
  templates/json/target.yaml:6:60
    6 |   - { template: registry.schema.json.hbs, per: axis, path: axis.json }
      |                                                            ^^^^^^^^^
  hint: put {provider}, {catalog}, {enum} or {payload} into the path
`,
    ],
    'a setting that leads out of the folder': [
      'language: json\nfiles:\n  - { template: registry.json.hbs, per: registry, path: registry.json',
      'language: json\nsettings: { up: a/../../../stray }\nfiles:\n  - { template: registry.json.hbs, per: registry, path: "{up}/registry.json"',
      `error[stray-path]: "json/a/../../../stray/registry.json" is no path below the output folder
  templates/json/target.yaml:6:57
    6 |   - { template: registry.json.hbs, per: registry, path: "{up}/registry.json", holds: registry }
      |                                                         ^^^^^^^^^^^^^^^^^^^^
  hint: write a setting in which ".." is a name of letters, digits, ".", "_" and "-"
`,
    ],
    'a file where another needs a folder': [
      'path: registry.schema.json',
      'path: registry.json/schema.json',
      `error[duplicate-path]: "json/registry.json/schema.json" needs a folder where "json/registry.json" is a file
  templates/json/target.yaml:6:64
    6 |   - { template: registry.schema.json.hbs, per: registry, path: registry.json/schema.json }
      |                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^
  templates/json/target.yaml:5:57  the file is made here
  hint: rename one of them
`,
    ],
    'a merge conflict': [
      'language: json\n',
      '<<<<<<< HEAD\nlanguage: json\n=======\nlanguage: html\n>>>>>>> theirs\n',
      `error[merge-conflict]: a merge conflict was left here
  templates/json/target.yaml:3:1
    3 | <<<<<<< HEAD
      | ^^^^^^^^^^^^
  hint: keep what is right of the two sides, and delete the marks
`,
    ],
    'a template that is not there': [
      'template: registry.json.hbs',
      'template: regstry.json.hbs',
      `error[missing-template]: there is no file "regstry.json.hbs" in the target's folder
  templates/json/target.yaml:5:17
    5 |   - { template: regstry.json.hbs, per: registry, path: registry.json, holds: registry }
      |                 ^^^^^^^^^^^^^^^^
  hint: did you mean "registry.json.hbs"?
`,
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [from, to, diagnostic]) => {
    const folder = base.copy();
    // So that no template is at fault as well.
    writeFileSync(join(folder, 'templates/json/registry.schema.json.hbs'), '{{string header}}');
    edit(join(folder, 'templates/json/target.yaml'), from, to);
    const { exitCode, out, err } = await run(folder, 'generate', '--target', 'json');
    expect(err).toBe(`${diagnostic}\n`);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(treeOf(join(folder, 'generated'))).toEqual(base.tree);
  });
});

test('a target cannot write outside the output folder', async () => {
  const folder = base.copy();
  edit(join(folder, 'templates/json/target.yaml'), 'path: registry.json', 'path: ../../registry.json');
  const { exitCode, err } = await run(folder, 'generate', '--target', 'json');
  expect(err).toContain('error[frame-pattern]: "../../registry.json" is not a relative path with forward slashes');
  expect(exitCode).toBe(1);
  expect(existsSync(join(folder, 'registry.json'))).toBe(false);
});

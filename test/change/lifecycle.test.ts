/** A code on its way out: it keeps working, its users are told in every output, and a program can follow where it went. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { catalogHead, providerHead, TEXT_COLUMN } from '../support/spec.ts';
import { edit, emptyFolder, ROOT, workspace } from '../support/workspace.ts';

const SPEC = `${providerHead()}catalogs:
${catalogHead({ rows: 3, columns: [TEXT_COLUMN] })}      - code: 17
        line: 5
        name: rejected
        text: Rejected
        deprecated: { since: 2.0.0, reason: "The page */ lists it no longer", replacement: 18, note: Ask first }
      - { code: 18, line: 6, name: no_route, text: No route }
      - { code: 19, line: 7, name: odd, text: Odd, deprecated: { since: 2026-03-01, reason: Nobody knows what it means. } }
    removed:
      - { code: 7, name: old_busy, since: 1.4.0, reason: Replaced, replacement: 18 }
      - { code: 8, name: old_odd, since: 1.5.0, reason: Never sent }
  pairs:
    title: Codes of receipts
    type_name: AcmePairError
    code_type: string
    key: [code, number]
    rows: 4
    cells_sha256: ${'ab'.repeat(32)}
    columns: [{ header: Code, field: code }, { header: Number, field: number, type: integer }]
    entries:
      - { code: E.ONE, line: 8, number: 1, name: one, deprecated: { since: 2.0.0, reason: Gone } }
      - { code: E.ONE, line: 9, number: 2, name: one }
      - { code: E.ALL, line: 10, number: 1, name: all, deprecated: { since: 2.0.0, reason: Gone, replacement: E.ONE } }
      - { code: E.ALL, line: 11, number: 2, name: all, deprecated: { since: 2.0.0, reason: Gone, replacement: E.ONE } }
`;

async function output(): Promise<{ folder: string; read(path: string): string }> {
  const folder = workspace(['templates']);
  mkdirSync(join(folder, 'spec'));
  writeFileSync(join(folder, 'spec/acme.yaml'), SPEC);
  const targets = ['json', 'json-schema', 'typescript'].flatMap((name) => ['--target', name]);
  const { exitCode, err } = await run(folder, 'generate', '--quiet', ...targets);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: expect.not.stringContaining('error') });
  return { folder, read: (path) => readFileSync(join(folder, 'generated', path), 'utf8') };
}

test('the registry has all of it, in the documented form', async () => {
  const { read } = await output();
  const registry = JSON.parse(read('json/registry.json'));
  const isValid = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(read('json/registry.schema.json')));
  expect(isValid(registry), JSON.stringify(isValid.errors)).toBe(true);
  const [api, pairs] = registry.providers[0].catalogs;
  expect(api.entries[0].deprecated).toEqual({
    since: '2.0.0',
    reason: 'The page */ lists it no longer',
    replacement: 18,
    note: 'Ask first',
  });
  expect(api.entries[1]).not.toHaveProperty('deprecated');
  expect(api.removed).toEqual([
    { code: 7, name: 'old_busy', since: '1.4.0', reason: 'Replaced', replacement: 18 },
    { code: 8, name: 'old_odd', since: '1.5.0', reason: 'Never sent' },
  ]);
  expect(api.replacements).toEqual({ 7: 18, 17: 18 });
  expect(pairs.replacements).toEqual({ 'E.ALL': 'E.ONE' });
  expect(pairs).not.toHaveProperty('removed');
});

test('a deprecated code is marked in the enum, and stays in it; a code of which a row stays is not', async () => {
  const { read } = await output();
  for (const path of ['typescript/acme/api-code.ts', 'typescript/erasable/acme.ts']) {
    const enumeration = read(path);
    expect(enumeration).toMatch(
      / \* @deprecated Since 2\.0\.0: The page \*\\\/ lists it no longer\. Use AcmeErrorCode\.NoRoute in its place\. Ask first\.\n +\*\/\n +Rejected[ :]/,
    );
    expect(enumeration).toMatch(/ \* @deprecated Since 2026-03-01: Nobody knows what it means\.\n +\*\/\n +Odd[ :]/);
  }
  const pairs = read('typescript/acme/pairs-code.ts');
  expect(pairs.match(/@deprecated/g)).toHaveLength(1);
  expect(pairs).toMatch(
    /@deprecated Since 2\.0\.0: Gone\. Use AcmePairErrorCode\.One in its place\.\n +\*\/\n +All = /,
  );
});

test('schemas mark it, and accept what the registry has', async () => {
  const { read } = await output();
  const codes = JSON.parse(read('json-schema/acme-api-code.schema.json')).oneOf;
  expect(codes.map((arm: { const: number; deprecated?: true }) => [arm.const, arm.deprecated])).toEqual([
    [17, true],
    [18, undefined],
    [19, true],
  ]);
  const isEntry = new Ajv2020().compile(JSON.parse(read('json-schema/acme-api-entry.schema.json')));
  const [catalog] = JSON.parse(read('json/registry.json')).providers[0].catalogs;
  for (const entry of catalog.entries) expect(isEntry(entry)).toBe(true);
  const { deprecated: _, ...undeprecated } = catalog.entries[0];
  expect(isEntry(undeprecated)).toBe(false);
});

test('the map of replacements leads from old codes to members', async () => {
  const { folder } = await output();
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = ['--outDir', 'out', '--module', 'nodenext', '--target', 'es2022', '--strict', '--types', 'node'];
  execFileSync(process.execPath, [tsc, 'generated/typescript/index.ts', ...options], { cwd: folder });
  const { acmeErrorReplacements, acmePairErrorReplacements, AcmeErrorCode } = await import(
    join(folder, 'out/index.js')
  );
  expect([...acmeErrorReplacements]).toEqual([
    [17, AcmeErrorCode.NoRoute],
    [7, AcmeErrorCode.NoRoute],
  ]);
  expect([...acmePairErrorReplacements]).toEqual([['E.ALL', 'E.ONE']]);
});

test.each([
  ['reason: Gone }', 'reasn: Gone }', 'error[frame-additional-properties]: unknown key "reasn"'],
  ['since: 2.0.0, reason: Gone }', 'since: 2.0, reason: Gone }', 'error[frame-type]: '],
  ['type: string }', 'type: string, breaking: false }', 'error[frame-const]: '],
  ['name: old_busy, since', 'name: OldBusy, since', 'error[frame-pattern]: '],
])('what is no lifecycle is refused: %s → %s', async (from, to, says) => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'spec'));
  writeFileSync(join(folder, 'spec/acme.yaml'), SPEC);
  edit(join(folder, 'spec/acme.yaml'), from, to);
  expect((await run(folder, 'lint')).err).toContain(says);
});

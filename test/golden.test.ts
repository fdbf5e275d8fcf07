/** The committed output is what the specs and templates make, and all of it verifies. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, expect, test } from 'vitest';
import { compile } from '../generator/compile.ts';
import { readSpecs, readTargets, specInputs } from '../generator/input.ts';
import { Memory } from '../generator/memory.ts';
import { planOf } from '../generator/output/plan.ts';
import { verify } from '../generator/verify/verify.ts';
import { run } from './support/cli.ts';
import { ROOT, workspace } from './support/workspace.ts';

test('the committed output is current, without a warning', async () => {
  const { exitCode, err } = await run(ROOT, 'check');
  expect(err).toMatch(/^\d+ files, all as planned\n$/);
  expect(exitCode).toBe(0);
});

test('every file reads back as what it was made from, whatever the manifest vouches for', async () => {
  const folders = { workingFolder: ROOT, spec: 'spec', templates: 'templates', out: 'generated' };
  const specs = readSpecs(folders).value;
  const { targets, inputs } = readTargets(folders, []).value;
  const registry = compile(
    specs,
    targets.map(({ language }) => language),
  ).value;
  assert(registry);
  const { value: plan } = planOf({
    registry,
    targets,
    wanted: [],
    inputs: new Map([...specInputs(specs), ...inputs]),
    manifest: undefined,
  });
  expect(plan.rendered.length).toBeGreaterThan(30);
  expect(
    await verify(plan.rendered, registry, {
      manifest: undefined,
      inputs: new Map(),
      textOf: () => undefined,
      memory: new Memory(),
    }),
  ).toEqual([]);
});

test('generating into an empty folder gives the same, and a second run writes nothing', async () => {
  const folder = workspace(['spec', 'templates']);
  const first = await run(folder, 'generate');
  expect(first).toMatchObject({
    exitCode: 0,
    err: expect.stringMatching(/^(\d+) files: \1 written, 0 removed, 0 unchanged\n$/),
  });
  const second = await run(folder, 'generate');
  expect(second.err).toMatch(/^(\d+) files: 0 written, 0 removed, \1 unchanged\n$/);
  expect((await run(ROOT, 'check', '--out', join(folder, 'generated'))).exitCode).toBe(0);
});

test.each([
  'typescript/bandwidth/message-code.ts',
  'typescript/bandwidth/message-entries.ts',
  'typescript/erasable/bandwidth.ts',
  'go/bandwidth_message_code_enum.go',
  'java/smserrorcodes/BandwidthMessageErrorCode.java',
  'python/sms_error_codes/bandwidth/message_code.py',
  'json-schema/bandwidth-message-code.schema.json',
])('what a reader must know of a code stands in the file of its constant: %s', (path) => {
  expect(readFileSync(join(ROOT, 'generated', path), 'utf8')).toContain(
    'Note: A missing receipt, not a reported failure;',
  );
});

/** Laws of entries: every row of a spec appears in each target exactly once, in the order of the document. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../generator/compile.ts';
import { readTargets } from '../../generator/input.ts';
import { planOf } from '../../generator/output/plan.ts';
import { exportsOf } from '../support/modules.ts';
import { ROOT } from '../support/workspace.ts';
import { specOf } from './specs.ts';

const { targets } = readTargets({ workingFolder: ROOT, spec: '', templates: 'templates', out: '' }, [
  'typescript',
  'json',
  'json-schema',
]).value;

const rows = fc.uniqueArray(
  fc.record({
    code: fc.integer({ min: 0, max: 99_999 }),
    text: fc.stringMatching(/^[A-Za-z`$\\{}*/'"][A-Za-z`$\\{}*/'"]{0,20}$/),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 8 },
);

test('every entry is in each target once, in the order of the document', () => {
  fc.assert(
    fc.property(rows, (written) => {
      const file = filesOf(specOf(written));
      const codes = written.map(({ code }) => code);
      const quoted = written.map(({ text }) => expect.stringContaining(`"${text}"`));

      const [catalog] = JSON.parse(file('json/registry.json')).providers[0].catalogs;
      expect(catalog.entries.map(({ code, text }: Found) => ({ code, text }))).toEqual(written);

      const library = exportsOf('typescript/index.ts', file);
      const entries = library['acmeErrorEntries'] as Found[];
      expect(entries.map(({ code, text }) => ({ code, text }))).toEqual(written);
      const members = Object.entries(library['AcmeErrorCode'] as object).filter(([name]) => !/^\d+$/.test(name));
      expect(members).toEqual(codes.map((code) => [`Error${code}`, code]));

      const codeSchema = JSON.parse(file('json-schema/acme-api-code.schema.json'));
      expect(codeSchema.oneOf.map((arm: { const: number }) => arm.const)).toEqual(codes);
      expect(codeSchema.oneOf.map((arm: { description: string }) => arm.description)).toEqual(quoted);
      const plainSchema = JSON.parse(file('json-schema/codegen/acme-api-code.schema.json'));
      expect(plainSchema.enum).toEqual(codes);
      expect(plainSchema['x-enum-descriptions']).toEqual(quoted);
      const entrySchema = JSON.parse(file('json-schema/acme-api-entry.schema.json'));
      expect(constantsOf(entrySchema)).toEqual(codes);
    }),
    { numRuns: 6 },
  );
});

interface Found {
  readonly code: number;
  readonly text: string;
}

function filesOf(text: string): (path: string) => string {
  const registry = compile([{ path: 'spec/acme.yaml', text }], []).value;
  if (registry === undefined) throw new Error('the spec has errors');
  const plan = planOf({ registry, targets, wanted: [], inputs: new Map(), manifest: undefined });
  expect(plan.diagnostics).toEqual([]);
  const textByPath = new Map(plan.value.files.map((file) => [file.path, file.text]));
  return (path) => {
    const found = textByPath.get(path);
    if (found === undefined) throw new Error(`no file ${path} among ${[...textByPath.keys()].join(', ')}`);
    return found;
  };
}

/** The `const` of every property `code` in a schema. */
function constantsOf(schema: unknown): unknown[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, part]) =>
    key === 'code' && typeof part === 'object' && part !== null && 'const' in part ? [part.const] : constantsOf(part),
  );
}

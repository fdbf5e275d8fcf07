/** What a spec may leave out: a row or a whole catalog without a claim, and a catalog that no payload names. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './support/cli.ts';
import { catalogHead, providerHead } from './support/spec.ts';
import { sharedFolder } from './support/workspace.ts';

const TAXONOMY = `axes:
  cause:
    title: Cause
    definition: Why it failed.
    stated: possible
    required: false
    values:
      network: { definition: The network. }
`;

const catalog = (id: string, claims: string) =>
  `${catalogHead({ id, typeName: `Acme${id.toUpperCase()}`, rows: 2 })}      - { code: 1, line: 1, name: one${claims} }
      - { code: 2, line: 2, name: two }
`;

const ACME = `${providerHead()}catalogs:
${catalog('claimed', ', stated: { cause: { value: network, line: 1 } }')}${catalog('bare', '')}
payloads:
  AcmeReport:
    title: What is reported of one message
    any_of: [code]
    fields:
      code: { type: integer, optional: true, source: document }
    outcomes:
      - { catalog: claimed, code: /code }
`;

const READERS = 'readers:\n  read_acme_report: { title: A report, payloads: [AcmeReport] }\n';

const folder = sharedFolder();

// The verification of every target is the proof: TypeScript is compiled, with unused names as errors.
test.each([
  ['with a reader', ACME + READERS],
  ['with a payload that nothing reads', ACME],
  ['without a payload', ACME.slice(0, ACME.indexOf('payloads:'))],
])('every target is made of it, %s', async (what, spec) => {
  const cwd = join(folder, what);
  mkdirSync(join(cwd, 'spec'), { recursive: true });
  writeFileSync(join(cwd, 'spec/taxonomy.yaml'), TAXONOMY);
  writeFileSync(join(cwd, 'spec/acme.yaml'), spec);
  const { err, exitCode } = await run(cwd, 'generate', '--quiet');
  expect({ exitCode, errors: err.match(/error\[.*/g) }).toEqual({ exitCode: 0, errors: null });

  const registry = JSON.parse(readFileSync(join(cwd, 'generated/json/registry.json'), 'utf8'));
  const [claimed, bare] = registry.providers[0].catalogs;
  expect(claimed.entries[0].stated).toEqual({ cause: { line: 1 } });
  expect(bare.entries[0].stated).toEqual({});
});

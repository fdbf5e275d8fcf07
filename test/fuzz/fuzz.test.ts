/** Inputs that nobody would write, thousands of them, for everything that reads what others have written. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../generator/output/manifest.ts';
import { IS_LONG } from '../support/long.ts';
import { Blocks } from './blocks.ts';
import { fuzz, type Subject } from './fuzz.ts';
import * as documents from './subjects/documents.ts';
import * as files from './subjects/files.ts';
import * as payloads from './subjects/payloads.ts';
import * as specs from './subjects/specs.ts';
import { template } from './subjects/template.ts';

const CORPUS = join(import.meta.dirname, 'corpus');

const subjects: Readonly<Record<string, Subject>> = { ...specs, template, ...documents, ...payloads, ...files };

/** Of each subject in the long form. */
const MINUTES = Number(process.env['SMS_ERROR_CODES_FUZZ_MINUTES'] ?? 1);

/** Another seed, and where inputs are kept that did something new. */
const SEED = Number(process.env['SMS_ERROR_CODES_FUZZ_SEED'] ?? 1);
const KEEP = process.env['SMS_ERROR_CODES_FUZZ_KEEP'];

describe.each(Object.entries(subjects))('%s', (name, subject) => {
  const folder = join(CORPUS, name);
  mkdirSync(folder, { recursive: true });
  const corpus = readdirSync(folder).map((file) => ({ file, input: readFileSync(join(folder, file)) }));
  const inputs = corpus.map(({ input }) => input);

  test('says of its corpus what it always has', async () => {
    let said = '';
    for (const { file, input } of corpus) said += `== ${file}\n${await subject.judge(input)}\n`;
    await expect(said).toMatchFileSnapshot(`${folder}.txt`);
  });

  if (!IS_LONG)
    test(`keeps its laws for ${subject.few} mutations`, async () => {
      const { finds } = await fuzz(subject, inputs, { seed: SEED, goesOn: (runs) => runs < subject.few });
      expect(finds).toEqual([]);
    });
  else
    test(
      `keeps its laws for ${MINUTES} minutes`,
      async () => {
        const end = performance.now() + MINUTES * 60_000;
        const blocks = new Blocks();
        try {
          const { runs, kept, finds } = await fuzz(subject, inputs, {
            seed: SEED,
            blocks,
            goesOn: () => performance.now() < end,
          });
          console.log(`${name}: ${runs} inputs, ${blocks.count} blocks, ${kept.length} did something new`);
          if (KEEP !== undefined) keep(kept, join(KEEP, name));
          expect(finds).toEqual([]);
        } finally {
          blocks.close();
        }
      },
      Infinity,
    );
});

function keep(inputs: readonly Uint8Array[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const input of inputs) {
    writeFileSync(join(folder, sha256(Buffer.from(input).toString('latin1')).slice(0, 8)), input);
  }
}

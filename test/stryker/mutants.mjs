/**
 * Mutation testing of one area: `npm run test:mutants -- csv`, or of some of its lines: `-- csv generator/languages/csv.ts:7-9`.
 * It prints what survives; everything is in `dist/mutants/<area>.json`.
 */
import { Stryker } from '@stryker-mutator/core';
import { areas } from './areas.mjs';

const [area = '', ...places] = process.argv.slice(2);
if (!Object.hasOwn(areas, area)) {
  console.error(`name an area: ${Object.keys(areas).join(', ')}`);
  process.exit(2);
}
process.env.MUTANTS_OF = area;
await new Stryker({
  mutate: places.length > 0 ? places : areas[area].mutate,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/stryker/vitest.config.mjs', related: false },
  // Of what it copies: a second configuration would stop the linter, and the rest is large.
  ignorePatterns: ['biome.json', 'dist/mutants', 'test/consumer', 'test/page'],
  // Its own reading of a tsconfig.json is that of an older compiler.
  tsconfigFile: 'none.json',
  // Or it writes a line into every file of TypeScript, and templates are such files.
  disableTypeChecks: false,
  concurrency: 1,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `dist/mutants/${area}.json` },
  tempDirName: `dist/mutants/${area}`,
}).runMutationTest();

/** Mutation testing of one area: `npm run test:mutants -- csv`. What survives stands in `dist/mutants/<area>.txt`. */
import { Stryker } from '@stryker-mutator/core';
import { areas } from './areas.mjs';

const [area, ...patterns] = process.argv.slice(2);
if (!Object.hasOwn(areas, area ?? '')) {
  console.error(`name an area: ${Object.keys(areas).join(', ')}`);
  process.exit(2);
}
process.env.MUTANTS_OF = area;
await new Stryker({
  mutate: patterns.length > 0 ? patterns : areas[area].mutate,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/stryker/vitest.config.mjs', related: false },
  ignorePatterns: [
    'biome.json',
    'test/consumer',
    'test/stryker/node_modules',
    'test/page',
    'dist/mutants',
    'dist/esm',
    'dist/cjs',
  ],
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

/** The tests of the area that is mutated. */
import { defineConfig } from 'vitest/config';
import { areas } from './areas.mjs';

const { tests } = areas[process.env['MUTANTS_OF'] ?? ''];

export default defineConfig({
  test: {
    include: tests,
    setupFiles: ['test/stryker/only.mjs'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    update: false,
  },
});

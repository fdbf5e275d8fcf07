import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The slowest tests install a package or compile with several compilers.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});

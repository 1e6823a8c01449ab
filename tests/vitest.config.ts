import { defineConfig } from 'vitest/config'

/** In CI each run also writes down its counts, which `.ci/count.mjs` adds up. */
const run = process.env['UMBRAL_RUN']

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    setupFiles: ['tests/same-chance.ts'],
    globalSetup: ['tests/profiles.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**', '**/node_modules/**'],
    // Far above what any test needs: a busy machine is no reason to fail, and no test waits for a while to pass.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    reporters: run ? ['default', ['json', { outputFile: `test-results/counts/unit-${run}.json` }]] : ['default'],
  },
})

import { defineConfig } from '@playwright/test'

/** In CI each run also writes down its counts, which `.ci/count.mjs` adds up. */
const run = process.env['UMBRAL_RUN']

/** Each spec is written once and runs in two projects: a plain Chromium on the browser host, and real Electron. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  globalSetup: './profiles.ts',
  // One file is one office, and its tests follow each other; two files run side by side.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: run ? [['list'], ['json', { outputFile: `../../test-results/counts/e2e-${run}.json` }]] : [['list']],
  forbidOnly: Boolean(process.env['CI']),
  projects: [
    { name: 'chromium', testIgnore: 'lockdown.spec.ts', use: { viewport: { width: 1366, height: 768 } } },
    // Colours come from one style sheet: looking at them once, in Chromium, is enough.
    { name: 'electron', testIgnore: 'browser-host.spec.ts', grepInvert: /@chromium/ },
  ],
})

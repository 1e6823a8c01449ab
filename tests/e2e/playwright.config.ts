import { defineConfig } from '@playwright/test'

/** Each spec is written once and runs in two projects: a plain Chromium on the browser host, and real Electron. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env['CI']),
  projects: [{ name: 'chromium', use: { viewport: { width: 1366, height: 768 } } }, { name: 'electron' }],
})

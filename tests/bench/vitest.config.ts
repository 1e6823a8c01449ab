import { defineConfig } from 'vitest/config'

/** `npm run bench`: not a test. Each row is a ratio against a named peer doing the same work in the same run. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/bench/*.bench.ts'],
    globalSetup: ['tests/profiles.ts'],
    testTimeout: 600_000,
    maxWorkers: 1,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})

/** Adds up what the runners themselves wrote down and prints the one closing line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const totals = { passed: 0, failed: 0, skipped: 0 }
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

for (const name of files) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  if (report.stats) {
    totals.passed += report.stats.expected
    totals.failed += report.stats.unexpected + report.stats.flaky
    totals.skipped += report.stats.skipped
  } else {
    totals.passed += report.numPassedTests
    totals.failed += report.numFailedTests + (report.success || report.numFailedTests ? 0 : 1)
    totals.skipped += report.numPendingTests + report.numTodoTests
  }
}

console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
if (totals.failed > 0 || totals.passed === 0) process.exit(1)

/** The office without a page. One job so far: `demo`, a center's month from spreadsheets to headquarters. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runDemo } from './headless/demo'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    input: { type: 'string', default: 'tests/fixtures/demo-2026-10' },
    out: { type: 'string', default: 'demo-out' },
  },
})

if (positionals[0] !== 'demo') {
  console.error('Usage: npm run demo -- [--input DIR] [--out DIR]')
  process.exit(2)
}
process.exitCode = await runDemo({
  input: resolve(values.input),
  out: resolve(values.out),
  worker: import.meta.dirname,
})

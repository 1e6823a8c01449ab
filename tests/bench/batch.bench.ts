/** A batch of 500 certificates of two pages: how long, how soon the first is there, how much memory; and their pile. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { afterAll, beforeAll, test } from 'vitest'
import { fontFiles } from '../../src/main/platform/documents/fonts'

const COUNT = 500
/** Share of the time of naive pdfmake that a batch may take; first page and memory (issue 4, "Batch"). */
const TARGET = { ratio: 0.4, firstMs: 1000, peakMb: 400 }

const root = new URL('../..', import.meta.url).pathname
/** Within the project, so that its packages are found from there. */
const out = join(root, 'out/bench')

interface Measured {
  readonly ms: number
  readonly cpuMs: number
  readonly peakMb: number
}
interface Before {
  readonly before: { readonly peakMb: number; readonly rssMb: number }
}
interface Issued extends Measured, Before {
  readonly firstMs: number
  readonly longestPauseMs: number
  readonly facts: string
  readonly frame: unknown
}
interface Run extends Measured, Before {
  readonly first: Omit<Measured, 'peakMb'>
  readonly pages: number
  readonly mb: number
}

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        input: {
          'batch-work': join(root, 'tests/bench/batch-work.ts'),
          'papers-worker': join(root, 'src/main/app/papers.worker.ts'),
        },
      },
    },
  })
}, 120_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

async function answerOf<T>(...command: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: 1e8 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T
}
/** A folder with signed-off certificates, and what is done with it, each in a process of its own. */
async function ourBatch(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-batch-'))
  const work = join(out, 'batch-work.js')
  await promisify(execFile)(process.execPath, [work, 'put', folder, String(count)], { cwd: root })
  return {
    issue: (start: 'warm' | 'cold') => answerOf<Issued>(work, 'issue', folder, start),
    run: () => answerOf<Run>(work, 'run', folder, 'warm'),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  }
}
const naive = ({ facts, frame }: Issued, together: boolean) =>
  answerOf<Measured>(
    join(root, 'tests/bench/naive-pdfmake.mjs'),
    JSON.stringify({ fonts: fontFiles(), facts: JSON.parse(facts) as unknown, frame, count: COUNT, together }),
  )

const row = (what: string, figures: string): void => console.log(`${what.padEnd(58)} ${figures}`)
const said = ({ ms, cpuMs, peakMb }: Measured): string =>
  `${(ms / 1000).toFixed(1)} s, CPU ${(cpuMs / 1000).toFixed(1)} s, peak ${peakMb.toFixed(0)} MB`
const ratio = (what: string, ours: Measured, peer: Measured): void =>
  row(
    what,
    `×${(ours.ms / peer.ms).toFixed(2)} of its time, ×${(ours.cpuMs / peer.cpuMs).toFixed(2)} of its CPU (target ×${TARGET.ratio})`,
  )

test('500 certificates against pdfmake with its own QR node, the same fonts and the same frame', async () => {
  const ours = await ourBatch(COUNT)
  const issued = await ours.issue('warm')
  row(`${COUNT} certificates issued: folios, proofs, papers, ledger`, said(issued))
  row('  first on screen, worker warm', `${issued.firstMs.toFixed(0)} ms (target ${TARGET.firstMs} ms)`)
  row('  longest time in which main answered nobody', `${issued.longestPauseMs.toFixed(0)} ms`)
  row('  memory before, worker warm', `${issued.before.rssMb.toFixed(0)} MB`)
  row('  peak, whole process', `${issued.peakMb.toFixed(0)} MB (target ${TARGET.peakMb} MB)`)
  const run = await ours.run()
  row(`the ${COUNT} frozen papers as one PDF`, `${said(run)}, ${run.pages} pages, ${run.mb.toFixed(1)} MB`)
  row('  first of that run on screen', `${run.first.ms.toFixed(0)} ms (target ${TARGET.firstMs} ms)`)
  row('  peak, whole process', `${run.peakMb.toFixed(0)} MB (target ${TARGET.peakMb} MB)`)
  ours.forget()
  const two = await ourBatch(2)
  row('first of a batch on screen, worker cold', `${(await two.issue('cold')).firstMs.toFixed(0)} ms`)
  two.forget()
  const each = await naive(issued, false)
  row(`pdfmake, ${COUNT} documents, own qr node`, said(each))
  ratio('  ours against it', issued, each)
  const one = await naive(issued, true)
  row(`pdfmake, one document of ${COUNT * 2} pages, own qr node`, said(one))
  ratio('  ours against it (it freezes no paper of its own per woman)', issued, one)
}, 900_000)

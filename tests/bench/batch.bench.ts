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
interface Batch {
  readonly before: { readonly peakMb: number; readonly rssMb: number }
  readonly issue: Measured & { readonly firstMs: number; readonly longestPauseMs: number }
  readonly first: Omit<Measured, 'peakMb'>
  readonly run: Measured & { readonly pages: number; readonly mb: number }
  readonly facts: string
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
/** Put in one process and issued in another, so that only the batch's own memory is told. */
async function ourBatch(count: number, start: 'warm' | 'cold'): Promise<Batch> {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-batch-'))
  const work = join(out, 'batch-work.js')
  await promisify(execFile)(process.execPath, [work, 'put', folder, String(count)], { cwd: root })
  const figures = await answerOf<Batch>(work, 'issue', folder, start)
  rmSync(folder, { recursive: true, force: true })
  return figures
}
const naive = (facts: object, together: boolean) =>
  answerOf<Measured>(
    join(root, 'tests/bench/naive-pdfmake.mjs'),
    JSON.stringify({ fonts: fontFiles(), facts, count: COUNT, together }),
  )

const row = (what: string, figures: string): void => console.log(`${what.padEnd(58)} ${figures}`)
const said = ({ ms, cpuMs, peakMb }: Measured): string =>
  `${(ms / 1000).toFixed(1)} s, CPU ${(cpuMs / 1000).toFixed(1)} s, peak ${peakMb.toFixed(0)} MB`
const ratio = (what: string, ours: Measured, peer: Measured): void =>
  row(
    what,
    `×${(ours.ms / peer.ms).toFixed(2)} of its time, ×${(ours.cpuMs / peer.cpuMs).toFixed(2)} of its CPU (target ×${TARGET.ratio})`,
  )

test('500 certificates against pdfmake with its own QR node and the same fonts', async () => {
  const ours = await ourBatch(COUNT, 'warm')
  const facts = JSON.parse(ours.facts) as object
  row(`${COUNT} certificates issued: folios, proofs, papers, ledger`, said(ours.issue))
  row('  first on screen, worker warm', `${ours.issue.firstMs.toFixed(0)} ms (target ${TARGET.firstMs} ms)`)
  row('  longest time in which main answered nobody', `${ours.issue.longestPauseMs.toFixed(0)} ms`)
  row(
    '  memory before the batch',
    `${ours.before.rssMb.toFixed(0)} MB (peak so far ${ours.before.peakMb.toFixed(0)} MB)`,
  )
  row(
    `  the ${COUNT} frozen papers as one PDF`,
    `${said(ours.run)}, ${ours.run.pages} pages, ${ours.run.mb.toFixed(1)} MB`,
  )
  row('  first of that run on screen', `${ours.first.ms.toFixed(0)} ms (target ${TARGET.firstMs} ms)`)
  row('  peak of issue and run, whole process', `${ours.run.peakMb.toFixed(0)} MB (target ${TARGET.peakMb} MB)`)
  const cold = await ourBatch(2, 'cold')
  row('  first on screen, worker cold', `${cold.issue.firstMs.toFixed(0)} ms`)
  const each = await naive(facts, false)
  row(`pdfmake, ${COUNT} documents, own qr node`, said(each))
  ratio('  ours against it', ours.issue, each)
  const one = await naive(facts, true)
  row(`pdfmake, one document of ${COUNT * 2} pages, own qr node`, said(one))
  ratio('  ours against it (it freezes no paper of its own per woman)', ours.issue, one)
}, 900_000)

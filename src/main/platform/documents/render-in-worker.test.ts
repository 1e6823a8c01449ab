import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openRenderer, type Renderer } from './render-in-worker'

const folder = mkdtempSync(join(tmpdir(), 'umbral-worker-'))
const workerFile = join(folder, 'worker.mjs')
// Answers with its thread's number and what it was asked; `crash` ends the thread, `fail` answers with an error.
writeFileSync(
  workerFile,
  `import { parentPort, threadId } from 'node:worker_threads'
  parentPort.on('message', ({ type, facts, language }) => {
    if (type === 'crash') process.exit(3)
    if (type === 'throw') throw new Error('thrown in the worker')
    if (type === 'fail') return parentPort.postMessage({ ok: false, error: new Error('no such paper') })
    const pdf = new TextEncoder().encode(JSON.stringify({ threadId, type, facts, language }))
    setTimeout(() => parentPort.postMessage({ ok: true, pdf, pages: 1 }), facts?.wait ?? 0)
  })`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let renderer: Renderer
afterEach(() => renderer.close())
const said = async (paper: ReturnType<Renderer['render']>) =>
  JSON.parse((await paper).pdf.toString()) as { threadId: number; facts: unknown }

test('answers each paper with its own bytes, in the order asked, all by one worker', async () => {
  renderer = openRenderer(workerFile)
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => said(renderer.render('paper', { n, wait: n % 2 ? 0 : 5 }, 'es'))),
  )
  expect(answers.map((each) => each.facts)).toEqual(Array.from({ length: 12 }, (_, n) => ({ n, wait: n % 2 ? 0 : 5 })))
  expect(new Set(answers.map((each) => each.threadId)).size).toBe(1)
})

test('an error in a paper is that paper’s, and the worker lives on', async () => {
  renderer = openRenderer(workerFile)
  const first = await said(renderer.render('paper', {}, 'es'))
  await expect(renderer.render('fail', {}, 'es')).rejects.toThrow('no such paper')
  expect((await said(renderer.render('paper', {}, 'es'))).threadId).toBe(first.threadId)
})

test.each(['crash', 'throw'])(
  'a worker that dies (%s) fails its paper only; those waiting get a new one',
  async (how) => {
    renderer = openRenderer(workerFile)
    const broken = renderer.render(how, {}, 'es')
    const next = said(renderer.render('paper', { n: 1 }, 'es'))
    await expect(broken).rejects.toThrow()
    expect((await next).facts).toEqual({ n: 1 })
  },
)

test('once closed it takes nothing more, and what waited fails', async () => {
  renderer = openRenderer(workerFile)
  const running = renderer.render('paper', { wait: 10_000 }, 'es')
  const waiting = renderer.render('paper', {}, 'es')
  await Promise.all([expect(running).rejects.toThrow(), expect(waiting).rejects.toThrow('closed'), renderer.close()])
  await expect(renderer.render('paper', {}, 'es')).rejects.toThrow('closed')
})

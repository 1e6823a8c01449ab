/**
 * Renders papers in a worker thread, so that the main thread (windows, seam, database) never waits for a layout. It starts
 * when first needed or when warmed; if it crashes, the paper in the making fails and the next gets a new one. There is one:
 * a second would take 70 MB more and save a batch of 500 one second of eight.
 */
import { Worker } from 'node:worker_threads'
import type { Language } from '../../../shared/i18n'
import { ownMemory, PILE, type Pile } from './pile-job'
import { WARM_UP } from './warm-up'
import type { Render, RenderedPaper } from './render'

/** What crosses to the worker and back, by structured clone. */
export interface RenderJob {
  readonly type: string
  readonly facts: unknown
  readonly language: Language
}
export type RenderAnswer =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly error: Error }

interface Waiting {
  readonly job: RenderJob
  resolve(paper: RenderedPaper): void
  reject(error: unknown): void
}

/** How many papers a batch should ask for at once: while one is made the next waits, so that the worker never does. */
export const IN_FLIGHT = 2

/** Left alone, a worker's heap grows to 400 MB over a batch before it is swept; with these bounds it stays under 100. */
const SPARING = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 384 }

export interface Renderer {
  readonly render: Render
  /** Starts the worker and has it read its fonts, so that the first paper need not wait. Never fails, keeps no app alive. */
  warm(): Promise<void>
  /** Ends the worker; papers still waiting fail. */
  close(): Promise<void>
}

export function openRenderer(workerFile: string | URL): Renderer {
  const queue: Waiting[] = []
  let worker: Worker | undefined
  let busy: Waiting | undefined
  let closed = false

  function start(): Worker {
    const started = new Worker(workerFile, { resourceLimits: SPARING })
    // A worker must not keep a finished app alive; while it works, the reply is waited for.
    started.unref()
    started.on('message', (answer: RenderAnswer) => {
      started.unref()
      finish((waiting) => {
        if (answer.ok) waiting.resolve({ pdf: asBuffer(answer.pdf), pages: answer.pages })
        else waiting.reject(answer.error)
      })
    })
    started.on('error', (error) => drop(started, error))
    started.on('exit', () => drop(started, new Error('The renderer of papers stopped')))
    return started
  }

  function finish(tell: (waiting: Waiting) => void): void {
    const waiting = busy
    busy = undefined
    if (waiting) tell(waiting)
    next()
  }

  function drop(dead: Worker, error: Error): void {
    if (dead !== worker) return
    worker = undefined
    finish((waiting) => waiting.reject(error))
  }

  function next(): void {
    if (busy || closed) return
    busy = queue.shift()
    if (!busy) return
    worker ??= start()
    if (busy.job.type !== WARM_UP) worker.ref()
    worker.postMessage(busy.job, handedOver(busy.job))
  }

  const render: Render = (type, facts, language) =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('The renderer of papers is closed'))
      queue.push({ job: { type, facts, language }, resolve, reject })
      next()
    })

  return {
    render,
    // What failed here fails again, and is told, at the first paper.
    warm: () =>
      render(WARM_UP, {}, 'es').then(
        () => undefined,
        () => undefined,
      ),
    async close() {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new Error('The renderer of papers is closed'))
      await worker?.terminate()
    },
  }
}

/** The same memory, not a copy of it. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)

/** A pile's papers are handed over, not copied: hundreds of them weigh as much as everything else together. */
const handedOver = ({ type, facts }: RenderJob): ArrayBuffer[] => (type === PILE ? ownMemory((facts as Pile).pdfs) : [])

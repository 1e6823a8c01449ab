/**
 * Renders papers in worker threads, so that the main thread (windows, seam, database) never waits for a layout. Workers
 * start when first needed or when warmed, at most two; one that crashes fails its own paper only and is replaced at the
 * next.
 */
import { availableParallelism } from 'node:os'
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

/** How many papers may be in the making at once: what a batch should ask for in parallel. */
export const RENDERERS = Math.min(2, availableParallelism())

/**
 * Left alone, a worker's heap grows to 400 MB over a batch before it is swept. A small nursery is swept often: 70 MB, for
 * the same time. The other bound is for papers of a hundred pages.
 */
const SPARING = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 384 }

export interface Renderer {
  readonly render: Render
  /** Starts one worker and has it read its fonts, so that the first paper need not wait. Never fails, keeps no app alive. */
  warm(): Promise<void>
  /** Ends the workers; papers still waiting fail. */
  close(): Promise<void>
}

export function openRenderer(workerFile: string | URL, size = RENDERERS): Renderer {
  const queue: Waiting[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Waiting>()
  let closed = false

  function start(): Worker {
    const worker = new Worker(workerFile, { resourceLimits: SPARING })
    // A worker must not keep a finished app alive; while it works, the reply is waited for.
    worker.unref()
    worker.on('message', (answer: RenderAnswer) => {
      const waiting = busy.get(worker)
      busy.delete(worker)
      worker.unref()
      idle.push(worker)
      if (answer.ok) waiting?.resolve({ pdf: asBuffer(answer.pdf), pages: answer.pages })
      else waiting?.reject(answer.error)
      next()
    })
    worker.on('error', (error) => drop(worker, error))
    worker.on('exit', () => drop(worker, new Error('The renderer of papers stopped')))
    return worker
  }

  function drop(worker: Worker, error: Error): void {
    const waiting = busy.get(worker)
    busy.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    waiting?.reject(error)
    next()
  }

  function next(): void {
    while (queue.length > 0 && !closed && (idle.length > 0 || busy.size < size)) {
      const waiting = queue.shift()
      if (!waiting) return
      const worker = idle.pop() ?? start()
      busy.set(worker, waiting)
      if (waiting.job.type !== WARM_UP) worker.ref()
      worker.postMessage(waiting.job, handedOver(waiting.job))
    }
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
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}

/** The same memory, not a copy of it. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)

/** A pile's papers are handed over, not copied: hundreds of them weigh as much as everything else together. */
const handedOver = ({ type, facts }: RenderJob): ArrayBuffer[] => (type === PILE ? ownMemory((facts as Pile).pdfs) : [])

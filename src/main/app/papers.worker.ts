/** The worker that renders papers; started by `platform/documents/render-in-worker`. */
import { parentPort } from 'node:worker_threads'
import { ownMemory } from '../platform/documents/pile-job'
import { renderHere } from '../platform/documents/render-here'
import type { RenderAnswer, RenderJob } from '../platform/documents/render-in-worker'
import { papers } from './papers'

const render = renderHere(papers)

async function answer({ type, facts, language }: RenderJob): Promise<RenderAnswer> {
  try {
    const { pdf, pages } = await render(type, facts, language)
    return { ok: true, pdf, pages }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error : new Error(String(error)) }
  }
}

parentPort?.on(
  'message',
  (job: RenderJob) =>
    // Handed over, not copied: in a run of hundreds the copies would wait in memory for the sweep.
    void answer(job).then((reply) => parentPort?.postMessage(reply, reply.ok ? ownMemory([reply.pdf]) : [])),
)

/** The page's only door to main, as the preload (or the browser host's bridge script) hangs it on the window. */
import type { UmbralEvent } from '../../shared/contract/events'
import { refuse, type Outcome } from '../../shared/kernel/outcome'

interface Bridge {
  call(channel: string, input: unknown): Promise<unknown>
  on(listener: (event: UmbralEvent) => void): void
}

declare global {
  interface Window {
    readonly umbral?: Bridge
  }
}

const listeners = new Set<(event: UmbralEvent) => void>()
let listening = false

/** Hears what main tells the page unasked; answers how to stop hearing. The bridge itself is subscribed to once. */
export function onEvent(listener: (event: UmbralEvent) => void): () => void {
  listeners.add(listener)
  if (!listening && typeof window !== 'undefined' && window.umbral) {
    listening = true
    window.umbral.on((event) => {
      for (const each of [...listeners]) each(event)
    })
  }
  return () => {
    listeners.delete(listener)
  }
}

const isOutcome = (answer: unknown): answer is Outcome<unknown> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'

/** Calls a channel and always answers an outcome: a bridge that is gone or talks nonsense is a refusal of the page's own. */
export async function callBridge(channel: string, input: unknown): Promise<Outcome<unknown>> {
  try {
    const answer = await window.umbral?.call(channel, input)
    return isOutcome(answer) ? answer : refuse('host-gone')
  } catch {
    return refuse('host-gone')
  }
}

/** What stands in for the preload in the browser host: `window.umbral` over loopback. Never part of a build of the app. */
interface Bridge {
  call(channel: string, input: unknown): Promise<unknown>
  on(listener: (event: unknown) => void): void
}

const bridge: Bridge = {
  async call(channel, input) {
    const answer = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channel, input }),
    })
    if (!answer.ok) return { ok: false, refusals: [{ code: 'foreign-sender' }] }
    return (await answer.json()) as unknown
  },
  on(listener) {
    const events = new EventSource('/events')
    events.onmessage = (message: MessageEvent<string>) => listener(JSON.parse(message.data))
  },
}

Object.defineProperty(window, 'umbral', { value: Object.freeze(bridge) })
export {}

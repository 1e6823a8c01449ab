/**
 * Development only: the same office in a plain browser, on this PC alone. Loopback, a one-time token in the first
 * address, then a cookie; same origin only. Never part of a build of the app (a test proves it).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createOffice } from '../app/office'
import { openRenderer } from '../platform/documents/render-in-worker'
import { pageFile } from '../platform/files/page-files'
import { openLog } from '../platform/log'
import { systemClock } from '../platform/clock'
import type { KdfCost } from '../platform/vault/password'
import { FLOOR } from '../platform/vault/password'

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'out/browser-profile' },
    port: { type: 'string', default: '0' },
    /** Stands in for the dialogs: the folder that is "chosen" and into which files are saved. */
    usb: { type: 'string' },
    /** A clock that starts at this instant, for tests on the demo month. */
    now: { type: 'string' },
    /** The cheapest allowed password hash, for tests. */
    'quick-unlock': { type: 'boolean', default: false },
  },
})

const here = import.meta.dirname
const profile = resolve(values.profile)
const usb = resolve(values.usb ?? join(profile, 'usb'))
const BODY_LIMIT = 48 * 1024 * 1024

const started = Date.now()
const clock = values.now
  ? { now: () => new Date(Date.parse(values.now ?? '') + Date.now() - started).toISOString() }
  : systemClock
const cost: { kdfCost?: KdfCost } = values['quick-unlock'] ? { kdfCost: FLOOR } : {}
const renderer = openRenderer(join(here, 'papers-worker.js'))
const office = createOffice({
  folder: join(profile, 'office'),
  host: 'browser',
  clock,
  ...cost,
  log: openLog(join(profile, 'umbral.log'), clock.now),
  render: renderer.render,
  desk: {
    chooseFolder: () => {
      mkdirSync(usb, { recursive: true })
      return Promise.resolve(usb)
    },
    saveFile: (suggestedName, bytes) => {
      mkdirSync(usb, { recursive: true })
      writeFileSync(join(usb, suggestedName), bytes)
      return Promise.resolve(join(usb, suggestedName))
    },
  },
  appVersion: 'browser',
})

let token: string | null = randomBytes(24).toString('base64url')
const cookie = randomBytes(24).toString('base64url')
let listener: ServerResponse | null = null
const client = office.connect((event) => listener?.write(`data: ${JSON.stringify(event)}\n\n`))

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
const cookieOf = (request: IncomingMessage): string =>
  /(?:^|; )umbral=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''

/** SECURITY: the cookie proves the token was used here; Host and Origin stop other pages and DNS tricks. */
function isOurs(request: IncomingMessage, origin: string): boolean {
  const sameOrigin = request.headers.origin === undefined || request.headers.origin === origin
  const site = request.headers['sec-fetch-site']
  return (
    sameOrigin &&
    (site === undefined || site === 'same-origin' || site === 'none') &&
    request.headers.host === new URL(origin).host &&
    same(cookieOf(request), cookie)
  )
}

const server = createServer((request, response) => {
  void serve(request, response).catch(() => response.writeHead(500).end())
})

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', origin())
  if (url.pathname === '/enter' && token && same(url.searchParams.get('token') ?? '', token)) {
    token = null
    response
      .writeHead(303, { 'set-cookie': `umbral=${cookie}; HttpOnly; SameSite=Strict; Path=/`, location: '/' })
      .end()
    return
  }
  if (!isOurs(request, origin())) return void response.writeHead(403).end()
  if (url.pathname === '/call' && request.method === 'POST') return answerCall(request, response)
  if (url.pathname === '/events') return openEvents(response)
  if (url.pathname === '/bridge.js') return send(response, pageFile(here, '/bridge.js'))
  send(response, pageFile(join(here, '../renderer'), url.pathname, '<script type="module" src="/bridge.js"></script>'))
}

async function answerCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += (piece as Buffer).length
    if (size > BODY_LIMIT) return void response.writeHead(413).end()
    pieces.push(piece as Buffer)
  }
  const { channel, input } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { channel: unknown; input: unknown }
  const answer = await office.call(client, channel, input)
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(answer))
}

function openEvents(response: ServerResponse): void {
  listener?.end()
  listener = response
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': open\n\n')
}

function send(response: ServerResponse, file: ReturnType<typeof pageFile>): void {
  response.writeHead(file.status, file.headers).end(file.body)
}

function origin(): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Umbral (host de desarrollo): ${origin()}/enter?token=${token ?? ''}`)
  // As in the app; tests start many hosts and few of them print.
  if (!values['quick-unlock']) void renderer.warm()
})

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    void office.close().finally(() => process.exit(0))
  })

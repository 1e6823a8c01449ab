/**
 * A batch as the app makes it: an encrypted database behind the seam, the papers' worker as it is built. `put` leaves
 * signed-off certificates in a folder; `issue` issues them and `run` prints them as one PDF, each in a process of its own,
 * as on another morning, so that its memory can be told. The figures go out as JSON. `batch.bench.ts` builds and runs them.
 */
import { inflateSync } from 'node:zlib'
import { join } from 'node:path'
import { openGraduation, putEnded, putGraduate, putSignedOff, type Graduation } from '../factories/graduation'
import { openRenderer } from '../../src/main/platform/documents/render-in-worker'

const MODULES = [
  ['Seguridad e higiene en el taller', 3],
  ['Puntadas básicas: punto de cruz, cadenilla, relleno', 12],
  ['Diseño y traslado del dibujo a la tela', 10],
  ['Terminado, lavado y planchado de la pieza', 8],
] as const

const SVG: Record<string, string> = { m: 'M', l: 'L', c: 'C', h: 'Z' }

const [step, folder = '', ...rest] = process.argv.slice(2)
const it = await openGraduation(undefined, folder)
if (step === 'put') await put(Number(rest[0]))
else await measured(step === 'issue' ? issue : run, rest[0] === 'warm')
it.close()

async function put(count: number): Promise<void> {
  const edition = putEnded(it)
  const workshop = only('SELECT workshop_id FROM edition')
  for (const [position, [title, hours]] of MODULES.entries()) {
    const shared = { position: position + 1, minutes: hours * 60 }
    it.room.insert('workshop_module', { id: `module-${position}`, workshop_id: workshop, title, ...shared })
    it.room.insert('edition_module', { edition_id: edition, module_id: `module-${position}`, ...shared })
  }
  const women = Array.from({ length: count }, (_, at) =>
    putGraduate(it, edition, { surname1: 'Ñáñez', givenNames: `Xóchitl ${String.fromCharCode(65 + (at % 26))}` }),
  )
  await putSignedOff(it, edition, women)
}

async function measured(work: (editionId: string) => Promise<object>, isWarm: boolean): Promise<void> {
  const renderer = openRenderer(join(import.meta.dirname, 'papers-worker.js'))
  it.render = renderer.render
  it.by = 'silvia'
  if (isWarm) await renderer.warm()
  const before = { peakMb: peak(), rssMb: process.memoryUsage().rss / 1e6 }
  console.log(JSON.stringify({ before, ...(await work(only('SELECT id FROM edition'))) }))
  await renderer.close()
}

async function issue(editionId: string): Promise<object> {
  const personIds = it.room.opened.raw.prepare('SELECT person_id FROM place').pluck().all() as string[]
  const shown = watchGlance(it)
  const pauses = watchPauses()
  const issued = await measure(() => it.must('certificates.issue', { editionId, personIds }))
  const told = { ...figures(issued), firstMs: shown(), longestPauseMs: pauses(), peakMb: peak() }
  const pdf = it.room.opened.raw.prepare("SELECT pdf FROM paper WHERE type = 'certificates.certificate'").pluck().get()
  return { ...told, facts: only('SELECT facts_json FROM certificate'), frame: frameOf(pdf as Buffer) }
}

async function run(editionId: string): Promise<object> {
  const id = only('SELECT id FROM certificate')
  const first = await measure(() => it.must('certificates.paper', { id }))
  const whole = await measure(() => it.must('certificates.run', { editionId, onlyUndelivered: false }))
  const { pages, pdf } = whole.answer
  return { ...figures(whole), first: figures(first), pages, mb: (pdf.length * 3) / 4e6, peakMb: peak() }
}

/** The frame as the peer is to draw it: the fills of the frozen form, as paths in the words of SVG. */
function frameOf(pdf: Buffer): { color: string; d: string }[] {
  const start = pdf.indexOf('stream\n', pdf.indexOf('/Subtype /Form')) + 'stream\n'.length
  const drawn = inflateSync(pdf.subarray(start, pdf.indexOf('\nendstream', start))).toString('latin1')
  return [...drawn.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) rg (.*) f$/gm)].map(([, red, green, blue, path = '']) => ({
    color: `#${[red, green, blue]
      .map((share) =>
        Math.round(Number(share) * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`,
    d: path.replace(
      /((?:-?[\d.]+ )*)([mlch])/g,
      (_all, numbers: string, what: string) => `${SVG[what] ?? ''}${numbers}`,
    ),
  }))
}

function only(query: string): string {
  return it.room.opened.raw.prepare(query).pluck().get() as string
}

interface Measured {
  readonly ms: number
  /** Of all threads. */
  readonly cpuMs: number
}
async function measure<T>(work: () => Promise<T>): Promise<Measured & { answer: T }> {
  const cpu = process.cpuUsage()
  const started = performance.now()
  const answer = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000, answer }
}
function figures({ ms, cpuMs }: Measured): Measured {
  return { ms, cpuMs }
}

/** The most that the process ever held, in MB (Node tells KiB on every system). */
function peak(): number {
  return (process.resourceUsage().maxRSS * 1.024) / 1000
}

/** Answers after how many milliseconds from now the first paper was shown. */
function watchGlance({ client }: Graduation): () => number {
  const started = performance.now()
  let firstMs = 0
  const { send } = client
  client.send = (event) => {
    if (event.type === 'glance' && firstMs === 0) firstMs = performance.now() - started
    send(event)
  }
  return () => firstMs
}

/** Answers the longest time, in milliseconds, in which this thread did nothing else. */
function watchPauses(): () => number {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  return () => {
    clearInterval(watch)
    return longest
  }
}

/**
 * A batch as the app makes it, in a process of its own so that its memory can be told: an encrypted database behind the
 * seam, the papers' workers as they are built. Prints its figures as JSON; `batch.bench.ts` builds and runs it.
 */
import { join } from 'node:path'
import { openGraduation, putEnded, putGraduate, putSignedOff } from '../factories/graduation'
import { openRenderer } from '../../src/main/platform/documents/render-in-worker'

const [count, isWarm] = [Number(process.argv[2]), process.argv[3] === 'warm']
const MODULES = [
  ['Seguridad e higiene en el taller', 3],
  ['Puntadas básicas: punto de cruz, cadenilla, relleno', 12],
  ['Diseño y traslado del dibujo a la tela', 10],
  ['Terminado, lavado y planchado de la pieza', 8],
] as const

const renderer = openRenderer(join(import.meta.dirname, 'papers-worker.js'))
const it = await openGraduation()
it.render = renderer.render
const edition = putEnded(it)
const workshop = it.room.opened.raw
  .prepare('SELECT workshop_id FROM edition WHERE id = ?')
  .pluck()
  .get(edition) as string
for (const [position, [title, hours]] of MODULES.entries()) {
  const shared = { position: position + 1, minutes: hours * 60 }
  it.room.insert('workshop_module', { id: `module-${position}`, workshop_id: workshop, title, ...shared })
  it.room.insert('edition_module', { edition_id: edition, module_id: `module-${position}`, ...shared })
}
const women = Array.from({ length: count }, (_, at) =>
  putGraduate(it, edition, { surname1: 'Ñáñez', givenNames: `Xóchitl ${String.fromCharCode(65 + (at % 26))}` }),
)
await putSignedOff(it, edition, women)
it.by = 'silvia'
if (isWarm) await renderer.warm()

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
/** The most that the process ever held, in MB (kilobytes on every system that Node knows). */
const peak = (): number => process.resourceUsage().maxRSS / 1000
const figures = ({ ms, cpuMs }: Measured): Measured => ({ ms, cpuMs })

const before = { peakMb: peak(), rssMb: process.memoryUsage().rss / 1e6 }
let firstMs = 0
let longestPauseMs = 0
let last = performance.now()
const watch = setInterval(() => {
  longestPauseMs = Math.max(longestPauseMs, performance.now() - last)
  last = performance.now()
}, 5)
const started = performance.now()
const { send } = it.client
it.client.send = (event) => {
  if (event.type === 'glance' && firstMs === 0) firstMs = performance.now() - started
  send(event)
}
const issue = await measure(() => it.must('certificates.issue', { editionId: edition, personIds: women }))
clearInterval(watch)
const afterIssue = peak()
const first = await measure(() => it.must('certificates.paper', { id: issue.answer.issued[0]?.id ?? '' }))
const run = await measure(() => it.must('certificates.run', { editionId: edition, onlyUndelivered: false }))
const facts = it.room.opened.raw.prepare('SELECT facts_json FROM certificate LIMIT 1').pluck().get()
console.log(
  JSON.stringify({
    before,
    issue: { ...figures(issue), firstMs, longestPauseMs, peakMb: afterIssue },
    first: figures(first),
    run: { ...figures(run), pages: run.answer.pages, mb: (run.answer.pdf.length * 3) / 4e6, peakMb: peak() },
    facts,
  }),
)
await renderer.close()
it.close()

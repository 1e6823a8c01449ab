/** A workshop that has ended, with its women, marks and evaluations, behind the seam with the certificates' channels. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import {
  certificateFaceHandlers,
  certificateRecordHandlers,
  certificatesHandlers,
  certificateStepsHandlers,
  decisionHandlers,
  statementHandlers,
} from '../../src/main/features/certificates'
import { certificatePaper } from '../../src/main/features/certificates/certificate.pdf'
import { deliverySheetPaper } from '../../src/main/features/certificates/delivery-sheet.pdf'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { createSeam, type Client } from '../../src/main/platform/seam/serve'
import type { Tools } from '../../src/main/platform/tools'
import type { Render } from '../../src/main/platform/documents/render'
import { certificateFaceContract } from '../../src/shared/contract/certificate-face.contract'
import { certificateRecordContract } from '../../src/shared/contract/certificate-record.contract'
import { certificateStepsContract } from '../../src/shared/contract/certificate-steps.contract'
import { certificatesContract } from '../../src/shared/contract/certificates.contract'
import { decisionsContract } from '../../src/shared/contract/decisions.contract'
import { statementsContract } from '../../src/shared/contract/statements.contract'
import type { Input, Output } from '../../src/shared/contract'
import type { UmbralEvent } from '../../src/shared/contract/events'
import type { Outcome } from '../../src/shared/kernel/outcome'
import { openClassroom, putEdition, putMark, putPlace, putSession, putWoman } from './classroom'
import type { Classroom, EditionSeed, WomanSeed } from './classroom'
import { readPng } from './pictures'
import { hasTool } from './tools'

const contract = {
  ...certificatesContract,
  ...certificateFaceContract,
  ...certificateRecordContract,
  ...certificateStepsContract,
  ...decisionsContract,
  ...statementsContract,
}
type Name = keyof typeof contract

/** Two people of the office: who signs off a result does not issue it. */
export const SILVIA = { id: '5f1c1c0a-6f7e-4a53-9a0e-5d6c1f0b7a11', name: 'Silvia Suplente' } as const

export interface Graduation {
  readonly room: Classroom
  readonly client: Client
  readonly events: UmbralEvent[]
  readonly saved: { name: string; bytes: Buffer }[]
  /** Who sits at the desk: Clara of the classroom, or Silvia. */
  by: 'clara' | 'silvia'
  /** Replaced by tests that watch or break the rendering. */
  render: Render
  call<N extends Name>(name: N, input: Input<N>): Promise<Outcome<Output<N>>>
  must<N extends Name>(name: N, input: Input<N>): Promise<Output<N>>
  close(): void
}

const handlersOf = (tools: Tools) => ({
  ...certificatesHandlers(tools),
  ...certificateFaceHandlers(tools),
  ...certificateRecordHandlers(tools),
  ...certificateStepsHandlers(tools),
  ...decisionHandlers(),
  ...statementHandlers(tools),
})

const SIGNATORIES = [
  ['Lic. Paula Arriaga', 'Coordinación de programas'],
  ['Mtra. Elisa Baeza', 'Capacitación laboral'],
] as const

/** A `kept` folder is as `openClassroom` has it. */
export async function openGraduation(now = '2026-10-31T18:00:00.000Z', kept?: string): Promise<Graduation> {
  const room = await openClassroom(now, kept)
  putSignatories(room)
  const failures: unknown[] = []
  const events: UmbralEvent[] = []
  const saved: Graduation['saved'] = []
  const client: Client = { signedIn: null, send: (event) => events.push(event), stopAsked: false }
  const seam = createSeam({
    contract,
    handlers: handlersOf({
      render: (...wish) => it.render(...wish),
      desk: {
        chooseFolder: () => Promise.resolve(null),
        saveFile: (name, bytes) => {
          saved.push({ name, bytes })
          return Promise.resolve(name)
        },
      },
      appVersion: '0.0.0-test',
    }),
    database: () => ({ opened: room.opened, timezone: 'America/Mexico_City' }),
    clock: { now: () => room.now },
    log: { failure: (_where, error) => failures.push(error) },
  })
  const it: Graduation = {
    room,
    client,
    events,
    saved,
    by: 'clara',
    render: renderHere([certificatePaper, deliverySheetPaper]),
    call(name, input) {
      const { actor } = room.look()
      client.signedIn = { ...actor, ...(it.by === 'silvia' && SILVIA), role: room.role }
      return seam.call(client, name, input) as never
    },
    async must(name, input) {
      const answer = await it.call(name, input)
      if (answer.ok) return answer.value
      throw new Error(`${name} was refused: ${JSON.stringify(answer.refusals)}`, { cause: failures.at(-1) })
    },
    close: () => room.close(),
  }
  return it
}

function putSignatories(room: Classroom): void {
  if (room.opened.raw.prepare('SELECT 1 FROM signatory').get()) return
  for (const [position, [name, post]] of SIGNATORIES.entries())
    room.insert('signatory', { id: `signatory-${position}`, position, name, post })
  room.insert('staff', { ...SILVIA, role: 'coordinator' })
}

/** Stands in for the renderer where only what happens to the paper matters: fast, and another text for each paper. */
export const blankPaper: Render = (_type, facts) =>
  Promise.resolve({ pdf: Buffer.from(`%PDF-${JSON.stringify(facts)}`), pages: 1 })

/** The director's desk, papers that are not laid out, and a group that has ended: where most tests of certificates begin. */
export async function openDesk(): Promise<{ it: Graduation; editionId: string }> {
  const it = await openGraduation()
  it.render = blankPaper
  it.room.role = 'director'
  return { it, editionId: putEnded(it) }
}

/** The drafts of a group as the desk has seen them, in roster order. */
export const seenDrafts = async (it: Graduation, editionId: string): Promise<{ id: string; version: number }[]> =>
  (await it.must('certificates.steps', { editionId })).drafts.map(({ id, version }) => ({ id, version }))

/** An edition that ended on 30 October 2026, minimum 80 %. */
export const putEnded = (it: Graduation, seed: Partial<EditionSeed> = {}): string =>
  putEdition(it.room, { code: 'CL-01-26B', title: 'Bordado a mano', endsOn: '2026-10-30', ...seed }).id

/** A woman with a place, one mark per letter on days of her own, and perhaps an evaluation. */
export function putGraduate(
  it: Graduation,
  editionId: string,
  seed: WomanSeed & { readonly marks?: string; readonly evaluation?: 'A' | 'NA' | 'NP' | null },
): string {
  const personId = putWoman(it.room, seed)
  putPlace(it.room, personId, editionId, seed.leftOn ?? null)
  for (const [index, code] of (seed.marks ?? 'A A A A').split(' ').entries())
    putMark(it.room, sessionOf(it, editionId, `2026-10-${String(index + 1).padStart(2, '0')}`), personId, code)
  const evaluation = seed.evaluation === undefined ? 'A' : seed.evaluation
  if (evaluation) it.room.insert('evaluation', { edition_id: editionId, person_id: personId, result: evaluation })
  return personId
}

function sessionOf(it: Graduation, editionId: string, day: string): string {
  const found = it.room.opened.raw
    .prepare('SELECT id FROM session WHERE edition_id = ? AND day = ?')
    .pluck()
    .get(editionId, day)
  return typeof found === 'string' ? found : putSession(it.room, editionId, day)
}

/** Prepares and signs off certificates as Clara does, so that Silvia may issue them. */
export async function putSignedOff(it: Graduation, editionId: string, personIds: readonly string[]): Promise<void> {
  const { by } = it
  it.by = 'clara'
  await it.must('certificates.prepare', { editionId, personIds: [...personIds] })
  const open = async () =>
    (await it.must('certificates.steps', { editionId })).drafts.filter((draft) => personIds.includes(draft.personId))
  for (const draft of await open())
    if (draft.nameKind === null) await it.must('certificates.setName', { personId: draft.personId, kind: 'legal' })
  const drafts = (await open()).map(({ id, version }) => ({ id, version }))
  await it.must('certificates.signOff', { editionId, drafts })
  it.by = by
}

/** All three steps by two people; answers what was issued. */
export async function graduate(
  it: Graduation,
  editionId: string,
  personIds: readonly string[],
): Promise<Output<'certificates.issue'>> {
  await putSignedOff(it, editionId, personIds)
  const { by } = it
  it.by = 'silvia'
  const answer = await it.must('certificates.issue', { editionId, personIds: [...personIds] })
  it.by = by
  return answer
}

/** The text of a PDF as `pdftotext` reads it, and its metadata as `pdfinfo` does. */
export function readBack(folder: string, pdf: Buffer): { text: string; info: string } {
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, pdf)
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
  return { text: text.normalize('NFC'), info: execFileSync('pdfinfo', [file], { encoding: 'utf8' }) }
}

/** The text of the QR code on a page, as `zbarimg` reads it, or jsQR where that is not installed. */
export function readQr(folder: string, pdf: Buffer, page = 1): string {
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, pdf)
  const zbar = hasTool('zbarimg')
  const dpi = zbar ? '200' : '250'
  const which = ['-f', String(page), '-l', String(page)]
  execFileSync('pdftoppm', ['-r', dpi, ...which, '-gray', '-png', '-singlefile', file, join(folder, 'page')])
  const drawn = join(folder, 'page.png')
  if (!zbar) return readWithJsQr(readFileSync(drawn))
  const out = execFileSync('zbarimg', ['--quiet', '--raw', '-Sbinary', '-Sdisable', '-Sqr.enable', drawn])
  return out.toString('utf8').replace(/\n$/, '')
}

/** The same by jsQR, which shares no code with the writer either. */
export function readWithJsQr(png: Buffer): string {
  const { width, height, grey } = readPng(png)
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [index, value] of grey.entries()) pixels.fill(value, index * 4, index * 4 + 3)
  const found = jsQR(pixels, width, height)
  if (!found) throw new Error('jsQR finds no code')
  return Buffer.from(found.binaryData).toString('utf8')
}

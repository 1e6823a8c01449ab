/** A workshop with its sessions and women, in a real encrypted database behind the seam; the world around is put there by hand. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attendanceHandlers, monthRosterPaper } from '../../src/main/features/attendance'
import { dayRosterPaper } from '../../src/main/features/attendance/day-roster.pdf'
import { daySummaryPaper } from '../../src/main/features/attendance/day-summary.pdf'
import { batchesHandlers } from '../../src/main/features/batches'
import { placesHandlers, waitHandlers, offerHandlers } from '../../src/main/features/places'
import { offerSlipPaper } from '../../src/main/features/places/offer-slip.pdf'
import { turnSlipPaper } from '../../src/main/features/places/turn-slip.pdf'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'
import { migrate } from '../../src/main/platform/db/migrate'
import { renderHere } from '../../src/main/platform/documents/render-here'
import { createSeam, inTransaction, type Client } from '../../src/main/platform/seam/serve'
import type { Act, Look } from '../../src/main/platform/seam/act'
import { attendanceContract } from '../../src/shared/contract/attendance.contract'
import { batchesContract } from '../../src/shared/contract/batches.contract'
import type { Input, Output } from '../../src/shared/contract'
import { candidatesContract } from '../../src/shared/contract/candidates.contract'
import { endingsContract } from '../../src/shared/contract/endings.contract'
import { pausesContract } from '../../src/shared/contract/pauses.contract'
import { placesContract } from '../../src/shared/contract/places.contract'
import { offersContract } from '../../src/shared/contract/offers.contract'
import { waitsContract } from '../../src/shared/contract/waits.contract'
import { done, type Outcome } from '../../src/shared/kernel/outcome'
import { fold } from '../../src/shared/kernel/text'
import type { Role } from '../../src/shared/kernel/roles'

const contract = {
  ...attendanceContract,
  ...placesContract,
  ...candidatesContract,
  ...endingsContract,
  ...pausesContract,
  ...waitsContract,
  ...offersContract,
  ...batchesContract,
}
type Name = keyof typeof contract

type Row = Readonly<Record<string, string | number | null>>

export interface Classroom {
  readonly opened: OpenDatabase
  /** The clock, moved by tests. */
  now: string
  role: Role
  call<N extends Name>(name: N, input: Input<N>): Promise<Outcome<Output<N>>>
  must<N extends Name>(name: N, input: Input<N>): Promise<Output<N>>
  look(): Look
  /** Runs a service of another slice's door inside a change of its own. */
  act<T>(work: (act: Act) => Promise<T>): Promise<T>
  insert(table: string, row: Row): void
  events(): readonly { event: string; before_json: string | null; after_json: string | null; reason: string | null }[]
  close(): void
}

/** Opens an empty center on `now`; in a folder given, which is kept, the center that an earlier process left there. */
export async function openClassroom(now = '2026-10-31T18:00:00.000Z', kept?: string): Promise<Classroom> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'umbral-class-'))
  const key = Buffer.alloc(32, 3)
  const file = join(folder, 'a.db')
  const isNew = !existsSync(file)
  const opened = openDatabase(file, key, { create: isNew })
  if (isNew) await migrate(opened, { key, now, copyTo: join(folder, 'copy.db') })
  const failures: unknown[] = []
  const tools = {
    render: renderHere([dayRosterPaper, daySummaryPaper, monthRosterPaper, offerSlipPaper, turnSlipPaper]),
    desk: { chooseFolder: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) },
    appVersion: '0.0.0-test',
  }
  const client: Client = { signedIn: null, send: () => undefined, stopAsked: false }
  const seam = createSeam({
    contract,
    handlers: {
      ...attendanceHandlers(tools),
      ...placesHandlers(),
      ...waitHandlers(),
      ...offerHandlers(tools),
      ...batchesHandlers(),
    },
    database: () => ({ opened, timezone: 'America/Mexico_City' }),
    clock: { now: () => room.now },
    log: { failure: (_where, error) => failures.push(error) },
  })
  const actor = () => ({ id: STAFF_ID, name: 'Clara Coordinadora', role: room.role })
  const room: Classroom = {
    opened,
    now,
    role: 'coordinator',
    call(name, input) {
      client.signedIn = actor()
      return seam.call(client, name, input) as never
    },
    async must(name, input) {
      const answer = await room.call(name, input)
      if (answer.ok) return answer.value
      throw new Error(`${name} was refused: ${JSON.stringify(answer.refusals)}`, { cause: failures.at(-1) })
    },
    look: () => ({ actor: actor(), now: room.now, today: room.now.slice(0, 10), time: '12:00', db: opened.read }),
    async act(work) {
      const answer = await inTransaction(opened, room.look(), async (act) => done(await work(act)))
      if (!answer.ok) throw new Error('refused')
      return answer.value as never
    },
    insert(table, row) {
      const columns = Object.keys(row)
      const holes = columns.map(() => '?').join(', ')
      opened.raw.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${holes})`).run(...Object.values(row))
    },
    events: () => opened.raw.prepare('SELECT event, before_json, after_json, reason FROM audit_event').all() as never,
    close() {
      opened.close()
      if (!kept) rmSync(folder, { recursive: true, force: true })
    },
  }
  if (!isNew) return room
  room.insert('staff', { id: STAFF_ID, name: 'Clara Coordinadora', role: 'coordinator' })
  room.insert('center', CENTER)
  return room
}

const STAFF_ID = '0d0f0c52-3f0e-4c0f-8a53-6a7f5c1b9e21'
const CENTER = {
  id: 1,
  code: 'DEM',
  name: 'Centro de Demostración',
  municipality: 'Tlalmanalco',
  state: 'Estado de México',
  issuer: 'Programa Umbral, A.C.',
  issuer_contact: 'Calle Ejemplo 10',
  timezone: 'America/Mexico_City',
  paper: 'letter',
  dormitory_word: 'dormitorio',
  idle_minutes: 5,
  late_grace_minutes: 15,
  hq_recipients_json: '[]',
}

export interface EditionSeed {
  readonly code: string
  readonly title: string
  readonly instructor?: string
  readonly room?: string
  readonly capacity?: number
  readonly startsOn?: string
  readonly endsOn?: string
  readonly minRatePercent?: number
  /** A group of a sensitive axis (mental health). */
  readonly sensitive?: boolean
  readonly slots?: readonly (readonly [weekday: number, startsAt: string, endsAt: string])[]
}

/** An edition with axis, workshop, room, instructor and weekly hours of its own. */
export function putEdition(room: Classroom, seed: EditionSeed): { id: string; workshopId: string } {
  const once = (table: string, column: string, value: string, more: Row = {}): string => {
    const found = room.opened.raw.prepare(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck().get(value)
    if (typeof found === 'string') return found
    const id = randomUUID()
    room.insert(table, { id, [column]: value, ...more })
    return id
  }
  const axisId = seed.sensitive
    ? once('axis', 'name', 'Salud mental', { code: 'SM', sensitive: 1 })
    : once('axis', 'name', 'Capacitación laboral', { code: 'CL' })
  const workshopId = once('workshop', 'title', seed.title, { axis_id: axisId })
  const id = randomUUID()
  room.insert('edition', {
    id,
    code: seed.code,
    workshop_id: workshopId,
    room_id: once('room', 'name', seed.room ?? 'Taller 1'),
    instructor_id: once('instructor', 'name', seed.instructor ?? 'Mtra. Elisa Baeza'),
    hours: 40,
    capacity: seed.capacity ?? 20,
    starts_on: seed.startsOn ?? '2026-09-01',
    ends_on: seed.endsOn ?? '2026-12-11',
    min_rate_percent: seed.minRatePercent ?? 80,
  })
  for (const [weekday, startsAt, endsAt] of seed.slots ?? [])
    room.insert('edition_slot', { id: randomUUID(), edition_id: id, weekday, starts_at: startsAt, ends_at: endsAt })
  return { id, workshopId }
}

export interface WomanSeed {
  readonly surname1: string
  readonly givenNames?: string
  readonly surname2?: string | null
  readonly chosenName?: string | null
  readonly fileNumber?: string
  readonly leftOn?: string | null
}

let filed = 0

/** A woman with a stay (open unless she left). */
export function putWoman(room: Classroom, seed: WomanSeed): string {
  const id = randomUUID()
  const givenNames = seed.givenNames ?? 'María'
  const fileNumber = seed.fileNumber ?? `DEM-26-${String(++filed).padStart(4, '0')}`
  const name = [seed.surname1, seed.surname2, givenNames, seed.chosenName].filter(Boolean).join(' ')
  room.insert('person', {
    id,
    file_number: fileNumber,
    surname1: seed.surname1,
    surname2: seed.surname2 ?? null,
    given_names: givenNames,
    chosen_name: seed.chosenName ?? null,
    birth_precision: 'unknown',
    search_text: fold(`${name} ${fileNumber}`),
    sort_key: fold(name),
  })
  const left: Row = seed.leftOn ? { left_on: seed.leftOn, left_cause: 'release' } : {}
  room.insert('stay', { id: randomUUID(), person_id: id, admitted_on: '2026-01-15', dormitory: 'B-04', ...left })
  return id
}

/** A place, open from the edition's first days. */
export function putPlace(room: Classroom, personId: string, editionId: string, endedOn: string | null = null): string {
  const id = randomUUID()
  const end: Row = endedOn ? { ended_on: endedOn, end_result: 'not-completed', end_cause: 'release' } : {}
  room.insert('place', { id, person_id: personId, edition_id: editionId, opened_on: '2026-09-01', ...end })
  return id
}

/** A session, held unless it has a cause for not being so. */
export function putSession(
  room: Classroom,
  editionId: string,
  day: string,
  cancelledCause: string | null = null,
): string {
  const id = randomUUID()
  const times = { starts_at: '09:00', ends_at: '11:00' }
  room.insert('session', { id, edition_id: editionId, day, ...times, cancelled_cause: cancelledCause })
  return id
}

/** A mark as an import leaves it. */
export const putMark = (room: Classroom, sessionId: string, personId: string, code: string): void =>
  room.insert('mark', { session_id: sessionId, person_id: personId, code })

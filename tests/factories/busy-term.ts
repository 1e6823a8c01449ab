/** A center as full as one can be: 734 groups of 15 twice a week, 22,020 bookings in each of four weeks. For the bench. */
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { sql } from 'kysely'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import { addDays } from '../../src/shared/kernel/civil-date'
import { openTestOffice, PASSWORD, STAFF, type TestOffice } from './office'
import { idOf } from './ten-years'

const WOMEN = 4_000
const ROOMS = 180
const INSTRUCTORS = 300
const GROUPS = 734
const ON_EACH = 15
const MONDAY = '2026-10-05'
const STARTS = ['08:00', '09:30', '10:00', '11:00', '12:30', '14:00', '15:30']
const ENDS = ['09:30', '11:30', '12:00', '12:30', '14:30', '15:30', '17:00']

export interface Move {
  readonly id: string
  readonly day: string
  readonly startsAt: string
  readonly endsAt: string
}

interface Collision {
  readonly kind: string
  readonly id: string
  readonly who: string
}

export interface BusyTerm {
  readonly it: TestOffice
  readonly sessionId: string
  readonly day: string
  readonly monday: string
  readonly sunday: string
  /** Reads every booking of a week, and does nothing with them. */
  readBookings(): Promise<unknown>
  /** One statement that finds whom, where and with whom a moved session would collide. */
  byHand(move: Move): Promise<readonly Collision[]>
  close(): Promise<void>
}

export async function aBusyTerm(): Promise<BusyTerm> {
  const first = await openTestOffice()
  await first.office.close()
  const strongroom = new Strongroom(join(first.folder, 'profile'))
  const opening = await strongroom.open(STAFF.director, PASSWORD, '2026-10-31T18:00:00.000Z')
  const raw = strongroom.current()?.raw
  if (!opening.ok || !raw) throw new Error('The busy office does not open')
  raw.transaction(() => layOut(raw))()
  raw.exec('ANALYZE')
  strongroom.close()
  const it = await openTestOffice({ folder: first.folder, now: '2026-10-05T18:00:00.000Z' })
  const db = it.office.look().db
  const week = { from: MONDAY, until: addDays(MONDAY, 6) }
  return {
    it,
    sessionId: idOf('session', 4),
    day: dayOf(4, 0),
    monday: week.from,
    sunday: week.until,
    readBookings: () =>
      db
        .selectFrom('session')
        .innerJoin('edition', 'edition.id', 'session.edition_id')
        .innerJoin('place', 'place.edition_id', 'session.edition_id')
        .select([
          'session.id',
          'place.person_id',
          'edition.room_id',
          'session.day',
          'session.starts_at',
          'session.ends_at',
        ])
        .where('session.day', '>=', week.from)
        .where('session.day', '<=', week.until)
        .execute(),
    byHand: (move) =>
      db
        .selectFrom(sql<Collision>`(${sql.raw(statementFor(move))})`.as('found'))
        .selectAll()
        .execute(),
    close: () => it.close(),
  }
}

/** The same question as one statement, walking time and all. */
const statementFor = ({ id, day, startsAt, endsAt }: Move): string => `
  WITH own AS (SELECT s.edition_id, coalesce(s.room_id, e.room_id) AS room, e.instructor_id AS instructor
      FROM session s JOIN edition e ON e.id = s.edition_id WHERE s.id = '${id}'),
    other AS (SELECT s.id, s.edition_id, coalesce(s.room_id, e.room_id) AS room, e.instructor_id AS instructor,
      s.starts_at, s.ends_at,
      max(strftime('%s', s.starts_at), strftime('%s', '${startsAt}')) - min(strftime('%s', s.ends_at), strftime('%s', '${endsAt}')) AS gap
      FROM session s JOIN edition e ON e.id = s.edition_id
      WHERE s.day = '${day}' AND s.id <> '${id}' AND s.cancelled_cause IS NULL)
  SELECT 'room' AS kind, other.id, own.room AS who FROM other, own WHERE other.room = own.room AND gap < 0
  UNION ALL SELECT 'instructor', other.id, own.instructor FROM other, own
    WHERE other.instructor = own.instructor AND gap < iif(other.room = own.room, 0, 300)
  UNION ALL SELECT 'woman', other.id, person.surname1 FROM own
    JOIN place mine ON mine.edition_id = own.edition_id AND mine.opened_on <= '${day}' AND (mine.ended_on IS NULL OR mine.ended_on >= '${day}')
    JOIN place hers ON hers.person_id = mine.person_id AND hers.opened_on <= '${day}' AND (hers.ended_on IS NULL OR hers.ended_on >= '${day}')
    JOIN other ON other.edition_id = hers.edition_id
    JOIN person ON person.id = mine.person_id
    WHERE gap < iif(other.room = own.room, 0, 300)`

const slotOf = (group: number, turn: number): number => (group * 5 + turn * 3) % STARTS.length
const dayOf = (group: number, turn: number): string => addDays(MONDAY, (group + turn * 2) % 5)

function layOut(raw: Database.Database): void {
  const person = raw.prepare(
    `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key) VALUES (?, ?, ?, 'Ana', 'unknown', '', ?)`,
  )
  const stay = raw.prepare(`INSERT INTO stay (id, person_id, admitted_on, dormitory) VALUES (?, ?, '2026-01-01', ?)`)
  for (let n = 0; n < WOMEN; n++) {
    person.run(idOf('person', n), `DEM-${n}`, `Ku ${n}`, `ku ${String(n).padStart(6, '0')}`)
    stay.run(idOf('stay', n), idOf('person', n), `${'ABCDEFGHIJKL'[n % 12] ?? 'A'}-${n}`)
  }
  raw.prepare(`INSERT INTO axis (id, code, name, sensitive) VALUES (?, 'OF', 'Oficios', 0)`).run(idOf('axis', 0))
  raw
    .prepare(`INSERT INTO workshop (id, axis_id, title) VALUES (?, ?, 'Telar')`)
    .run(idOf('workshop', 0), idOf('axis', 0))
  const room = raw.prepare('INSERT INTO room (id, name) VALUES (?, ?)')
  for (let n = 0; n < ROOMS; n++) room.run(idOf('room', n), `Aula ${n}`)
  const instructor = raw.prepare('INSERT INTO instructor (id, name) VALUES (?, ?)')
  for (let n = 0; n < INSTRUCTORS; n++) instructor.run(idOf('instructor', n), `Mtra. ${n}`)
  const edition = raw.prepare(
    `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
     VALUES (?, ?, ?, ?, ?, 40, 20, '2026-10-01', '2026-10-31', 80)`,
  )
  const session = raw.prepare(`INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES (?, ?, ?, ?, ?)`)
  const place = raw.prepare(`INSERT INTO place (id, person_id, edition_id, opened_on) VALUES (?, ?, ?, '2026-10-01')`)
  for (let n = 0; n < GROUPS; n++) {
    const id = idOf('edition', n)
    edition.run(id, `G-${n}`, idOf('workshop', 0), idOf('room', n % ROOMS), idOf('instructor', (n * 7) % INSTRUCTORS))
    for (let week = 0; week < 4; week++)
      for (let turn = 0; turn < 2; turn++) {
        const slot = slotOf(n, turn)
        const at = [addDays(dayOf(n, turn), 7 * week), STARTS[slot], ENDS[slot]]
        session.run(idOf('session', n + GROUPS * (turn + 2 * week)), id, ...at)
      }
    for (let i = 0; i < ON_EACH; i++)
      place.run(idOf('place', n * ON_EACH + i), idOf('person', (n * 211 + i * 37) % WOMEN), id)
  }
  const appointment = raw.prepare(
    `INSERT INTO appointment (id, person_id, kind, day, starts_at, ends_at, place, outside) VALUES (?, ?, 'court', ?, '10:00', '13:00', 'Juzgado', 1)`,
  )
  for (let n = 0; n < 300; n++)
    appointment.run(idOf('appointment', n), idOf('person', (n * 131) % WOMEN), addDays(MONDAY, n % 5))
}

/** A center after ten years: 2,000 women, 240 of them here, 600 editions, some 15,000 sessions and 200,000 marks. */
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import { fold, listName } from '../../src/shared/kernel/text'
import { PASSWORD, STAFF } from './office'

const WOMEN = 2_000
const HERE = 240
const EDITIONS = 600
const ON_EACH = 15

const SURNAMES = ['Núñez', 'Ortega', 'Ñáñez', 'Hernández', 'Xólotl', 'Pérez', 'De la Cruz', 'Muñoz', 'Güereca', 'Soto']
const GIVEN = ['María Luisa', 'Ana', 'Ma. del Carmen', 'Itzel', 'Citlali', 'Rosa', 'Guadalupe', 'Inés', 'Teresa']
/** A uuid that tells what it is of and its number. */
export const idOf = (
  kind:
    | 'person'
    | 'stay'
    | 'axis'
    | 'workshop'
    | 'room'
    | 'instructor'
    | 'edition'
    | 'session'
    | 'place'
    | 'wait'
    | 'appointment',
  n: number,
): string => `${String(KINDS.indexOf(kind)).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`
const KINDS = [
  'person',
  'stay',
  'axis',
  'workshop',
  'room',
  'instructor',
  'edition',
  'session',
  'place',
  'wait',
  'appointment',
]

const AXES = [
  [0, 'OF', 0],
  [1, 'SM', 1],
  [2, 'ED', 0],
] as const
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** Fills the database of a set-up office that is closed. All rows follow from their number: each run makes the same. */
export async function layOutTenYears(folder: string): Promise<void> {
  const strongroom = new Strongroom(join(folder, 'profile'))
  const opening = await strongroom.open(STAFF.director, PASSWORD, '2026-10-31T18:00:00.000Z')
  const raw = strongroom.current()?.raw
  if (!opening.ok || !raw) throw new Error('The office of ten years does not open')
  raw.transaction(() => {
    layOutPeople(raw)
    layOutPrograms(raw)
    layOutPlaces(raw)
    layOutWaits(raw)
  })()
  raw.exec('ANALYZE')
  strongroom.close()
}

function layOutPeople(raw: Database.Database): void {
  const person = raw.prepare(
    `INSERT INTO person (id, file_number, surname1, surname2, given_names, birth_date, birth_precision, legal_status,
       schooling, language, consents, search_text, sort_key)
     VALUES (?, ?, ?, ?, ?, ?, 'exact', ?, 'primaria', 'español', 1, ?, ?)`,
  )
  const stay = raw.prepare(
    `INSERT INTO stay (id, person_id, admitted_on, dormitory, left_on, left_cause) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (let i = 0; i < WOMEN; i++) {
    const names = {
      surname1: pick(SURNAMES, i),
      surname2: pick(SURNAMES, Math.floor(i / 7)),
      givenNames: pick(GIVEN, Math.floor(i / 3)),
      chosenName: null,
    }
    const file = `DEM-${String(i).padStart(6, '0')}`
    const text = fold(`${names.givenNames} ${names.surname1} ${names.surname2} ${file}`)
    const born = `${1960 + (i % 45)}-0${1 + (i % 9)}-1${i % 10}`
    const status = i % 3 ? 'sentenced' : 'tried'
    person.run(
      idOf('person', i),
      file,
      names.surname1,
      names.surname2,
      names.givenNames,
      born,
      status,
      text,
      fold(listName(names)),
    )
    const year = 2016 + Math.floor((i * 10) / WOMEN)
    const here = i >= WOMEN - HERE
    stay.run(
      idOf('stay', i),
      idOf('person', i),
      `${year}-02-01`,
      `B-${i % 40}`,
      here ? null : `${year + 1}-06-30`,
      here ? null : 'release',
    )
  }
}

function layOutPrograms(raw: Database.Database): void {
  for (const [n, id, sensitive] of AXES)
    raw
      .prepare('INSERT INTO axis (id, code, name, sensitive) VALUES (?, ?, ?, ?)')
      .run(idOf('axis', n), id, `Eje ${id}`, sensitive)
  for (let i = 0; i < 30; i++)
    raw
      .prepare('INSERT INTO workshop (id, axis_id, title) VALUES (?, ?, ?)')
      .run(idOf('workshop', i), idOf('axis', pick([0, 0, 2, 1], i)), `Taller ${i}`)
  for (let i = 0; i < 12; i++) {
    raw.prepare('INSERT INTO room (id, name) VALUES (?, ?)').run(idOf('room', i), `Salón ${i}`)
    raw.prepare('INSERT INTO instructor (id, name) VALUES (?, ?)').run(idOf('instructor', i), `Tallerista ${i}`)
  }
  const edition = raw.prepare(
    `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
     VALUES (?, ?, ?, ?, ?, 52, 20, ?, ?, 80)`,
  )
  const session = raw.prepare('INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES (?, ?, ?, ?, ?)')
  for (let i = 0; i < EDITIONS; i++) {
    // Sixty a year, fifteen in each quarter; the last quarter runs while the bench looks.
    const quarter = Math.floor(i / 15)
    const from = new Date(Date.UTC(2016, 10 + quarter * 3, 1))
    const day = (n: number): string => new Date(from.getTime() + n * 86_400_000).toISOString().slice(0, 10)
    edition.run(
      idOf('edition', i),
      `E-${i}`,
      idOf('workshop', i % 30),
      idOf('room', i % 12),
      idOf('instructor', i % 12),
      day(0),
      day(89),
    )
    const hour = 8 + 2 * (i % 4)
    for (let n = 0; n < 26; n++)
      session.run(
        idOf('session', i * 100 + n),
        idOf('edition', i),
        day(Math.floor(n / 2) * 7 + (n % 2) * 2 + (i % 2)),
        time(hour),
        time(hour + 2),
      )
  }
}

const time = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

function layOutPlaces(raw: Database.Database): void {
  const place = raw.prepare(
    `INSERT INTO place (id, person_id, edition_id, opened_on, ended_on, end_result, end_cause)
     SELECT ?, ?, id, starts_on, iif(ends_on < '2026-10-31', ends_on, NULL), iif(ends_on < '2026-10-31', 'completed', NULL),
       iif(ends_on < '2026-10-31', 'finished', NULL) FROM edition WHERE id = ?`,
  )
  for (let i = 0; i < EDITIONS; i++) {
    const pool = Math.min(WOMEN - HERE, Math.floor((i * (WOMEN - HERE)) / EDITIONS))
    for (let n = 0; n < ON_EACH; n++)
      place.run(idOf('place', i * 100 + n), idOf('person', pool + ((i * 31 + n * 16) % HERE)), idOf('edition', i))
  }
  raw.exec(`INSERT INTO mark (session_id, person_id, code)
    SELECT session.id, place.person_id, CASE (session.rowid + place.rowid) % 10 WHEN 3 THEN 'F' WHEN 7 THEN 'C' ELSE 'A' END
    FROM session JOIN place ON place.edition_id = session.edition_id WHERE session.day < '2026-10-31'`)
  raw.exec(`INSERT INTO roll (session_id, version, keyed_at, paper_attended, paper_absent)
    SELECT id, 1, day || 'T20:00:00.000Z', ${ON_EACH}, 0 FROM session WHERE day < '2026-10-31'`)
}

/** Everybody here waits for two workshops, and is called somewhere twice in the month. */
function layOutWaits(raw: Database.Database): void {
  const wait = raw.prepare(
    `INSERT INTO wait (id, person_id, workshop_id, requested_on, state, state_on) VALUES (?, ?, ?, '2026-08-15', 'approved', '2026-08-16')`,
  )
  const appointment = raw.prepare(
    `INSERT INTO appointment (id, person_id, kind, day, starts_at, ends_at, outside) VALUES (?, ?, ?, ?, '10:00', '11:00', ?)`,
  )
  for (let i = 0; i < HERE; i++)
    for (let n = 0; n < 2; n++) {
      const person = idOf('person', WOMEN - HERE + i)
      wait.run(idOf('wait', i * 2 + n), person, idOf('workshop', (i + n * 7) % 30))
      const day = `2026-10-${String(1 + ((i + n * 13) % 28)).padStart(2, '0')}`
      appointment.run(idOf('appointment', i * 2 + n), person, n ? 'visit' : 'court', day, n ? 0 : 1)
    }
}

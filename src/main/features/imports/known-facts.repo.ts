/** What stands in the tables that spreadsheets fill, by the keys that files know (read by join, whoever owns them). */
import { groupBy } from '../../../shared/kernel/group-by'
import { fold } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [key(row), row]))

const two = (a: string, b: string): string => `${a} ${b}`

const codeKey = (text: string): string => text.toUpperCase().replace(/\s+/g, '')

/** Women by file number, each with her last stay. The number of a record that was merged away is the kept record's. */
async function peopleFacts(db: ReadDb) {
  const all = await db.selectFrom('person').selectAll().execute()
  const people = all.filter((row) => row.merged_into === null)
  const stays = await db.selectFrom('stay').selectAll().orderBy('admitted_on').execute()
  const lastStay = new Map(
    stays.map((stay) => [
      stay.person_id,
      {
        id: stay.id,
        personId: stay.person_id,
        admittedOn: stay.admitted_on,
        dormitory: stay.dormitory,
        leftOn: stay.left_on,
        leftCause: stay.left_cause as 'release' | null,
      },
    ]),
  )
  const known = byKey(
    people.map((row) => ({
      id: row.id,
      fileNumber: row.file_number,
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.given_names,
      chosenName: row.chosen_name,
      curp: row.curp,
      birthDate: row.birth_date,
      birthPrecision: row.birth_precision as 'exact' | 'approximate' | 'unknown',
      legalStatus: row.legal_status as 'tried' | 'sentenced' | null,
      schooling: row.schooling,
      language: row.language,
      consents: row.consents === null ? null : row.consents === 1,
      stay: lastStay.get(row.id) ?? null,
    })),
    (row) => codeKey(row.fileNumber),
  )
  const byId = new Map([...known.values()].map((row) => [row.id, row]))
  for (const row of all) {
    const kept = row.merged_into === null ? undefined : byId.get(row.merged_into)
    if (kept) known.set(codeKey(row.file_number), kept)
  }
  return known
}

async function programFacts(db: ReadDb) {
  const axes = await db.selectFrom('axis').selectAll().execute()
  const workshops = await db.selectFrom('workshop').selectAll().execute()
  const rooms = await db.selectFrom('room').selectAll().execute()
  const instructors = await db.selectFrom('instructor').selectAll().execute()
  const editions = await db.selectFrom('edition').selectAll().execute()
  const slots = await db.selectFrom('edition_slot').selectAll().execute()
  const slotsOf = groupBy(slots, (slot) => slot.edition_id)
  return {
    axes: byKey(
      axes.map((row) => ({ ...row, sensitive: row.sensitive === 1 })),
      (row) => fold(row.name),
    ),
    workshops: byKey(
      workshops.map((row) => ({ id: row.id, axisId: row.axis_id, title: row.title })),
      (row) => fold(row.title),
    ),
    rooms: byKey(rooms, (row) => fold(row.name)),
    instructors: byKey(instructors, (row) => fold(row.name)),
    editions: byKey(
      editions.map((row) => ({
        id: row.id,
        code: row.code,
        workshopId: row.workshop_id,
        roomId: row.room_id,
        instructorId: row.instructor_id,
        hours: row.hours,
        capacity: row.capacity,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        minRatePercent: row.min_rate_percent,
        slots: (slotsOf.get(row.id) ?? []).map((slot) => ({
          weekday: slot.weekday,
          startsAt: slot.starts_at,
          endsAt: slot.ends_at,
        })),
      })),
      (row) => codeKey(row.code),
    ),
  }
}

async function timetableFacts(db: ReadDb) {
  const sessions = await db.selectFrom('session').selectAll().orderBy('starts_at').execute()
  const specialDays = await db.selectFrom('special_day').selectAll().execute()
  return {
    sessions: groupBy(
      sessions.map((row) => ({
        id: row.id,
        editionId: row.edition_id,
        day: row.day,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        cancelledCause: row.cancelled_cause as
          'custody' | 'provider' | 'office' | 'justice' | 'health' | 'care' | 'choice' | null,
        cancelledNote: row.cancelled_note,
      })),
      (row) => two(row.editionId, row.day),
    ),
    specialDays: specialDays.map((row) => ({
      id: row.id,
      day: row.day,
      title: row.title,
      kind: row.kind as 'holiday' | 'visit' | 'closure',
      dormitories: row.dormitories,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    })),
  }
}

async function rollFacts(db: ReadDb) {
  const marks = await db.selectFrom('mark').select(['session_id', 'person_id', 'code']).execute()
  const doubtful = await db.selectFrom('doubtful_mark').select(['session_id', 'person_id']).execute()
  const unlisted = await db.selectFrom('unlisted_attendee').select(['session_id', 'name']).execute()
  const evaluations = await db.selectFrom('evaluation').selectAll().execute()
  const places = await db.selectFrom('place').selectAll().orderBy('opened_on', 'desc').execute()
  const waits = await db.selectFrom('wait').selectAll().where('closed_on', 'is', null).execute()
  return {
    marks: new Map(
      marks.map((row) => [
        two(row.session_id, row.person_id),
        row.code as 'A' | 'R' | 'F' | 'JM' | 'JA' | 'JV' | 'JH' | 'C' | 'S',
      ]),
    ),
    doubtfulMarks: new Set(doubtful.map((row) => two(row.session_id, row.person_id))),
    unlisted: new Set(unlisted.map((row) => two(row.session_id, fold(row.name)))),
    evaluations: new Map(
      evaluations.map((row) => [two(row.edition_id, row.person_id), row.result as 'A' | 'NA' | 'NP']),
    ),
    places: byKey(
      places.map((row) => ({
        id: row.id,
        personId: row.person_id,
        editionId: row.edition_id,
        openedOn: row.opened_on,
        endedOn: row.ended_on,
        endResult: row.end_result as 'not-completed' | null,
        endCause: row.end_cause as 'release' | null,
      })),
      (row) => two(row.personId, row.editionId),
    ),
    waits: byKey(
      waits.map((row) => ({
        id: row.id,
        personId: row.person_id,
        workshopId: row.workshop_id,
        requestedOn: row.requested_on,
      })),
      (row) => two(row.personId, row.workshopId),
    ),
  }
}

async function childFacts(db: ReadDb) {
  const children = await db.selectFrom('child').selectAll().execute()
  const adults = await db.selectFrom('adult').selectAll().execute()
  const links = await db
    .selectFrom('child_adult')
    .leftJoin('authority', (join) =>
      join
        .onRef('authority.child_id', '=', 'child_adult.child_id')
        .onRef('authority.adult_id', '=', 'child_adult.adult_id')
        .on('authority.act', '=', 'take-out')
        .on('authority.ended_at', 'is', null),
    )
    .leftJoin('prohibition', (join) =>
      join
        .onRef('prohibition.child_id', '=', 'child_adult.child_id')
        .onRef('prohibition.adult_id', '=', 'child_adult.adult_id')
        .on('prohibition.lifted_at', 'is', null),
    )
    .select(['child_adult.id', 'child_adult.child_id', 'child_adult.adult_id', 'child_adult.relation'])
    .select(['authority.id as right_id', 'authority.until_day', 'prohibition.order_number'])
    .execute()
  return {
    children: byKey(
      children.map((row) => ({
        id: row.id,
        code: row.code,
        surname1: row.surname1,
        surname2: row.surname2,
        givenNames: row.given_names,
        sex: row.sex as 'M' | 'H' | 'X' | null,
        birthDate: row.birth_date,
        birthPrecision: row.birth_precision as 'exact' | 'approximate' | 'unknown',
        motherId: row.mother_id,
        livesHereFrom: row.lives_here_from,
        livesHereUntil: row.lives_here_until,
        curp: row.curp,
      })),
      (row) => codeKey(row.code),
    ),
    adults: byKey(
      adults.map((row) => ({ id: row.id, fullName: row.full_name, document: row.document, phone: row.phone })),
      (row) => `${fold(row.fullName)} ${fold(row.document ?? '')}`,
    ),
    childAdults: byKey(
      links.map((row) => ({
        id: row.id,
        childId: row.child_id,
        adultId: row.adult_id,
        relation: row.relation,
        mayCollect: row.right_id !== null && row.order_number === null,
        validUntil: row.until_day,
        forbiddenBy: row.order_number,
      })),
      (row) => two(row.childId, row.adultId),
    ),
  }
}

async function outingFacts(db: ReadDb) {
  const outings = await db.selectFrom('outing_plan').selectAll().execute()
  const signatures = await db
    .selectFrom('outing_signature')
    .select(['permission_id', 'outing_id', 'authorisation'])
    .where('withdrawn_on', 'is', null)
    .execute()
  const movements = await db.selectFrom('outing_movement').selectAll().execute()
  const asked = await db.selectFrom('outing_authorisation').select('name').orderBy('position').execute()
  const signedOf = groupBy(signatures, (row) => row.permission_id)
  const at = (outingId: string, direction: string): string | null => {
    const found = movements.find((row) => row.outing_id === outingId && row.direction === direction)
    return found ? `${found.day} ${found.at}` : null
  }
  return {
    authorisations: asked.map((row) => row.name),
    outings: byKey(
      outings.map((row) => ({
        id: row.id,
        folio: row.folio,
        childId: row.child_id,
        kind: row.kind as 'family' | 'group' | 'medical' | 'school' | 'papers' | 'separation' | 'emergency',
        reason: row.reason,
        leavesOn: row.leaves_on,
        leavesAt: row.leaves_at,
        returnsOn: row.returns_on,
        returnsAt: row.returns_at,
        adultName: row.adult_name,
        adultId: row.adult_id,
        instructorId: row.instructor_id,
        note: row.note,
        signed: new Set(
          (signedOf.get(row.permission_id) ?? [])
            .filter((each) => each.outing_id === null || each.outing_id === row.id)
            .map((each) => each.authorisation),
        ),
        out: at(row.id, 'out'),
        back: at(row.id, 'back'),
      })),
      (row) => codeKey(row.folio),
    ),
  }
}

/** Everything that a plan compares with. */
export async function loadFacts(db: ReadDb) {
  return {
    people: await peopleFacts(db),
    ...(await programFacts(db)),
    ...(await timetableFacts(db)),
    ...(await rollFacts(db)),
    ...(await childFacts(db)),
    ...(await outingFacts(db)),
  }
}

/** What happened to a woman here, read by join over what every slice keeps of her. */
import { sql } from 'kysely'
import type { Circle } from '../../../shared/contract/alerts.contract'
import { creditedMinutes } from '../../platform/db/session-minutes'
import type { ReadDb } from '../../platform/db/types'
import { recordsOf } from './merge.repo'

/** Her stays and the times she was away during them. */
export async function listStaysAndAbsences(db: ReadDb, personId: string) {
  const stays = await db
    .selectFrom('stay')
    .select(['id', 'admitted_on as admittedOn', 'left_on as leftOn', 'left_cause as leftCause', 'dormitory'])
    .where('person_id', '=', personId)
    .execute()
  const absences = await db
    .selectFrom('stay_absence')
    .innerJoin('stay', 'stay.id', 'stay_absence.stay_id')
    .select(['stay_absence.left_on as leftOn', 'stay_absence.ended_on as endedOn', 'stay_absence.end_kind as endKind'])
    .select('stay_absence.reason')
    .where('stay.person_id', '=', personId)
    .execute()
  return { stays, absences }
}

/** Her places, and the times for which they were suspended. */
export async function listPlacesAndPauses(db: ReadDb, personId: string) {
  const places = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['edition.id as editionId', 'edition.code', 'workshop.title', 'axis.sensitive'])
    .select(['place.opened_on as openedOn', 'place.ended_on as endedOn'])
    .select(['place.end_result as result', 'place.end_cause as cause'])
    .where('place.person_id', '=', personId)
    .execute()
  const pauses = await db
    .selectFrom('place_suspension')
    .innerJoin('place', 'place.id', 'place_suspension.place_id')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['edition.id as editionId', 'workshop.title', 'axis.sensitive'])
    .select(['place_suspension.from_day as fromDay', 'place_suspension.back_on as backOn'])
    .where('place.person_id', '=', personId)
    .execute()
  return { places, pauses }
}

/** What she asked for, and what she was offered. */
export async function listWaitsAndOffers(db: ReadDb, personId: string) {
  const waits = await db
    .selectFrom('wait')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['workshop.title', 'axis.sensitive', 'wait.requested_on as requestedOn'])
    .select(['wait.closed_on as closedOn', 'wait.state'])
    .where('wait.person_id', '=', personId)
    .execute()
  const offers = await db
    .selectFrom('offer')
    .innerJoin('wait', 'wait.id', 'offer.wait_id')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['workshop.title', 'axis.sensitive', 'offer.edition_id as editionId', 'offer.made_on as madeOn'])
    .select(['offer.answer', 'offer.answered_on as answeredOn'])
    .where('wait.person_id', '=', personId)
    .execute()
  return { waits, offers }
}

/** Her marks, month by month; those of sensitive groups apart. */
export const listMonths = (db: ReadDb, personId: string) =>
  db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['axis.sensitive', sql<string>`substr(session.day, 1, 7)`.as('month')])
    .select(({ fn }) => [
      fn.max('session.day').as('day'),
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['A', 'R']).as('attended'),
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['A', 'R', 'F']).as('counted'),
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['JM', 'JA', 'JV', 'JH']).as('excused'),
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['C', 'S']).as('notHeld'),
    ])
    .where('mark.person_id', '=', personId)
    .groupBy(['month', 'axis.sensitive'])
    .execute()

/** Her certificates, whichever record they were issued to. */
export const listCertificates = (db: ReadDb, personId: string) =>
  db
    .selectFrom('certificate')
    .innerJoin('edition', 'edition.id', 'certificate.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['certificate.folio', 'workshop.title', 'axis.sensitive'])
    .select(['certificate.issued_on as issuedOn', 'certificate.delivered_on as deliveredOn'])
    .select(['certificate.id', 'certificate.state', 'certificate.state_on as stateOn'])
    .where('certificate.holder_id', '=', personId)
    .execute()

/** Days on which a child of hers came to live here, left, or went out with somebody: never which child. */
export async function listChildDays(db: ReadDb, motherId: string) {
  const children = await db
    .selectFrom('child')
    .select(['lives_here_from as from', 'lives_here_until as until'])
    .where('mother_id', '=', motherId)
    .execute()
  const outings = await db
    .selectFrom('outing_movement')
    .innerJoin('outing', 'outing.id', 'outing_movement.outing_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .select('outing_movement.day')
    .where('child.mother_id', '=', motherId)
    .where('outing_movement.direction', '=', 'out')
    .execute()
  return {
    arrived: children.flatMap((child) => child.from ?? []),
    left: children.flatMap((child) => child.until ?? []),
    outings: outings.map((outing) => outing.day),
  }
}

/** What she agreed to and took back, and the intakes. */
export async function listConsentsAndIntakes(db: ReadDb, personId: string) {
  const consents = await db
    .selectFrom('consent')
    .select(['purpose', 'answer', 'answered_on as answeredOn', 'withdrawn_on as withdrawnOn', 'folio'])
    .where('person_id', '=', personId)
    .execute()
  const intakes = await db
    .selectFrom('intake')
    .select(['taken_on as takenOn', 'declined'])
    .where('person_id', '=', personId)
    .execute()
  return { consents, intakes }
}

/** Alerts of the circles that whoever looks may read. */
export const listAlertDays = (db: ReadDb, personId: string, circles: readonly Circle[]) =>
  db
    .selectFrom('alert')
    .select(['kind', 'starts_on as startsOn', 'ends_on as endsOn', 'closed_on as closedOn'])
    .where('person_id', '=', personId)
    .where('circle', 'in', circles)
    .execute()

/** Days on which she was first kept apart from somebody and on which that ended; never from whom. */
export const listPairDays = (db: ReadDb, personId: string) =>
  db
    .selectFrom('keep_apart')
    .select(['starts_on as startsOn', 'closed_on as closedOn'])
    .where((eb) => eb.or([eb('person_a', '=', personId), eb('person_b', '=', personId)]))
    .execute()

/** Papers of which she is the subject, by the instant of their issue. */
export const listPapers = (db: ReadDb, personId: string) =>
  db.selectFrom('paper').select(['type', 'folio', 'issued_at as issuedAt']).where('subject_id', '=', personId).execute()

/** What was done with the record itself. */
export const listRecordEvents = (db: ReadDb, personId: string) =>
  db
    .selectFrom('audit_event')
    .select(['at', 'event', 'actor_name as actor'])
    .where('subject_type', '=', 'person')
    .where('subject_id', 'in', recordsOf(db, personId))
    .where('event', 'in', ['person.corrected', 'person.moved', 'person.merged', 'person.registered'])
    .execute()

export interface Activity {
  readonly code: string
  readonly title: string
  readonly sensitive: 0 | 1
  readonly openedOn: string
  readonly endedOn: string | null
  readonly result: string | null
  readonly attended: number
  readonly counted: number
  readonly minutes: number
  readonly folio: string | null
}

/** Each place of hers with what her marks between two days come to; for the printed history. */
export async function listActivities(
  db: ReadDb,
  personId: string,
  from: string,
  until: string,
): Promise<readonly Activity[]> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.edition_id', '=', 'edition.id')
        .onRef('certificate.holder_id', '=', 'place.person_id')
        .on('certificate.issued_on', '<=', until)
        .on('certificate.state', 'in', ['issued', 'delivered']),
    )
    .leftJoin('session', (join) =>
      join
        .onRef('session.edition_id', '=', 'edition.id')
        .on('session.day', '>=', from)
        .on('session.day', '<=', until)
        .onRef('session.day', '>=', 'place.opened_on')
        .on((eb) => eb.or([eb('place.ended_on', 'is', null), eb('session.day', '<=', eb.ref('place.ended_on'))])),
    )
    .leftJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'place.person_id'),
    )
    .select(['edition.code', 'workshop.title', 'axis.sensitive', 'certificate.folio'])
    .select(['place.opened_on as openedOn', 'place.ended_on as endedOn', 'place.end_result as result'])
    .select(({ fn }) => [
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['A', 'R']).as('attended'),
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['A', 'R', 'F']).as('counted'),
      sql<number>`coalesce(sum(${creditedMinutes}), 0)`.as('minutes'),
    ])
    .where('place.person_id', '=', personId)
    .where('place.opened_on', '<=', until)
    .where((eb) => eb.or([eb('place.ended_on', 'is', null), eb('place.ended_on', '>=', from)]))
    .groupBy('place.id')
    .orderBy('place.opened_on')
    .orderBy('edition.code')
    .execute()
  return rows.map((row) => ({ ...row, sensitive: row.sensitive === 1 ? 1 : 0 }))
}

/** Where the center's clock stands. */
export async function findTimezone(db: ReadDb): Promise<string> {
  return (await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()).timezone
}

/** What her pack says of her, read by join: workshops with hours, certificates, waits, her children and their outings. */
import { sql } from 'kysely'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { creditedMinutes } from '../../platform/db/session-minutes'
import type { ReadDb } from '../../platform/db/types'

export interface PackWorkshop {
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly sensitive: boolean
  readonly plannedHours: number
  readonly minutes: number
  readonly attended: number
  readonly counted: number
  readonly evaluation: 'A' | 'NA' | 'NP' | null
  readonly folio: string | null
  readonly deliveredOn: CivilDate | null
}

/** Her marks by edition: how often she came, of how many times that count, and for how many minutes. */
const talliesOf = (db: ReadDb, personId: string) =>
  db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select([
      'session.edition_id',
      sql<number>`sum(mark.code IN ('A', 'R'))`.as('attended'),
      sql<number>`sum(mark.code IN ('A', 'R', 'F'))`.as('counted'),
      sql<number>`sum(${creditedMinutes})`.as('minutes'),
    ])
    .where('mark.person_id', '=', personId)
    .groupBy('session.edition_id')

/** Every workshop in which she had a place, a mark or a certificate, the latest first. */
export async function listWorkshops(db: ReadDb, personId: string): Promise<PackWorkshop[]> {
  const rows = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .leftJoin(talliesOf(db, personId).as('tally'), 'tally.edition_id', 'edition.id')
    .leftJoin('evaluation', (join) =>
      join.onRef('evaluation.edition_id', '=', 'edition.id').on('evaluation.person_id', '=', personId),
    )
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.edition_id', '=', 'edition.id')
        .on('certificate.holder_id', '=', personId)
        .on('certificate.state', 'in', ['issued', 'delivered']),
    )
    .select([
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'axis.sensitive',
      'edition.hours as plannedHours',
      'tally.minutes',
      'tally.attended',
      'tally.counted',
      'evaluation.result as evaluation',
      'certificate.folio',
      'certificate.delivered_on as deliveredOn',
    ])
    .where((eb) =>
      eb.or([
        eb('tally.edition_id', 'is not', null),
        eb('certificate.id', 'is not', null),
        eb('edition.id', 'in', eb.selectFrom('place').select('edition_id').where('person_id', '=', personId)),
      ]),
    )
    .orderBy('edition.ends_on', 'desc')
    .orderBy('edition.code')
    .execute()
  return rows.map((row) => ({
    ...row,
    sensitive: row.sensitive === 1,
    minutes: row.minutes ?? 0,
    attended: row.attended ?? 0,
    counted: row.counted ?? 0,
    evaluation: row.evaluation as PackWorkshop['evaluation'],
  }))
}

/** Waiting lists she stands on, and those that her leaving closed. */
export async function listWaitsLeft(
  db: ReadDb,
  personId: string,
  leftOn: CivilDate | null,
): Promise<{ title: string; sensitive: boolean; requestedOn: CivilDate }[]> {
  const rows = await db
    .selectFrom('wait')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['workshop.title', 'axis.sensitive', 'wait.requested_on as requestedOn'])
    .where('wait.person_id', '=', personId)
    .where((eb) =>
      eb.or([
        eb('wait.closed_on', 'is', null),
        ...(leftOn ? [eb.and([eb('wait.state', '=', 'removed'), eb('wait.closed_on', '>=', leftOn)])] : []),
      ]),
    )
    .orderBy('wait.requested_on')
    .execute()
  return rows.map((row) => ({ ...row, sensitive: row.sensitive === 1 }))
}

export interface PackChild {
  readonly id: string
  readonly code: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly birthDate: CivilDate | null
  readonly birthPrecision: 'exact' | 'approximate' | 'unknown'
  readonly kind: 'here' | 'outside'
  readonly livesHereUntil: CivilDate | null
}

/** All her children, the eldest first. */
export async function listChildren(db: ReadDb, motherId: string): Promise<PackChild[]> {
  const rows = await db
    .selectFrom('child')
    .select([
      'id',
      'code',
      'kind',
      'surname1',
      'surname2',
      'given_names as givenNames',
      'birth_date as birthDate',
      'birth_precision as birthPrecision',
      'lives_here_until as livesHereUntil',
    ])
    .where('mother_id', '=', motherId)
    .orderBy('birth_date')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as PackChild['kind'],
    birthPrecision: row.birthPrecision as PackChild['birthPrecision'],
  }))
}

export interface PackOuting {
  readonly folio: string
  readonly child: string
  readonly leavesOn: CivilDate
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly adult: string
  readonly isOut: boolean
}

/** Outings of her children that are still to come, or from which a child has not come back. */
export async function listOpenOutings(db: ReadDb, motherId: string, today: CivilDate): Promise<PackOuting[]> {
  const rows = await db
    .selectFrom('outing_plan as outing')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .leftJoin('outing_movement as gone', (join) =>
      join.onRef('gone.outing_id', '=', 'outing.id').on('gone.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as back', (join) =>
      join.onRef('back.outing_id', '=', 'outing.id').on('back.direction', '=', 'back'),
    )
    .select([
      'outing.folio',
      'child.code as child',
      'outing.leaves_on as leavesOn',
      'outing.returns_on as returnsOn',
      'outing.returns_at as returnsAt',
      'outing.adult_name as adult',
      'gone.id as goneId',
    ])
    .where('child.mother_id', '=', motherId)
    .where('outing.cancelled_on', 'is', null)
    .where('back.id', 'is', null)
    .where((eb) => eb.or([eb('gone.id', 'is not', null), eb('outing.returns_on', '>=', today)]))
    .orderBy('outing.leaves_on')
    .orderBy('outing.leaves_at')
    .execute()
  return rows.map(({ goneId, ...row }) => ({ ...row, isOut: goneId !== null }))
}

/** What the center calls where women sleep. */
export async function findDormitoryWord(db: ReadDb): Promise<'dormitorio' | 'estancia'> {
  const center = await db.selectFrom('center').select('dormitory_word').executeTakeFirstOrThrow()
  return center.dormitory_word as 'dormitorio' | 'estancia'
}

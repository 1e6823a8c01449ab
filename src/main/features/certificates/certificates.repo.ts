/** The facts of a decision by join over places, sessions and marks. The ledger: `ledger.repo.ts`; results: `results.repo.ts`. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { creditedMinutes } from '../../platform/db/session-minutes'
import type { ReadDb } from '../../platform/db/types'
import { listShowings, showingOf, type Showing } from './facts.repo'

export interface EditionRow {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly hours: number
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly minRatePercent: number
  readonly minHours: number | null
  readonly asksModules: boolean
  readonly asksPractical: boolean
  readonly asksTools: boolean
  /** How long its certificates hold; null: for good. */
  readonly validMonths: number | null
}

const EDITION = [
  'edition.id',
  'edition.code',
  'workshop.title',
  'edition.hours',
  'edition.starts_on as startsOn',
  'edition.ends_on as endsOn',
  'edition.min_rate_percent as minRatePercent',
  'edition.min_hours as minHours',
  'edition.asks_modules as asksModules',
  'edition.asks_practical as asksPractical',
  'edition.asks_tools as asksTools',
  'edition.valid_months as validMonths',
] as const

type Flags = Record<'asksModules' | 'asksPractical' | 'asksTools', number>
const toEdition = <Row extends Flags>({ asksModules, asksPractical, asksTools, ...row }: Row) => ({
  ...row,
  asksModules: asksModules === 1,
  asksPractical: asksPractical === 1,
  asksTools: asksTools === 1,
})

/** Editions that end in a year; all where none is named. */
export async function listEditions(db: ReadDb, year?: number): Promise<EditionRow[]> {
  const rows = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(EDITION)
    .$if(year !== undefined, (query) => query.where('edition.ends_on', 'like', `${String(year)}-%`))
    .orderBy('edition.ends_on')
    .orderBy('edition.code')
    .execute()
  return rows.map(toEdition)
}

/** Years in which editions end, the latest first. */
export async function listYears(db: ReadDb): Promise<number[]> {
  const rows = await db
    .selectFrom('edition')
    .select(sql<number>`CAST(substr(ends_on, 1, 4) AS INTEGER)`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/** Year of the edition that ended last by a day. */
export async function findLastEndedYear(db: ReadDb, day: CivilDate): Promise<number | undefined> {
  const row = await db
    .selectFrom('edition')
    .select(({ fn }) => fn.max('ends_on').as('day'))
    .where('ends_on', '<=', day)
    .executeTakeFirst()
  return row?.day ? Number(row.day.slice(0, 4)) : undefined
}

export async function findEdition(db: ReadDb, id: string): Promise<EditionRow | undefined> {
  const row = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(EDITION)
    .where('edition.id', '=', id)
    .executeTakeFirst()
  return row && toEdition(row)
}

/** Editions of sensitive axes (mental health): who goes there is not for every role of the office. */
export async function listSensitiveEditions(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select('edition.id')
    .where('axis.sensitive', '=', 1)
    .execute()
  return new Set(rows.map((row) => row.id))
}

export interface CandidateRow extends Showing {
  readonly editionId: string
  readonly personId: string
  readonly fileNumber: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly attended: number
  readonly counted: number
  readonly minutes: number
  readonly excused: number
  readonly evaluation: 'A' | 'NA' | 'NP' | null
  readonly evaluationVersion: number | null
  /** She has a stay here that ended by the day, and none that is open. */
  readonly left: boolean
  readonly certificateId: string | null
  readonly folio: string | null
  readonly issuedOn: CivilDate | null
  readonly deliveredOn: CivilDate | null
  readonly certificateVersion: number | null
  /** Of a certificate on its way: prepared, or signed off. */
  readonly draftId: string | null
  readonly draftState: 'draft' | 'to-sign' | null
}

/** One edition, those that end in a year, or all; of all women or of one. */
export interface Scope {
  readonly editionId?: string
  readonly year?: number
  readonly personId?: string
}

/** Ids of the editions of a scope, for a subquery. */
const editionsOf = (db: ReadDb, { editionId, year }: Scope) =>
  db
    .selectFrom('edition')
    .select('edition.id')
    .$if(editionId !== undefined, (query) => query.where('edition.id', '=', editionId ?? ''))
    .$if(year !== undefined, (query) => query.where('edition.ends_on', 'like', `${String(year)}-%`))

/**
 * Every woman with a place, an evaluation or a certificate in an edition, in list order, with her marks of all recorded
 * sessions. A mark of a suspended session is `S` and in neither figure.
 */
export async function listCandidates(db: ReadDb, day: CivilDate, scope: Scope = {}): Promise<CandidateRow[]> {
  const rows = await db
    .selectFrom(candidatesOf(db, scope).as('candidate'))
    .innerJoin('person', 'person.id', 'candidate.person_id')
    .leftJoin(talliesOf(db, scope).as('tally'), (join) =>
      join.onRef('tally.edition_id', '=', 'candidate.edition_id').onRef('tally.person_id', '=', 'candidate.person_id'),
    )
    .leftJoin('evaluation', (join) =>
      join
        .onRef('evaluation.edition_id', '=', 'candidate.edition_id')
        .onRef('evaluation.person_id', '=', 'candidate.person_id'),
    )
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.edition_id', '=', 'candidate.edition_id')
        .onRef('certificate.holder_id', '=', 'candidate.person_id')
        .on('certificate.state', 'in', ['issued', 'delivered']),
    )
    .leftJoin('certificate_draft as draft', (join) =>
      join
        .onRef('draft.edition_id', '=', 'candidate.edition_id')
        .onRef('draft.person_id', '=', 'candidate.person_id')
        .on('draft.state', '<>', 'issued'),
    )
    .select([
      'candidate.edition_id as editionId',
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'tally.attended',
      'tally.counted',
      'tally.minutes',
      'tally.excused',
      'evaluation.result as evaluation',
      'evaluation.version as evaluationVersion',
      'certificate.id as certificateId',
      'certificate.folio',
      'certificate.issued_on as issuedOn',
      'certificate.delivered_on as deliveredOn',
      'certificate.version as certificateVersion',
      'draft.id as draftId',
      'draft.state as draftState',
    ])
    .$if(scope.personId !== undefined, (query) => query.where('person.id', '=', scope.personId ?? ''))
    .orderBy('person.sort_key')
    .orderBy('person.file_number')
    .execute()
  const gone = await listGone(db, day)
  const showings = await listShowings(db, editionsOf(db, scope))
  return rows.map((row) => ({
    ...row,
    ...showingOf(showings, row),
    attended: row.attended ?? 0,
    counted: row.counted ?? 0,
    minutes: row.minutes ?? 0,
    excused: row.excused ?? 0,
    evaluation: row.evaluation as CandidateRow['evaluation'],
    draftState: row.draftState as CandidateRow['draftState'],
    left: gone.has(row.personId),
  }))
}

const candidatesOf = (db: ReadDb, scope: Scope) => {
  // A place that ended before its first day never began: nothing of it is to be decided.
  const placed = db
    .selectFrom('place')
    .select(['place.edition_id', 'place.person_id'])
    .where('place.edition_id', 'in', editionsOf(db, scope))
    .where((place) =>
      place.or([place('place.ended_on', 'is', null), place('place.ended_on', '>=', place.ref('place.opened_on'))]),
    )
  const evaluated = db
    .selectFrom('evaluation')
    .select(['evaluation.edition_id', 'evaluation.person_id'])
    .where('evaluation.edition_id', 'in', editionsOf(db, scope))
  const held = db
    .selectFrom('certificate')
    .select(({ fn }) => [
      'certificate.edition_id',
      fn.coalesce('certificate.holder_id', 'certificate.person_id').as('person_id'),
    ])
    .where('certificate.edition_id', 'in', editionsOf(db, scope))
  return placed.union(evaluated).union(held)
}

const talliesOf = (db: ReadDb, scope: Scope) =>
  db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select([
      'session.edition_id',
      'mark.person_id',
      sql<number>`sum(mark.code IN ('A', 'R'))`.as('attended'),
      sql<number>`sum(mark.code IN ('A', 'R', 'F'))`.as('counted'),
      sql<number>`sum(${creditedMinutes})`.as('minutes'),
      sql<number>`sum(mark.code IN ('JM', 'JA', 'JV', 'JH', 'C'))`.as('excused'),
    ])
    .where('session.edition_id', 'in', editionsOf(db, scope))
    .groupBy(['session.edition_id', 'mark.person_id'])

/** Women with a stay that ended by the day and none open on it. */
async function listGone(db: ReadDb, day: CivilDate): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('stay')
    .select('person_id')
    .groupBy('person_id')
    .having(sql<number>`min(coalesce(left_on <= ${day}, 0))`, '=', 1)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

export interface FaceRow {
  readonly center: { readonly name: string; readonly code: string }
  readonly issuer: string
  readonly contact: string
  readonly place: string
  readonly signatories: readonly { readonly name: string; readonly post: string }[]
}

/** What the center's settings give to a certificate, and the two words that must not get onto it. */
export async function findFace(db: ReadDb): Promise<FaceRow> {
  const center = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  const signatories = await db.selectFrom('signatory').select(['name', 'post']).orderBy('position').execute()
  return {
    center: { name: center.name, code: center.code },
    issuer: center.issuer,
    contact: center.issuer_contact,
    place: `${center.municipality}, ${center.state}`,
    signatories,
  }
}

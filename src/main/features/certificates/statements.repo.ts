/** What statements say, read by join over places, sessions and marks; and the statements that were printed. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { StatedActivity, StatementKind } from '../../../shared/contract/statements.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { creditedMinutes } from '../../platform/db/session-minutes'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface Span {
  readonly from: CivilDate | null
  readonly until: CivilDate
  readonly editionId: string | null
}

const EVER = '0001-01-01'

/**
 * Her workshops of a span, in the order of their beginning. Groups of sensitive axes are on no statement, whoever prints
 * it: the paper goes to people we do not know.
 */
export async function listStated(db: ReadDb, personId: string, span: Span): Promise<StatedActivity[]> {
  const { until, editionId } = span
  const from = span.from ?? EVER
  const rows = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .innerJoin(placesOf(db, personId).as('hers'), 'hers.edition_id', 'edition.id')
    .leftJoin(marksOf(db, personId, from, until).as('tally'), 'tally.edition_id', 'edition.id')
    .leftJoin('evaluation', (join) =>
      join.onRef('evaluation.edition_id', '=', 'edition.id').on('evaluation.person_id', '=', personId),
    )
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.edition_id', '=', 'edition.id')
        .on('certificate.holder_id', '=', personId)
        .on('certificate.issued_on', '<=', until)
        .on('certificate.state', 'in', ['issued', 'delivered']),
    )
    .select(['edition.id as editionId', 'workshop.title', 'edition.hours as plannedHours', 'edition.ends_on as endsOn'])
    .select(['hers.from', 'hers.until', 'tally.minutes', 'tally.attended', 'tally.counted'])
    .select(['evaluation.result as evaluation', 'certificate.folio'])
    .where('axis.sensitive', '=', 0)
    .where('hers.from', '<=', until)
    .where((eb) => eb.or([eb('hers.until', 'is', null), eb('hers.until', '>=', from)]))
    .$if(editionId !== null, (query) => query.where('edition.id', '=', editionId ?? ''))
    .orderBy('hers.from')
    .orderBy('edition.code')
    .execute()
  return rows.map((row) => ({
    editionId: row.editionId,
    title: row.title,
    from: row.from ?? from,
    until: row.until !== null && row.until <= until ? row.until : row.endsOn <= until ? row.endsOn : null,
    minutes: row.minutes ?? 0,
    plannedHours: row.plannedHours,
    attended: row.attended ?? 0,
    counted: row.counted ?? 0,
    evaluation: row.endsOn <= until ? (row.evaluation as StatedActivity['evaluation']) : null,
    folio: row.folio,
  }))
}

/** Days on which she had a place, by edition; one that ended before it began never was. */
const placesOf = (db: ReadDb, personId: string) =>
  db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .select([
      'place.edition_id',
      sql<string>`min(max(place.opened_on, edition.starts_on))`.as('from'),
      sql<string | null>`iif(count(place.ended_on) = count(*), max(place.ended_on), NULL)`.as('until'),
    ])
    .where('place.person_id', '=', personId)
    .where((place) =>
      place.or([place('place.ended_on', 'is', null), place('place.ended_on', '>=', place.ref('place.opened_on'))]),
    )
    .groupBy('place.edition_id')

const marksOf = (db: ReadDb, personId: string, from: CivilDate, until: CivilDate) =>
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
    .where('session.day', '>=', from)
    .where('session.day', '<=', until)
    .groupBy('session.edition_id')

/** True if the edition is of a sensitive axis. */
export const isSensitive = async (db: ReadDb, editionId: string): Promise<boolean> =>
  (
    await db
      .selectFrom('edition')
      .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
      .innerJoin('axis', 'axis.id', 'workshop.axis_id')
      .select('axis.sensitive')
      .where('edition.id', '=', editionId)
      .executeTakeFirst()
  )?.sensitive === 1

export async function findWoman(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('person')
    .leftJoin('certificate_wish', 'certificate_wish.person_id', 'person.id')
    .select([
      'person.id',
      'file_number as fileNumber',
      'surname1',
      'surname2',
      'given_names as givenNames',
      'chosen_name as chosenName',
      'curp',
      'birth_date as birthDate',
      'certificate_wish.name_kind as wish',
    ])
    .where('person.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, wish: row.wish as 'legal' | 'chosen' | null }
}
export type Woman = NonNullable<Awaited<ReturnType<typeof findWoman>>>

export interface StatementRow extends Span {
  readonly id: string
  readonly paperId: string
  readonly kind: StatementKind
  readonly folio: string
  readonly figuresJson: string
  readonly issuedOn: CivilDate
}

/** Statements that were printed of her, the latest first. */
export async function listStatements(db: ReadDb, personId: string): Promise<StatementRow[]> {
  const rows = await db
    .selectFrom('statement_paper')
    .innerJoin('paper', 'paper.id', 'statement_paper.paper_id')
    .select([
      'statement_paper.id',
      'paper.id as paperId',
      'paper.folio',
      'statement_paper.kind',
      'statement_paper.edition_id as editionId',
      'statement_paper.from_day as from',
      'statement_paper.until_day as until',
      'statement_paper.figures_json as figuresJson',
      'statement_paper.issued_on as issuedOn',
    ])
    .where('statement_paper.person_id', '=', personId)
    .orderBy('paper.issued_at', 'desc')
    .orderBy('paper.number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as StatementKind }))
}

export async function insertStatement(
  trx: Trx,
  printed: Span & {
    readonly personId: string
    readonly paperId: string
    readonly kind: StatementKind
    readonly figuresJson: string
    readonly figuresSha256: string
    readonly issuedOn: CivilDate
  },
): Promise<void> {
  await trx
    .insertInto('statement_paper')
    .values({
      id: randomUUID(),
      person_id: printed.personId,
      paper_id: printed.paperId,
      kind: printed.kind,
      edition_id: printed.editionId,
      from_day: printed.from,
      until_day: printed.until,
      figures_json: printed.figuresJson,
      figures_sha256: printed.figuresSha256,
      issued_on: printed.issuedOn,
    })
    .execute()
}

/** The frozen bytes of a statement. */
export const findStatementPaper = (db: ReadDb, paperId: string) =>
  db
    .selectFrom('statement_paper')
    .innerJoin('paper', 'paper.id', 'statement_paper.paper_id')
    .select(['paper.id', 'paper.folio', 'paper.title', 'paper.pages', 'paper.pdf', 'paper.sha256'])
    .where('paper.id', '=', paperId)
    .executeTakeFirst()

/** Who gives an edition. */
export const findInstructor = async (db: ReadDb, editionId: string): Promise<string> =>
  (
    await db
      .selectFrom('edition')
      .innerJoin('instructor', 'instructor.id', 'edition.instructor_id')
      .select('instructor.name')
      .where('edition.id', '=', editionId)
      .executeTakeFirst()
  )?.name ?? ''

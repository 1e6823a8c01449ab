/** Second readings of sheets. */
import type { Mark } from '../../../shared/contract/marks'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import { DAY_ROSTER } from './day-roster.repo'

export interface KeyedSheet {
  readonly sessionId: string
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly day: CivilDate
  readonly startsAt: string
  readonly folio: string
  readonly keyedById: string | null
  readonly keyedBy: string | null
}

/**
 * Rolls keyed from a printed sheet since a day and not read twice, by the folio of the sheet printed first: printing it
 * anew does not change what is picked.
 */
export async function listUnsampled(db: ReadDb, since: CivilDate): Promise<readonly KeyedSheet[]> {
  const rows = await db
    .selectFrom('roll')
    .innerJoin('session', 'session.id', 'roll.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('paper', 'paper.subject_id', 'session.id')
    .leftJoin('staff', 'staff.id', 'roll.keyed_by')
    .leftJoin('sheet_sample', 'sheet_sample.session_id', 'session.id')
    .select([
      'session.id as sessionId',
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'session.day',
      'session.starts_at as startsAt',
      'paper.folio',
      'roll.keyed_by as keyedById',
      'staff.name as keyedBy',
    ])
    .where('paper.type', '=', DAY_ROSTER)
    .where('sheet_sample.id', 'is', null)
    .where('session.day', '>=', since)
    .where('session.cancelled_cause', 'is', null)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .orderBy('paper.issued_at')
    .orderBy('paper.number')
    .execute()
  return rows.filter((row, at) => rows.findIndex((other) => other.sessionId === row.sessionId) === at)
}

export interface SampleRow {
  readonly id: string
  readonly sessionId: string
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly day: CivilDate
  readonly startsAt: string
  readonly folio: string | null
  readonly firstBy: string | null
  readonly secondBy: string | null
  readonly keyedOn: CivilDate
  readonly marks: number
}

/** Second readings, the latest first. */
export const listSamples = (db: ReadDb): Promise<SampleRow[]> =>
  db
    .selectFrom('sheet_sample')
    .innerJoin('session', 'session.id', 'sheet_sample.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .leftJoin('staff as first', 'first.id', 'sheet_sample.first_by')
    .leftJoin('staff as second', 'second.id', 'sheet_sample.second_by')
    .select([
      'sheet_sample.id',
      'session.id as sessionId',
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'session.day',
      'session.starts_at as startsAt',
      'sheet_sample.folio',
      'first.name as firstBy',
      'second.name as secondBy',
      'sheet_sample.keyed_on as keyedOn',
      'sheet_sample.marks',
    ])
    .orderBy('sheet_sample.keyed_at', 'desc')
    .execute()

export type DifferenceRow = NamedWoman & {
  readonly sampleId: string
  readonly first: Mark | null
  readonly second: Mark | null
  readonly settled: 'first' | 'second' | null
}

/** All differences ever found, settled or not. */
export async function listDifferences(db: ReadDb): Promise<readonly DifferenceRow[]> {
  const rows = await db
    .selectFrom('sample_difference')
    .innerJoin('person', 'person.id', 'sample_difference.person_id')
    .select([
      'sample_id as sampleId',
      'first_code as first',
      'second_code as second',
      'settled',
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])
    .orderBy('person.sort_key')
    .execute()
  return rows.map((row) => ({
    ...row,
    first: row.first as Mark | null,
    second: row.second as Mark | null,
    settled: row.settled as 'first' | 'second' | null,
  }))
}

export async function insertSample(
  trx: Trx,
  sample: {
    readonly id: string
    readonly sessionId: string
    readonly folio: string
    readonly firstBy: string | null
    readonly secondBy: string | null
    readonly at: Instant
    readonly on: CivilDate
    readonly marks: number
  },
  differences: readonly { readonly personId: string; readonly first: Mark | null; readonly second: Mark | null }[],
): Promise<void> {
  await trx
    .insertInto('sheet_sample')
    .values({
      id: sample.id,
      session_id: sample.sessionId,
      folio: sample.folio,
      first_by: sample.firstBy,
      second_by: sample.secondBy,
      keyed_at: sample.at,
      keyed_on: sample.on,
      marks: sample.marks,
    })
    .execute()
  for (const { personId, first, second } of differences)
    await trx
      .insertInto('sample_difference')
      .values({ sample_id: sample.id, person_id: personId, first_code: first, second_code: second })
      .execute()
}

export async function markDifferenceSettled(
  trx: Trx,
  of: { readonly sampleId: string; readonly personId: string },
  settled: { readonly is: 'first' | 'second'; readonly at: Instant; readonly by: string | null },
): Promise<void> {
  await trx
    .updateTable('sample_difference')
    .set({ settled: settled.is, settled_at: settled.at, settled_by: settled.by })
    .where('sample_id', '=', of.sampleId)
    .where('person_id', '=', of.personId)
    .execute()
}

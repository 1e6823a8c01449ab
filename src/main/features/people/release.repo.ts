/** The day of release, the checks before it, and what a woman was handed. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { HandedItem, Handover, ReleaseCheck } from '../../../shared/contract/portfolio.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface ReleaseRow {
  readonly stayId: string
  readonly personId: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  /** Set by somebody; null if nobody has. */
  readonly releasesOn: CivilDate | null
  readonly version: number | null
  /** A month, in her own word at intake. */
  readonly said: string | null
}

const releases = (db: ReadDb) =>
  db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('release_folder', 'release_folder.stay_id', 'stay.id')
    .leftJoin('intake', (join) => join.onRef('intake.stay_id', '=', 'stay.id').on('intake.superseded_at', 'is', null))
    .select([
      'stay.id as stayId',
      'person.id as personId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'release_folder.releases_on as releasesOn',
      'release_folder.version',
      'intake.leaves_about as said',
    ])
    .where('stay.left_on', 'is', null)

/** The stay she is in, with when it ends as far as anybody knows. */
export const findRelease = (db: ReadDb, personId: string): Promise<ReleaseRow | undefined> =>
  releases(db).where('person.id', '=', personId).executeTakeFirst()

/** Stays whose day somebody set, until a day. */
export const listReleases = (db: ReadDb, until: CivilDate): Promise<ReleaseRow[]> =>
  releases(db)
    .where('release_folder.releases_on', '<=', until)
    .orderBy('release_folder.releases_on')
    .orderBy('person.sort_key')
    .execute()

/** False if it has changed since `version` (null: nobody had set it). */
export async function putReleaseDay(
  trx: Trx,
  stayId: string,
  releasesOn: CivilDate,
  version: number | null,
): Promise<boolean> {
  if (version === null) {
    const row = { stay_id: stayId, releases_on: releasesOn }
    const added = await trx
      .insertInto('release_folder')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const done = await trx
    .updateTable('release_folder')
    .set({ releases_on: releasesOn, version: version + 1 })
    .where('stay_id', '=', stayId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface CheckRow {
  readonly stayId: string
  readonly daysBefore: ReleaseCheck
  readonly releasesOn: CivilDate
  readonly checkedOn: CivilDate
  readonly checkedBy: string | null
  readonly note: string | null
}

/** Checks that were made, of one stay or of all. */
export async function listChecks(db: ReadDb, stayId?: string): Promise<CheckRow[]> {
  const rows = await db
    .selectFrom('release_check')
    .leftJoin('staff', 'staff.id', 'release_check.checked_by')
    .select([
      'release_check.stay_id as stayId',
      'release_check.days_before as daysBefore',
      'release_check.releases_on as releasesOn',
      'release_check.checked_on as checkedOn',
      'staff.name as checkedBy',
      'release_check.note',
    ])
    .$if(stayId !== undefined, (query) => query.where('release_check.stay_id', '=', stayId ?? ''))
    .execute()
  return rows.map((row) => ({ ...row, daysBefore: row.daysBefore as ReleaseCheck }))
}

export async function insertCheck(
  trx: Trx,
  check: Omit<CheckRow, 'checkedBy'> & { readonly by: string | null },
): Promise<void> {
  await trx
    .insertInto('release_check')
    .values({
      id: randomUUID(),
      stay_id: check.stayId,
      days_before: check.daysBefore,
      releases_on: check.releasesOn,
      note: check.note,
      checked_on: check.checkedOn,
      checked_by: check.by,
    })
    .execute()
}

const handovers = (db: ReadDb) =>
  db
    .selectFrom('handover')
    .innerJoin('paper', 'paper.id', 'handover.paper_id')
    .select([
      'handover.id',
      'handover.version',
      'handover.person_id as personId',
      'handover.paper_id as paperId',
      'paper.folio',
      'handover.printed_on as printedOn',
      'handover.items_json as items',
      'handover.signed_on as signedOn',
      'handover.signed_how as signedHow',
      'handover.received_by as receivedBy',
      'handover.cancelled_on as cancelledOn',
    ])
type Raw = Awaited<ReturnType<ReturnType<typeof handovers>['execute']>>[number]

const toHandover = ({ personId: _person, items, signedHow, ...row }: Raw): Handover => ({
  ...row,
  items: JSON.parse(items) as HandedItem[],
  signedHow: signedHow as Handover['signedHow'],
})

/** What she was handed, the latest first. */
export const listHandovers = async (db: ReadDb, personId: string): Promise<Handover[]> =>
  (
    await handovers(db)
      .where('handover.person_id', '=', personId)
      .orderBy(sql`handover.rowid`, 'desc')
      .execute()
  ).map(toHandover)

export async function findHandover(db: ReadDb, id: string): Promise<(Handover & { personId: string }) | undefined> {
  const row = await handovers(db).where('handover.id', '=', id).executeTakeFirst()
  return row && { ...toHandover(row), personId: row.personId }
}

export async function insertHandover(
  trx: Trx,
  of: {
    readonly personId: string
    readonly paperId: string
    readonly items: readonly HandedItem[]
    readonly on: CivilDate
  },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('handover')
    .values({
      id,
      person_id: of.personId,
      paper_id: of.paperId,
      items_json: JSON.stringify(of.items),
      printed_on: of.on,
    })
    .execute()
  return id
}

/** False if it has changed since `version`. */
export async function markHandover(
  trx: Trx,
  id: string,
  version: number,
  set:
    | {
        readonly signed_on: CivilDate
        readonly signed_how: string
        readonly received_by: string | null
        readonly recorded_by: string | null
      }
    | { readonly cancelled_on: CivilDate },
): Promise<boolean> {
  const done = await trx
    .updateTable('handover')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

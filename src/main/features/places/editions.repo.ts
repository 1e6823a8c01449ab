/** Editions and workshops as places and waits read them, with their seats. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { WeekOfPattern } from '../../../shared/kernel/two-weeks'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface EditionFacts {
  readonly id: string
  readonly code: string
  readonly workshopId: string
  readonly title: string
  readonly capacity: number
  /** Seats that nobody else can have: open places, without the suspended ones where the edition frees theirs. */
  readonly taken: number
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

/** What giving and ending places asks besides. */
export interface EditionInFull extends EditionFacts {
  readonly minRatePercent: number
  readonly care: 'children-welcome' | 'childcare' | 'mother-arranges' | null
  readonly takesWaiting: boolean
  readonly closed: boolean
  readonly open: number
  readonly suspended: number
  readonly suspendedFrees: boolean
}

const editions = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .leftJoin('edition_seating', 'edition_seating.edition_id', 'edition.id')
    .select((eb) => [
      'edition.id',
      'edition.code',
      'workshop.id as workshopId',
      'workshop.title',
      'edition.capacity',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
      'edition.min_rate_percent as minRatePercent',
      'edition.care',
      'edition.takes_waiting as takesWaiting',
      'edition.closed_on as closedOn',
      'edition_seating.suspended_frees as suspendedFrees',
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('place.edition_id', '=', 'edition.id')
        .where('place.ended_on', 'is', null)
        .as('open'),
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('place.edition_id', '=', 'edition.id')
        .where('place.ended_on', 'is', null)
        .where('place.opened_on', '<=', day)
        .where((place) =>
          place.exists(
            place
              .selectFrom('place_suspension')
              .select('place_suspension.id')
              .whereRef('place_suspension.place_id', '=', 'place.id')
              .where('place_suspension.from_day', '<=', day)
              .where((rest) =>
                rest.or([rest('place_suspension.back_on', 'is', null), rest('place_suspension.back_on', '>', day)]),
              ),
          ),
        )
        .as('suspended'),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof editions>['execute']>>[number]

const inFull = (row: Raw): EditionInFull => {
  const { closedOn, takesWaiting, care, ...rest } = row
  const [open, suspended, frees] = [row.open ?? 0, row.suspended ?? 0, row.suspendedFrees === 1]
  return {
    ...rest,
    care: care as EditionInFull['care'],
    takesWaiting: takesWaiting === 1,
    closed: closedOn !== null,
    open,
    suspended,
    suspendedFrees: frees,
    taken: frees ? open - suspended : open,
  }
}

const asFacts = ({ id, code, workshopId, title, capacity, taken, startsOn, endsOn }: EditionInFull): EditionFacts => ({
  id,
  code,
  workshopId,
  title,
  capacity,
  taken,
  startsOn,
  endsOn,
})

/** An edition with its seats as they are on a day. */
export async function findEdition(db: ReadDb, id: string, day: CivilDate): Promise<EditionFacts | undefined> {
  const found = await findEditionInFull(db, id, day)
  return found && asFacts(found)
}

export async function findEditionInFull(db: ReadDb, id: string, day: CivilDate): Promise<EditionInFull | undefined> {
  const row = await editions(db, day).where('edition.id', '=', id).executeTakeFirst()
  return row && inFull(row)
}

/** Editions that are not over on a day. */
export async function listRunningEditions(db: ReadDb, day: CivilDate): Promise<EditionFacts[]> {
  const rows = await editions(db, day).where('edition.ends_on', '>=', day).orderBy('edition.code').execute()
  return rows.map((row) => asFacts(inFull(row)))
}

/** All editions that a pasted list may name; a code stands for one edition only. */
export async function listEditionsInFull(db: ReadDb, day: CivilDate): Promise<readonly EditionInFull[]> {
  return (await editions(db, day).orderBy('edition.code').execute()).map(inFull)
}

/** Workshops of sensitive axes (mental health): who goes or waits there is not for every role of the office. */
export async function listSensitiveWorkshops(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('workshop')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select('workshop.id')
    .where('axis.sensitive', '=', 1)
    .execute()
  return new Set(rows.map((row) => row.id))
}

export const listWorkshops = (db: ReadDb): Promise<readonly { id: string; title: string }[]> =>
  db.selectFrom('workshop').select(['id', 'title']).execute()

export interface SlotRow {
  readonly editionId: string
  readonly week: WeekOfPattern
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** The weekly or two-weekly hours of editions. */
export async function listSlots(db: ReadDb, editionIds: readonly string[]): Promise<readonly SlotRow[]> {
  if (editionIds.length === 0) return []
  const rows = await db
    .selectFrom('edition_slot')
    .select(['edition_id as editionId', 'week', 'weekday', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('edition_id', 'in', editionIds)
    .orderBy('weekday')
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({ ...row, week: row.week as WeekOfPattern }))
}

/** Whether a suspended place of the edition frees its seat. */
export async function putSeating(trx: Trx, editionId: string, suspendedFrees: boolean): Promise<void> {
  const suspended_frees = suspendedFrees ? 1 : 0
  await trx
    .insertInto('edition_seating')
    .values({ edition_id: editionId, suspended_frees })
    .onConflict((conflict) =>
      conflict
        .column('edition_id')
        .doUpdateSet((eb) => ({ suspended_frees, version: eb('edition_seating.version', '+', 1) })),
    )
    .execute()
}

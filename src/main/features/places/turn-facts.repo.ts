/** What the points look at, read by join for all who are on the list. */
import type { CivilDate, CivilMonth } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface TurnedDown {
  readonly day: CivilDate
  readonly workshopId: string
  /** Of a group of a sensitive axis: it counts only on that group's own list. */
  readonly sensitive: number
}

export interface TurnFacts {
  /**
   * Since when she last had a place that began; absent if she never had one. Groups of sensitive axes do not count: care
   * must not cost her a turn, and her points must not tell that she is in one.
   */
  readonly servedOn: ReadonlyMap<string, CivilDate>
  readonly mothers: ReadonlySet<string>
  /** When the office turned her down, or let an offer lapse without ever telling her. */
  readonly refusals: ReadonlyMap<string, readonly TurnedDown[]>
  readonly intakes: ReadonlyMap<string, { readonly leavesAbout: CivilMonth | null; readonly trades: readonly string[] }>
}

/** Reads them in five statements, however long the list is. */
export async function readTurnFacts(db: ReadDb, today: CivilDate): Promise<TurnFacts> {
  const waiting = db.selectFrom('wait').select('person_id').where('closed_on', 'is', null)
  const sensitive = db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select('edition.id')
    .where('axis.sensitive', '=', 1)
  const served = await db
    .selectFrom('place')
    .select(({ fn }) => ['person_id as id', fn.max('opened_on').as('on')])
    .where('edition_id', 'not in', sensitive)
    .where('person_id', 'in', waiting)
    // One that ended before its first day never began.
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', eb.ref('opened_on'))]))
    .groupBy('person_id')
    .execute()
  const mothers = await db
    .selectFrom('child')
    .select('mother_id as id')
    .where('lives_here_from', '<=', today)
    .where((eb) => eb.or([eb('lives_here_until', 'is', null), eb('lives_here_until', '>', today)]))
    .execute()
  const declines = await db
    .selectFrom('wait_step')
    .innerJoin('wait', 'wait.id', 'wait_step.wait_id')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['wait.person_id as id', 'workshop.id as workshopId', 'axis.sensitive', 'wait_step.day'])
    .where('wait_step.act', '=', 'decline')
    .where('wait.person_id', 'in', waiting)
    .execute()
  const untold = await db
    .selectFrom('offer')
    .innerJoin('wait', 'wait.id', 'offer.wait_id')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['wait.person_id as id', 'workshop.id as workshopId', 'axis.sensitive', 'offer.until_on as day'])
    .where('offer.answer', '=', 'lapsed')
    .where('offer.told_on', 'is', null)
    .where('wait.person_id', 'in', waiting)
    .execute()
  const intakes = await db
    .selectFrom('intake')
    .select(['person_id as id', 'leaves_about as leavesAbout', 'trades_wanted_json as trades'])
    .where('superseded_at', 'is', null)
    .where('person_id', 'in', waiting)
    .execute()
  const refusals = new Map<string, TurnedDown[]>()
  for (const { id, ...down } of [...declines, ...untold]) refusals.set(id, [...(refusals.get(id) ?? []), down])
  return {
    servedOn: new Map(served.map((row) => [row.id, row.on])),
    mothers: new Set(mothers.map((row) => row.id)),
    refusals,
    intakes: new Map(
      intakes.map((row) => [row.id, { leavesAbout: row.leavesAbout, trades: JSON.parse(row.trades) as string[] }]),
    ),
  }
}

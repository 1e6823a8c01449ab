/** What is due on the waiting list: offers and requests that somebody must see to. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface DueRow {
  readonly kind: 'offer-lapsed' | 'offer-untold' | 'waits-pending' | 'waits-untold'
  readonly workshopId: string
  readonly title: string
  readonly day: CivilDate
}

/** Offers that have lapsed by a day, and those of earlier days that nobody has handed over. */
export async function listDueOffers(db: ReadDb, today: CivilDate): Promise<readonly DueRow[]> {
  const rows = await db
    .selectFrom('offer')
    .innerJoin('wait', 'wait.id', 'offer.wait_id')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .select([
      'workshop.id as workshopId',
      'workshop.title',
      'offer.until_on as until',
      'offer.made_on as made',
      'offer.told_on as told',
    ])
    .where('offer.answer', 'is', null)
    .execute()
  return rows.flatMap(({ workshopId, title, until, made, told }): DueRow[] => {
    if (until < today) return [{ kind: 'offer-lapsed', workshopId, title, day: until }]
    return told === null && made < today ? [{ kind: 'offer-untold', workshopId, title, day: until }] : []
  })
}

/** Requests that are still to be approved, and refusals of women here that nobody has told. */
export async function listDueWaits(db: ReadDb): Promise<readonly DueRow[]> {
  const rows = await db
    .selectFrom('wait')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .leftJoin('wait_step', (join) =>
      join
        .onRef('wait_step.wait_id', '=', 'wait.id')
        .on('wait_step.act', '=', 'decline')
        .on('wait_step.told_on', 'is', null),
    )
    .select([
      'workshop.id as workshopId',
      'workshop.title',
      'wait.state',
      'wait.state_on as day',
      'wait_step.id as untold',
    ])
    .where('wait.state', 'in', ['pending', 'declined'])
    .execute()
  return rows.flatMap(({ workshopId, title, state, day, untold }): DueRow[] => {
    if (state === 'pending') return [{ kind: 'waits-pending', workshopId, title, day }]
    return untold === null ? [] : [{ kind: 'waits-untold', workshopId, title, day }]
  })
}

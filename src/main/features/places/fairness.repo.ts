/** What the reports on the order read. */
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { JUMP_REASONS, WaitState } from '../../../shared/contract/waits.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import { women } from './women.repo'

export interface NeverServedRow extends NamedWoman {
  readonly dormitory: string | null
  readonly birthDate: CivilDate | null
  readonly admittedOn: CivilDate
}

/**
 * Women here without any place that ever began. Groups of sensitive axes do not count: whoever is missing from this list
 * would be known to be in one.
 */
export async function listNeverServed(db: ReadDb): Promise<readonly NeverServedRow[]> {
  const rows = await women(db)
    .innerJoin('stay as here', 'here.id', 'stay.id')
    .select(['person.birth_date as birthDate', 'here.admitted_on as admittedOn'])
    .$narrowType<{ admittedOn: CivilDate }>()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('place')
            .innerJoin('edition', 'edition.id', 'place.edition_id')
            .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
            .innerJoin('axis', 'axis.id', 'workshop.axis_id')
            .select('place.id')
            .where('axis.sensitive', '=', 0)
            .whereRef('place.person_id', '=', 'person.id')
            .where((place) =>
              place.or([
                place('place.ended_on', 'is', null),
                place('place.ended_on', '>=', place.ref('place.opened_on')),
              ]),
            ),
        ),
      ),
    )
    .orderBy('person.sort_key')
    .execute()
  return rows.map(({ stayId: _stayId, ...row }) => row)
}

export interface JumpReport extends NamedWoman {
  readonly id: string
  readonly workshopId: string
  readonly workshop: string
  readonly code: string | null
  readonly kind: 'ahead' | 'offer' | 'place'
  readonly day: CivilDate
  readonly reason: (typeof JUMP_REASONS)[number]
  readonly note: string | null
  readonly turn: number | null
  readonly passedIds: readonly string[]
  readonly by: string | null
  readonly endedOn: CivilDate | null
}

/** Jumps of a range of days, the latest first. */
export async function listJumps(db: ReadDb, from: CivilDate, until: CivilDate): Promise<readonly JumpReport[]> {
  const rows = await women(db)
    .innerJoin('wait_jump', 'wait_jump.person_id', 'person.id')
    .innerJoin('workshop', 'workshop.id', 'wait_jump.workshop_id')
    .leftJoin('edition', 'edition.id', 'wait_jump.edition_id')
    .leftJoin('staff', 'staff.id', 'wait_jump.by')
    .select([
      'wait_jump.id',
      'workshop.id as workshopId',
      'workshop.title as workshop',
      'edition.code',
      'wait_jump.kind',
      'wait_jump.day',
      'wait_jump.reason',
      'wait_jump.note',
      'wait_jump.turn',
      'wait_jump.passed_json as passed',
      'staff.name as by',
      'wait_jump.ended_on as endedOn',
    ])
    .where('wait_jump.day', '>=', from)
    .where('wait_jump.day', '<=', until)
    .orderBy('wait_jump.day', 'desc')
    .orderBy('person.sort_key')
    .execute()
  return rows.map(({ stayId: _stayId, dormitory: _dormitory, passed, ...row }) => ({
    ...row,
    kind: row.kind as JumpReport['kind'],
    reason: row.reason as JumpReport['reason'],
    passedIds: JSON.parse(passed) as string[],
  }))
}

/** The women of some requests, with where each request stands now. */
export async function listWomenOfWaits(
  db: ReadDb,
  waitIds: readonly string[],
): Promise<ReadonlyMap<string, NamedWoman & { state: WaitState }>> {
  const found = new Map<string, NamedWoman & { state: WaitState }>()
  for (let from = 0; from < waitIds.length; from += SOME) {
    const rows = await women(db)
      .innerJoin('wait', 'wait.person_id', 'person.id')
      .select(['wait.id', 'wait.state'])
      .where('wait.id', 'in', waitIds.slice(from, from + SOME))
      .execute()
    for (const { id, stayId: _stayId, dormitory: _dormitory, state, ...woman } of rows)
      found.set(id, { ...woman, state: state as WaitState })
  }
  return found
}

/** SQLite takes at most 32,766 values in one statement. */
const SOME = 5000

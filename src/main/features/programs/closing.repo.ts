/** What stands open in an edition that is to be closed. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import { placeExpected } from '../../platform/db/place-at-session'

export interface ClosingSession {
  readonly id: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelled: boolean
  /** Women who were expected: those with a place that day, but for those who had reason not to come. */
  readonly expected: number
  readonly marks: number
  /** Marks that nobody could read and women whom nobody knew, still to be settled. */
  readonly unknown: number
  readonly counted: boolean
  readonly missingTools: number
}

/** All sessions of an edition with what is known of each. */
export async function listClosingSessions(db: ReadDb, editionId: string): Promise<ClosingSession[]> {
  const rows = await db
    .selectFrom('session')
    .select((eb) => [
      'session.id',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cause',
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.count<number>('place.person_id').distinct().as('n'))
        .whereRef('place.edition_id', '=', 'session.edition_id')
        .where(placeExpected)
        .as('expected'),
      eb
        .selectFrom('mark')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('mark.session_id', '=', 'session.id')
        .as('marks'),
      eb
        .selectFrom('doubtful_mark')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('doubtful_mark.session_id', '=', 'session.id')
        .where('doubtful_mark.settled_at', 'is', null)
        .as('doubtful'),
      eb
        .selectFrom('unlisted_attendee')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('unlisted_attendee.session_id', '=', 'session.id')
        .where('unlisted_attendee.settled_at', 'is', null)
        .as('unlisted'),
      eb
        .selectFrom('tool_check')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('tool_check.session_id', '=', 'session.id')
        .as('checks'),
      eb
        .selectFrom('tool_count')
        .innerJoin('tool_check', 'tool_check.session_id', 'tool_count.session_id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('tool_count.session_id', '=', 'session.id')
        .where('tool_check.settled_at', 'is', null)
        .where((tool) =>
          tool.or([
            tool('tool_count.in_count', 'is', null),
            tool('tool_count.in_count', '<', tool.ref('tool_count.out_count')),
          ]),
        )
        .as('missingTools'),
    ])
    .where('session.edition_id', '=', editionId)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .execute()
  return rows.map(({ cause, doubtful, unlisted, checks, ...row }) => ({
    ...row,
    cancelled: cause !== null,
    expected: row.expected ?? 0,
    marks: row.marks ?? 0,
    unknown: (doubtful ?? 0) + (unlisted ?? 0),
    counted: (checks ?? 0) > 0,
    missingTools: row.missingTools ?? 0,
  }))
}

/** Places of an edition: how many there are, how many nobody has ended, how many completed ones were not evaluated. */
export async function countPlaces(
  db: ReadDb,
  editionId: string,
): Promise<{ all: number; open: number; completed: number; undecided: number }> {
  const rows = await db
    .selectFrom('place')
    .leftJoin('evaluation', (join) =>
      join
        .onRef('evaluation.edition_id', '=', 'place.edition_id')
        .onRef('evaluation.person_id', '=', 'place.person_id'),
    )
    .select(['place.ended_on as endedOn', 'place.end_result as result', 'evaluation.result as evaluation'])
    .where('place.edition_id', '=', editionId)
    .execute()
  const completed = rows.filter((row) => row.result === 'completed')
  return {
    all: rows.length,
    open: rows.filter((row) => row.endedOn === null).length,
    completed: completed.length,
    undecided: completed.filter((row) => row.evaluation === null).length,
  }
}

/** The day from which the tools of an edition's workshop are counted; null where there is no kit. */
export async function findKitSince(db: ReadDb, editionId: string): Promise<CivilDate | null> {
  const found = await db
    .selectFrom('workshop_kit')
    .innerJoin('edition', 'edition.workshop_id', 'workshop_kit.workshop_id')
    .select(({ fn }) => fn.min(fn.coalesce('workshop_kit.added_on', 'edition.starts_on')).as('day'))
    .where('edition.id', '=', editionId)
    .where('workshop_kit.retired_on', 'is', null)
    .executeTakeFirst()
  return found?.day ?? null
}

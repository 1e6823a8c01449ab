/** Who would come to a new edition of a workshop, and who has completed one. */
import type { ReadDb } from '../../platform/db/types'

export interface Woman {
  readonly id: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
}

const NAME = [
  'person.id',
  'person.surname1',
  'person.surname2',
  'person.given_names as givenNames',
  'person.chosen_name as chosenName',
] as const

/** Women on the waiting list of a workshop, whoever has waited longest first. */
export const listWaiting = (db: ReadDb, workshopId: string): Promise<Woman[]> =>
  db
    .selectFrom('wait')
    .innerJoin('person', 'person.id', 'wait.person_id')
    .select(NAME)
    .where('wait.workshop_id', '=', workshopId)
    .where('wait.closed_on', 'is', null)
    .orderBy('wait.requested_on')
    .orderBy('person.sort_key')
    .execute()

/** Women who are here and have completed the workshop in some edition. */
export const listCompleted = (db: ReadDb, workshopId: string): Promise<Woman[]> =>
  db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('person', 'person.id', 'place.person_id')
    .innerJoin('stay', (join) => join.onRef('stay.person_id', '=', 'person.id').on('stay.left_on', 'is', null))
    .select(NAME)
    .distinct()
    .where('edition.workshop_id', '=', workshopId)
    .where('place.end_result', '=', 'completed')
    .orderBy('person.sort_key')
    .execute()

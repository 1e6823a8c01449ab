/** What of the women's files asks for a decision: reviews that are due, intakes that were not taken. */
import type { Circle } from '../../../shared/contract/alerts.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

const named = [
  'person.surname1',
  'person.surname2',
  'person.given_names as givenNames',
  'person.chosen_name as chosenName',
] as const

/** Alerts in force whose review day has come, of women who are here. */
export const listAlertsDue = (db: ReadDb, today: CivilDate, circles: readonly Circle[]) =>
  db
    .selectFrom('alert')
    .innerJoin('person', 'person.id', 'alert.person_id')
    .innerJoin('stay', (join) => join.onRef('stay.person_id', '=', 'person.id').on('stay.left_on', 'is', null))
    .select([...named, 'person.id as personId', 'alert.id', 'alert.kind', 'alert.circle'])
    .select(['alert.review_on as reviewOn', 'alert.owner_role as ownerRole'])
    .where('alert.circle', 'in', circles)
    .where('alert.closed_on', 'is', null)
    .where('alert.starts_on', '<=', today)
    .where('alert.review_on', '<=', today)
    .where((eb) => eb.or([eb('alert.ends_on', 'is', null), eb('alert.ends_on', '>=', today)]))
    .execute()

/** Open pairs whose review day has come. Neither name is asked for: a task is read over a shoulder. */
export const listPairsDue = (db: ReadDb, today: CivilDate) =>
  db
    .selectFrom('keep_apart')
    .select(['id', 'review_on as reviewOn'])
    .where('closed_on', 'is', null)
    .where('starts_on', '<=', today)
    .where('review_on', '<=', today)
    .execute()

/** Women admitted until a day, here still, without an intake in this stay; those who came first first. */
export const listWithoutIntake = (db: ReadDb, admittedBy: CivilDate) =>
  db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select([...named, 'person.id as personId', 'stay.id as stayId', 'stay.admitted_on as admittedOn'])
    .where('stay.left_on', 'is', null)
    .where('stay.admitted_on', '<=', admittedBy)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('intake').select('intake.id').whereRef('intake.stay_id', '=', 'stay.id'))),
    )
    .orderBy('stay.admitted_on')
    .execute()

/** Which facts of the programs ask for a decision, and by when. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'

/** Days after its end by which a group should be closed: time for the last roll and the results. */
const DAYS_TO_CLOSE = 14

export const closingTasks = (
  ended: readonly { readonly id: string; readonly code: string; readonly title: string; readonly endsOn: CivilDate }[],
): Task[] =>
  ended.map(({ id, code, title, endsOn }) => ({
    kind: 'edition-to-close',
    key: `edition-to-close ${id} ${endsOn}`,
    path: `/programs/${id}/close`,
    dueOn: addDays(endsOn, DAYS_TO_CLOSE),
    facts: { code, title, day: endsOn },
  }))

export const clearanceTasks = (
  permits: readonly {
    readonly id: string
    readonly name: string
    readonly until: CivilDate
    readonly sessions: number
  }[],
): Task[] =>
  permits.map(({ id, name, until, sessions }) => ({
    kind: 'permit-ends',
    key: `permit-ends ${id} ${until}`,
    path: '/programs/resources',
    dueOn: until,
    facts: { name, day: until, count: sessions },
  }))

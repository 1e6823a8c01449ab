/** Which absences and announced arrivals become tasks, and by when. */
import type { Task } from '../../../shared/contract/tasks.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { awayLimit } from './stay.rules'

export interface AwayFacts {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly leftOn: CivilDate
  readonly expectedOn: CivilDate | null
}

/** For each absence the limit of days away, once it is near; and her return, once its day is over. */
export function awayTasks(
  absences: readonly AwayFacts[],
  today: CivilDate,
  rule: { readonly awayDays: number; readonly awayWarnDays: number },
): readonly Task[] {
  return absences.flatMap((each) => {
    const { standing, limitOn, daysAway } = awayLimit(each.leftOn, today, rule)
    const path = `/people/${each.personId}`
    const limit: Task[] =
      standing === 'within'
        ? []
        : [
            {
              kind: standing === 'past' ? 'away-past' : 'away-soon',
              key: `away-${standing}:${each.id}:${limitOn}`,
              path,
              dueOn: limitOn,
              facts: { name: each.name, days: daysAway, limit: limitOn },
            },
          ]
    const late: Task[] =
      each.expectedOn !== null && each.expectedOn < today
        ? [
            {
              kind: 'away-late',
              key: `away-late:${each.id}:${each.expectedOn}`,
              path,
              dueOn: each.expectedOn,
              facts: { name: each.name, day: each.expectedOn },
            },
          ]
        : []
    return [...limit, ...late]
  })
}

export interface ArrivalFacts {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly expectedOn: CivilDate
}

/** Whoever was to be here by now and whom nobody has confirmed. */
export const arrivalTasks = (arrivals: readonly ArrivalFacts[], today: CivilDate): readonly Task[] =>
  arrivals
    .filter((each) => each.expectedOn <= today)
    .map((each) => ({
      kind: 'arrival-due',
      key: `arrival-due:${each.id}:${each.expectedOn}`,
      path: `/people/${each.personId}`,
      dueOn: each.expectedOn,
      facts: { name: each.name, day: each.expectedOn },
    }))

/** Which facts of the women's files become tasks, and which of them are told as one. */
import type { AlertKind } from '../../../shared/contract/alerts.contract'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { listName, type NameParts } from '../../../shared/kernel/text'

const ALERT_TASKS = {
  'health-care': 'alert-health-care',
  pregnancy: 'alert-pregnancy',
  accompaniment: 'alert-accompaniment',
  'legal-appointment': 'alert-legal-appointment',
  risk: 'alert-risk',
} as const satisfies Record<AlertKind, string>

interface AlertDue extends NameParts {
  readonly id: string
  readonly personId: string
  readonly kind: string
  readonly reviewOn: CivilDate
}

/** An alert is asked for again with each new review day. */
export const alertTask = (alert: AlertDue): Task => ({
  kind: ALERT_TASKS[alert.kind as AlertKind],
  key: `alert:${alert.id}:${alert.reviewOn}`,
  path: `/people/${alert.personId}`,
  dueOn: alert.reviewOn,
  facts: { name: listName(alert) },
})

/** Neither name stands on the list of tasks: it lies open on the desk. */
export const pairTask = (pair: { readonly id: string; readonly reviewOn: CivilDate }): Task => ({
  kind: 'keep-apart-review',
  key: `keep-apart:${pair.id}:${pair.reviewOn}`,
  path: '/people/keep-apart',
  dueOn: pair.reviewOn,
  facts: {},
})

interface WithoutIntake extends NameParts {
  readonly personId: string
  readonly stayId: string
  readonly admittedOn: CivilDate
}

/** Women who came longer ago than this are one task together: a register taken over would drown the list. */
const BACKLOG_DAYS = 90

/** One task for each woman who came lately, one for all who came before. */
export function intakeTasks(women: readonly WithoutIntake[], intakeDays: number, today: CivilDate): Task[] {
  const since = addDays(today, -BACKLOG_DAYS)
  const lately = women.filter((woman) => woman.admittedOn >= since)
  const before = women.length - lately.length
  const tasks = lately.map((woman): Task => {
    const dueOn = addDays(woman.admittedOn, intakeDays)
    return {
      kind: 'intake',
      key: `intake:${woman.stayId}`,
      path: `/people/${woman.personId}/intake`,
      dueOn,
      facts: { name: listName(woman), day: woman.admittedOn },
    }
  })
  return before === 0
    ? tasks
    : [
        ...tasks,
        { kind: 'intake-backlog', key: 'intake-backlog', path: '/people', dueOn: null, facts: { count: before } },
      ]
}

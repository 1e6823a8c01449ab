/** What the gate asks the office to see to: the return clock, alarms, orders that stopped somebody, who stayed. */
import { LATE_RETURNS_FLAG, type ReturnStep } from '../../../shared/contract/gate-line'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, startOfDay } from '../../../shared/kernel/civil-date'
import { CHILDREN } from '../../../shared/kernel/roles'
import { listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { casesOf } from './gate-cases.service'
import * as log from './gate-log.repo'
import { listOfGate } from './gate.repo'
import { nowOf } from './judge.service'
import { dueSteps } from './movement.rules'
import { findRules } from './surroundings.repo'

/** Days for which an alarm asks to be looked into; the record keeps it for good. */
const ALARM_DAYS = 30

/** Tasks of the gate, for those who keep the children's files. */
export async function gateTasks(look: Look): Promise<readonly Task[]> {
  if (!CHILDREN.includes(look.actor.role)) return []
  const since = addDays(look.today, -ALARM_DAYS)
  const { timezone } = await findRules(look.db)
  const alarms = await log.listAlarms(look.db, since)
  const forbidden = await log.listForbidden(look.db, startOfDay(since, timezone))
  const stayed = await log.listStayed(look.db)
  const late = await log.listLateReturners(look.db, LATE_RETURNS_FLAG)
  return [
    ...(await clockTasks(look)),
    ...alarms.map((row) => ({
      kind: 'outing-alarm',
      key: `outing-alarm:${row.id}`,
      path: `/outings/${row.outingId}`,
      dueOn: row.day,
      facts: { child: listName(row), folio: row.folio, adult: row.adult ?? '—' },
    })),
    ...forbidden.map((row) => ({
      kind: 'outing-stopped',
      key: `outing-stopped:${row.id}`,
      path: `/outings/${row.outingId}`,
      dueOn: null,
      facts: { child: listName(row), folio: row.folio },
    })),
    // Asked again with each further delay.
    ...late.map(({ id, adult, times }) => ({
      kind: 'outing-late-adult',
      key: `outing-late-adult:${id}:${times}`,
      path: '/outings',
      dueOn: null,
      facts: { adult, times },
    })),
    ...stayed.map((row) => ({
      kind: 'outing-stays',
      key: `outing-stays:${row.outingId}`,
      path: `/children/${row.childId}`,
      dueOn: row.day,
      facts: { child: listName(row), folio: row.folio },
    })),
  ]
}

const STEP_TASKS: Readonly<Record<ReturnStep, string>> = {
  'call-taker': 'outing-call-taker',
  'call-lead': 'outing-call-lead',
  protocol: 'outing-protocol',
}

/** One task for each step of the return clock that is due and that nobody has written down. */
async function clockTasks(look: Look): Promise<readonly Task[]> {
  const cases = await casesOf(look.db, await listOfGate(look.db, look.today), nowOf(look))
  return cases.flatMap(({ record, movement, seen }) =>
    dueSteps(
      movement,
      seen.calls.map((call) => call.step),
    ).map((step) => ({
      kind: STEP_TASKS[step],
      key: `${STEP_TASKS[step]}:${record.id}:${String(seen.out?.day)}`,
      path: '/gate',
      dueOn: look.today,
      facts: { child: listName(record), folio: record.folio, adult: record.adultName },
    })),
  )
}

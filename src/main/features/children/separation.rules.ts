/** Days of a separation plan, counted back from one day and forward from it; how a step stands; what may follow what. */
import { addDays, addMonths, type CivilDate } from '../../../shared/kernel/civil-date'

export interface Offset {
  readonly side: 'before' | 'after'
  readonly months: number
  readonly days: number
}

/** The day of a line: whole months first, then days, away from the day of separation. */
export const dueDay = (target: CivilDate, { side, months, days }: Offset): CivilDate =>
  side === 'before' ? addDays(addMonths(target, -months), -days) : addDays(addMonths(target, months), days)

export type StepState = 'to-do' | 'done' | 'not-possible'
export type StepStanding = 'done' | 'not-possible' | 'overdue' | 'due' | 'ahead'

/** How a step stands on a day: one still to do is due some days ahead of its day, and overdue from the day after. */
export function stepStanding(
  step: { readonly state: StepState; readonly dueOn: CivilDate },
  today: CivilDate,
  warnDays: number,
): StepStanding {
  if (step.state !== 'to-do') return step.state
  if (step.dueOn < today) return 'overdue'
  return step.dueOn <= addDays(today, warnDays) ? 'due' : 'ahead'
}

/** State × state a step may be set to. What was said of a step is corrected by first saying that it is to do again. */
export const STEP_MOVES: Readonly<Record<StepState, readonly StepState[]>> = {
  'to-do': ['done', 'not-possible'],
  done: ['to-do'],
  'not-possible': ['to-do', 'done'],
}

/** Steps that another day of separation moves: those still to do whose day nobody set by hand. */
export const movedSteps = <
  Step extends {
    readonly state: StepState
    readonly side: Offset['side']
    readonly months: number | null
    readonly days: number | null
  },
>(
  steps: readonly Step[],
  target: CivilDate,
): { step: Step; dueOn: CivilDate }[] =>
  steps.flatMap((step) =>
    step.state === 'to-do' && step.months !== null && step.days !== null
      ? [{ step, dueOn: dueDay(target, { side: step.side, months: step.months, days: step.days }) }]
      : [],
  )

/** Milestones that belong to a plan made on a day. */
export const milestonesOn = <Line extends { readonly fromDay: CivilDate; readonly untilDay: CivilDate | null }>(
  lines: readonly Line[],
  day: CivilDate,
): Line[] => lines.filter((line) => line.fromDay <= day && (line.untilDay === null || line.untilDay > day))

/** The day that a plan for the age limit counts from: the limit, or the end of an extension in force. */
export const planDay = (age: {
  readonly limitDay: CivilDate | null
  readonly extension: string
  readonly extendedUntil: CivilDate | null
}): CivilDate | null =>
  age.extension === 'granted' && age.extendedUntil && age.limitDay && age.extendedUntil > age.limitDay
    ? age.extendedUntil
    : age.limitDay

/** A plan is wanted from this many months before the limit on: the farthest line that Umbral brings. */
export const PLAN_MONTHS = 12

/**
 * SM-1, the stay of a woman: registered → active → temporarily away → active; from active or away she leaves. Who
 * returns gets a new stay. The table is data: every act asks it first.
 */
import type { StayRefusal, StayState } from '../../../shared/contract/stays.contract'
import { addDays, daysBetween, type CivilDate } from '../../../shared/kernel/civil-date'

export const STAY_STATES = ['none', 'registered', 'active', 'away', 'left'] as const satisfies readonly StayState[]

/**
 * `expect`: somebody says that she will come. `arrive`: she is here. `cancelArrival`: she will not come. `admit`: she is
 * here and nobody announced her. `move`: another dormitory.
 */
export const STAY_ACTS = [
  'expect',
  'arrive',
  'cancelArrival',
  'admit',
  'move',
  'goAway',
  'comeBack',
  'leave',
  'correctLeaving',
] as const
export type StayAct = (typeof STAY_ACTS)[number]

type Step = { readonly to: StayState } | { readonly no: StayRefusal }
const to = (state: StayState): Step => ({ to: state })
const no = (code: StayRefusal): Step => ({ no: code })

export const STAY_STEPS: Readonly<Record<StayState, Readonly<Record<StayAct, Step>>>> = {
  none: {
    expect: to('registered'),
    arrive: no('person-not-expected'),
    cancelArrival: no('person-not-expected'),
    admit: to('active'),
    move: no('person-not-here'),
    goAway: no('person-not-here'),
    comeBack: no('person-not-here'),
    leave: no('person-not-here'),
    correctLeaving: no('person-has-not-left'),
  },
  registered: {
    expect: no('person-expected-already'),
    arrive: to('active'),
    // As she stood before she was announced: `left`, if she has been here.
    cancelArrival: to('none'),
    admit: no('person-expected-already'),
    move: no('person-not-here'),
    goAway: no('person-not-here'),
    comeBack: no('person-not-here'),
    leave: no('person-not-here'),
    correctLeaving: no('person-has-not-left'),
  },
  active: {
    expect: no('person-here-already'),
    arrive: no('person-here-already'),
    cancelArrival: no('person-here-already'),
    admit: no('person-here-already'),
    move: to('active'),
    goAway: to('away'),
    comeBack: no('person-not-away'),
    leave: to('left'),
    correctLeaving: no('person-has-not-left'),
  },
  away: {
    expect: no('person-here-already'),
    arrive: no('person-here-already'),
    cancelArrival: no('person-here-already'),
    admit: no('person-here-already'),
    move: to('away'),
    goAway: no('person-away-already'),
    comeBack: to('active'),
    leave: to('left'),
    correctLeaving: no('person-has-not-left'),
  },
  left: {
    expect: to('registered'),
    arrive: no('person-not-expected'),
    cancelArrival: no('person-not-expected'),
    admit: to('active'),
    move: no('person-not-here'),
    goAway: no('person-not-here'),
    comeBack: no('person-not-here'),
    leave: no('person-not-here'),
    correctLeaving: to('left'),
  },
}

export interface StayFacts {
  readonly hasArrival: boolean
  readonly hasOpenStay: boolean
  readonly isAway: boolean
  readonly hasLeft: boolean
}

/** Where she stands, from what the tables hold. An open stay goes before all else. */
export function stateOf(facts: StayFacts): StayState {
  if (facts.hasOpenStay) return facts.isAway ? 'away' : 'active'
  if (facts.hasArrival) return 'registered'
  return facts.hasLeft ? 'left' : 'none'
}

/** Why the act is not allowed in this state, if it is not. */
export function stepFault(state: StayState, act: StayAct): StayRefusal | undefined {
  const step = STAY_STEPS[state][act]
  return 'no' in step ? step.no : undefined
}

export type AbsenceFault = 'day-in-the-future' | 'before-admission' | 'back-before-leaving'

/** Why an absence may not begin on a day, or be expected to end on one. */
export function absenceFault(
  absence: { readonly leftOn: CivilDate; readonly expectedOn: CivilDate | null },
  facts: { readonly today: CivilDate; readonly admittedOn: CivilDate },
): AbsenceFault | undefined {
  if (absence.leftOn > facts.today) return 'day-in-the-future'
  if (absence.leftOn < facts.admittedOn) return 'before-admission'
  if (absence.expectedOn !== null && absence.expectedOn < absence.leftOn) return 'back-before-leaving'
  return undefined
}

export interface AwayLimit {
  /** The day from which ending is proposed. */
  readonly limitOn: CivilDate
  readonly daysAway: number
  /** `soon`: the warning days have begun. `past`: ending is proposed. Nothing ends by itself. */
  readonly standing: 'within' | 'soon' | 'past'
}

/** How an absence stands against the center's limit of days away. */
export function awayLimit(
  leftOn: CivilDate,
  today: CivilDate,
  rule: { readonly awayDays: number; readonly awayWarnDays: number },
): AwayLimit {
  const limitOn = addDays(leftOn, rule.awayDays)
  const warnOn = addDays(limitOn, -Math.min(rule.awayWarnDays, rule.awayDays))
  return {
    limitOn,
    daysAway: Math.max(0, daysBetween(leftOn, today)),
    standing: today >= limitOn ? 'past' : today >= warnOn ? 'soon' : 'within',
  }
}

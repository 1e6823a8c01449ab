/** Rules of a session's life (features-map SM-4): which acts each state takes, and why it refuses the others. */
import type { SessionState } from '../../../shared/contract/marks'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'

/** `begin` and `end` are acts of the clock; `empty` takes the last mark away; `make-up` plans the catch-up session. */
export const SESSION_ACTS = [
  'begin',
  'end',
  'key-roll',
  'correct',
  'empty',
  'cancel',
  'restore',
  'make-up',
  'drop-make-up',
] as const
export type SessionAct = (typeof SESSION_ACTS)[number]

export type SessionRefusal =
  | 'session-ahead'
  | 'session-begun'
  | 'session-over'
  | 'roll-missing'
  | 'session-cancelled'
  | 'not-cancelled'
  | 'made-up-already'
  | 'not-made-up'
type Step = { readonly to: SessionState } | { readonly refused: SessionRefusal }
const to = (state: SessionState): Step => ({ to: state })
const no = (refused: SessionRefusal): Step => ({ refused })

const NOT_HELD = {
  begin: no('session-cancelled'),
  end: no('session-cancelled'),
  'key-roll': no('session-cancelled'),
  correct: no('session-cancelled'),
  empty: no('session-cancelled'),
  cancel: no('session-cancelled'),
} as const
const HELD = {
  restore: no('not-cancelled'),
  'make-up': no('not-cancelled'),
  'drop-make-up': no('not-made-up'),
} as const

/** Every state against every act. A session cancelled after the fact leaves the denominator like any other. */
export const SESSION_STEPS: Readonly<Record<SessionState, Readonly<Record<SessionAct, Step>>>> = {
  planned: {
    ...HELD,
    begin: to('under-way'),
    end: no('session-ahead'),
    'key-roll': no('session-ahead'),
    correct: no('session-ahead'),
    empty: no('session-ahead'),
    cancel: to('cancelled'),
  },
  'under-way': {
    ...HELD,
    begin: no('session-begun'),
    end: to('awaiting-roll'),
    'key-roll': to('closed'),
    correct: no('roll-missing'),
    empty: no('roll-missing'),
    cancel: to('cancelled'),
  },
  'awaiting-roll': {
    ...HELD,
    begin: no('session-over'),
    end: no('session-over'),
    'key-roll': to('closed'),
    correct: no('roll-missing'),
    empty: no('roll-missing'),
    cancel: to('cancelled'),
  },
  closed: {
    ...HELD,
    begin: no('session-over'),
    end: no('session-over'),
    'key-roll': to('closed'),
    correct: to('closed'),
    empty: to('awaiting-roll'),
    cancel: to('cancelled'),
  },
  cancelled: { ...NOT_HELD, restore: to('planned'), 'make-up': to('made-up'), 'drop-make-up': no('not-made-up') },
  'made-up': {
    ...NOT_HELD,
    restore: no('made-up-already'),
    'make-up': no('made-up-already'),
    'drop-make-up': to('cancelled'),
  },
}

export interface SessionFacts {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelled: boolean
  /** A catch-up session that stands points at it. */
  readonly madeUp: boolean
  /** Women on its roll, and those without a readable mark. */
  readonly onRoll: number
  readonly unmarked: number
  /** The workshop has a kit, and its tools were not counted out and back. */
  readonly toolsUncounted: boolean
}

/** The state in which a session stands at a moment. */
export function sessionStateOf(
  facts: SessionFacts,
  now: { readonly day: CivilDate; readonly time: ClockTime },
): SessionState {
  if (facts.cancelled) return facts.madeUp ? 'made-up' : 'cancelled'
  if (facts.day > now.day || (facts.day === now.day && facts.startsAt > now.time)) return 'planned'
  if (facts.onRoll > 0 && facts.unmarked === 0 && !facts.toolsUncounted) return 'closed'
  return facts.day === now.day && facts.endsAt > now.time ? 'under-way' : 'awaiting-roll'
}

/** Rules of one mark (features-map SM-4): its states and acts, and when it may still be changed. */
import type { MarkDetail, MarkState } from '../../../shared/contract/marks'
import type { CivilDate } from '../../../shared/kernel/civil-date'

export const MARK_ACTS = [
  'mark-present',
  'mark-late',
  'mark-left-early',
  'mark-absent',
  'mark-not-applicable',
  'reset',
  'rectify',
] as const
export type MarkAct = (typeof MARK_ACTS)[number]

export type MarkRefusal = 'nothing-marked' | 'month-closed'
type Step = { readonly to: MarkState } | { readonly refused: MarkRefusal }

const WHILE_OPEN: Readonly<Record<Exclude<MarkAct, 'reset'>, Step>> = {
  'mark-present': { to: 'present' },
  'mark-late': { to: 'late' },
  'mark-left-early': { to: 'left-early' },
  'mark-absent': { to: 'absent' },
  'mark-not-applicable': { to: 'not-applicable' },
  rectify: { to: 'rectified' },
}
const MARKED = { ...WHILE_OPEN, reset: { to: 'unmarked' } } as const
const SHUT: Step = { refused: 'month-closed' }

/**
 * Every state against every act. Whether an act is at hand is told by the month: while it is open a mark is made and
 * corrected; once it has closed, `rectify` alone is left (see `actOf`), and what was rectified is never edited freely again.
 */
export const MARK_STEPS: Readonly<Record<MarkState, Readonly<Record<MarkAct, Step>>>> = {
  unmarked: { ...WHILE_OPEN, reset: { refused: 'nothing-marked' } },
  present: MARKED,
  late: MARKED,
  'left-early': MARKED,
  absent: MARKED,
  'not-applicable': MARKED,
  rectified: {
    'mark-present': SHUT,
    'mark-late': SHUT,
    'mark-left-early': SHUT,
    'mark-absent': SHUT,
    'mark-not-applicable': SHUT,
    reset: SHUT,
    rectify: { to: 'rectified' },
  },
}

/** The state in which a mark stands; null is none. */
export function markStateOf(of: MarkDetail | null, rectified: boolean): MarkState {
  if (rectified) return 'rectified'
  if (!of) return 'unmarked'
  if (of.mark === 'S') return 'not-applicable'
  if (of.mark !== 'A' && of.mark !== 'R') return 'absent'
  if (of.minutesEarly !== null) return 'left-early'
  return of.mark === 'R' ? 'late' : 'present'
}

/** What keying `to` does to a mark. */
export function actOf(to: MarkDetail | null, window: Window): MarkAct {
  if (window === 'rectify') return 'rectify'
  const state = markStateOf(to, false)
  return state === 'unmarked' || state === 'rectified' ? 'reset' : (`mark-${state}` as const)
}

/** How a mark may be changed now: freely, with a reason, or only as a rectification that headquarters sees. */
export type Window = 'free' | 'reason' | 'rectify'

/** Free while nothing stands and on the day it was keyed; then with a reason; once the month has closed, rectified. */
export function windowOf(
  mark: { readonly markedOn: CivilDate | null } | undefined,
  monthClosed: boolean,
  today: CivilDate,
): Window {
  if (monthClosed) return 'rectify'
  return !mark || mark.markedOn === today ? 'free' : 'reason'
}

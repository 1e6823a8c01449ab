/** Rules of endings: when a place may end and as what, and what her attendance proposes. */
import type { EndCause, EndResult } from '../../../shared/contract/endings.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'

export interface EndFacts {
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
  readonly today: CivilDate
}

export interface EndWish {
  readonly endedOn: CivilDate
  readonly result: EndResult
  readonly cause: EndCause
  readonly note: string
}

export type EndRefusal =
  'place-ended-already' | 'ends-before-it-opened' | 'day-in-the-future' | 'place-never-began' | 'other-needs-note'

/**
 * Why a place cannot end as asked; null if it can. One that has not begun may end before its first day: it keeps its
 * row and was on no roll. Then nothing of it can have been completed.
 */
export function decideEnd(facts: EndFacts, wish: EndWish): Refusal<EndRefusal> | null {
  if (facts.endedOn !== null) return { code: 'place-ended-already' }
  if (wish.endedOn > facts.today) return { code: 'day-in-the-future', field: 'endedOn' }
  const neverBegan = wish.endedOn < facts.openedOn
  if (neverBegan && facts.openedOn <= facts.today)
    return { code: 'ends-before-it-opened', facts: { day: facts.openedOn }, field: 'endedOn' }
  if (neverBegan && wish.result !== 'not-completed') return { code: 'place-never-began', field: 'result' }
  if (wish.cause === 'other' && wish.note.trim() === '') return { code: 'other-needs-note', field: 'note' }
  return null
}

/** Leaving the center leaves a place unfinished; only the office's own acts say that she completed it, or a part. */
export const resultOfLeaving: EndResult = 'not-completed'

interface Attendance {
  readonly attended: number
  readonly counted: number
}

/**
 * What is proposed when the edition ends: completed from the minimum on (exactly the minimum is enough, as for the
 * certificate), in part if she came at all. Without a single counted session nothing speaks for more.
 */
export const proposedResult = ({ attended, counted }: Attendance, minRatePercent: number): EndResult =>
  counted > 0 && attended > 0 && attended * 100 >= minRatePercent * counted
    ? 'completed'
    : attended > 0
      ? 'partial'
      : 'not-completed'

/** The causes that a leaving of the center may bring; what it does not name is another. */
export const causeOfLeaving = (cause: string): EndCause =>
  cause === 'release' || cause === 'transfer' || cause === 'death'
    ? cause
    : cause === 'house-arrest'
      ? 'release'
      : 'other'

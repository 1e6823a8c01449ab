/** Rules of the pairs who may not meet: in which state a pair stands, and what may be done with it then. */
import type { KEEP_APART_STATES } from '../../../shared/contract/keep-apart.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'

export type KeepApartState = (typeof KEEP_APART_STATES)[number]
export type KeepApartAct = 'revise' | 'close' | 'reopen'

interface Dated {
  readonly startsOn: CivilDate
  readonly reviewOn: CivilDate
  readonly closedOn: CivilDate | null
}

/** A pair whose review is due still holds: nobody meets because a date went by. */
export function keepApartState(pair: Dated, today: CivilDate): KeepApartState {
  if (pair.closedOn !== null) return 'closed'
  if (pair.startsOn > today) return 'ahead'
  return pair.reviewOn <= today ? 'review-due' : 'open'
}

/** What may be done in each state; else the code of why not. */
export const KEEP_APART_ACTS: Readonly<
  Record<KeepApartState, Readonly<Record<KeepApartAct, 'done' | 'keep-apart-closed' | 'keep-apart-open'>>>
> = {
  ahead: { revise: 'done', close: 'done', reopen: 'keep-apart-open' },
  open: { revise: 'done', close: 'done', reopen: 'keep-apart-open' },
  'review-due': { revise: 'done', close: 'done', reopen: 'keep-apart-open' },
  closed: { revise: 'keep-apart-closed', close: 'keep-apart-closed', reopen: 'done' },
}

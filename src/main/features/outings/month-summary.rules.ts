/** The month as the protection authority is told of it: counts by kind and what came of each outing. */
import type { OutingKind, OutingState } from '../../../shared/contract/outings.contract'

export interface OutingOfMonth {
  readonly kind: OutingKind
  readonly state: OutingState
  readonly nights: number
}

export interface KindOfMonth {
  readonly kind: OutingKind
  readonly asked: number
  readonly made: number
  readonly late: number
  readonly notMade: number
  readonly cancelled: number
  readonly notReturned: number
  readonly nights: number
}

const MADE: ReadonlySet<OutingState> = new Set(['out', 'late', 'back', 'back-late', 'not-returned', 'stays'])

/** One row for each kind that occurred, in the order of the list of kinds. */
export function summaryOf(kinds: readonly OutingKind[], outings: readonly OutingOfMonth[]): readonly KindOfMonth[] {
  return kinds.flatMap((kind) => {
    const own = outings.filter((each) => each.kind === kind)
    const count = (...states: readonly OutingState[]): number =>
      own.filter((each) => states.includes(each.state)).length
    if (own.length === 0) return []
    const made = own.filter((each) => MADE.has(each.state))
    return [
      {
        kind,
        asked: own.length,
        made: made.length,
        late: count('back-late', 'late'),
        notMade: count('not-made'),
        cancelled: count('cancelled'),
        notReturned: count('not-returned', 'stays'),
        nights: made.reduce((sum, each) => sum + each.nights, 0),
      },
    ]
  })
}

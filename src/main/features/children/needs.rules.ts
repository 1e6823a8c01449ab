/** How a child's need stands: asked for, promised, given in part, met; and what may be done with it. */
import type { NeedAct, NeedState } from '../../../shared/contract/child-care.contract'

export interface NeedSum {
  readonly given: number
  /** Promised, not withdrawn and not given yet. */
  readonly pledged: number
}

/** What the steps of a need add up to. A delivery first fulfils what was promised. */
export function sumOf(steps: readonly { readonly kind: NeedAct; readonly quantity: number }[]): NeedSum {
  return steps.reduce<NeedSum>(
    (sum, { kind, quantity }) => {
      if (kind === 'promised') return { ...sum, pledged: sum.pledged + quantity }
      if (kind === 'withdrawn') return { ...sum, pledged: Math.max(0, sum.pledged - quantity) }
      return { given: sum.given + quantity, pledged: Math.max(0, sum.pledged - quantity) }
    },
    { given: 0, pledged: 0 },
  )
}

/** How a need stands. */
export function needStateOf(
  need: { readonly quantity: number; readonly droppedOn: string | null },
  sum: NeedSum,
): NeedState {
  if (need.droppedOn !== null) return 'dropped'
  if (sum.given >= need.quantity) return 'met'
  if (sum.given > 0) return 'part'
  return sum.pledged > 0 ? 'promised' : 'asked'
}

export type NeedRefusal = 'need-met' | 'need-dropped' | 'need-not-promised'

interface NeedAnswers extends Readonly<Partial<Record<NeedAct, NeedRefusal>>> {
  readonly drop?: 'need-met' | 'need-dropped'
}

/** Why something may not be done with a need in a state; what is not named here may. */
export const NEED_REFUSALS: Readonly<Record<NeedState, NeedAnswers>> = {
  asked: { withdrawn: 'need-not-promised' },
  promised: {},
  part: {},
  met: { promised: 'need-met', withdrawn: 'need-met', delivered: 'need-met', drop: 'need-met' },
  dropped: {
    promised: 'need-dropped',
    withdrawn: 'need-dropped',
    delivered: 'need-dropped',
    drop: 'need-dropped',
  },
}

/** True if a need still waits for something. */
export const isOpenNeed = (state: NeedState): boolean => state !== 'met' && state !== 'dropped'

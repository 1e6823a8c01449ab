/** What a place is on a day, and what each act makes of it (SM-3). */
import type { PlaceState } from '../../../shared/contract/place-states'
import type { CivilDate } from '../../../shared/kernel/civil-date'

/** A time in which a place rests: from a day until the day she is back (not included; null while it is open). */
export interface Rest {
  readonly cause: string
  readonly from: CivilDate
  readonly backOn: CivilDate | null
}

export const isResting = (rest: Rest, day: CivilDate): boolean =>
  rest.from <= day && (rest.backOn === null || day < rest.backOn)

/** The state of a place on a day: it follows from its dates, so that no nightly job can be missed. */
export function stateOf(
  place: { readonly openedOn: CivilDate; readonly endedOn: CivilDate | null },
  rests: readonly Rest[],
  day: CivilDate,
): PlaceState {
  if (place.endedOn !== null) return 'ended'
  if (place.openedOn > day) return 'pending'
  const now = rests.filter((rest) => isResting(rest, day))
  if (now.some((rest) => rest.cause === 'away')) return 'auto-suspended'
  return now.length > 0 ? 'suspended' : 'active'
}

/** What can befall a place once it was given. `begin`, `go-away` and `come-back` follow from days, not from a button. */
export const PLACE_ACTS = ['begin', 'suspend', 'resume', 'exclude', 'go-away', 'come-back', 'end'] as const
export type PlaceAct = (typeof PLACE_ACTS)[number]

export type PlaceActRefusal =
  'place-ended-already' | 'place-not-begun' | 'place-suspended-already' | 'place-not-suspended' | 'away-suspends'

/** The state after an act, or why not. Several: which of them follows from what was suspended by hand meanwhile. */
export type Step =
  | { readonly to: readonly [PlaceState, ...PlaceState[]] }
  | { readonly refuse: PlaceActRefusal }
  /** The act does not concern it: nothing happens, nobody is told no. */
  | { readonly stays: true }

const to = (...states: [PlaceState, ...PlaceState[]]): Step => ({ to: states })
const no = (refuse: PlaceActRefusal): Step => ({ refuse })
const stays: Step = { stays: true }

/** SM-3 as data. A pending place can rest only once it began; who is away comes back before anybody resumes for her. */
export const TRANSITIONS: Readonly<Record<PlaceState, Readonly<Record<PlaceAct, Step>>>> = {
  pending: {
    begin: to('active', 'suspended', 'auto-suspended'),
    suspend: no('place-not-begun'),
    resume: no('place-not-suspended'),
    exclude: to('pending'),
    // It begins auto-suspended if she is not back by then.
    'go-away': to('pending'),
    'come-back': to('pending'),
    end: to('ended'),
  },
  active: {
    begin: stays,
    suspend: to('suspended'),
    resume: no('place-not-suspended'),
    exclude: to('active'),
    'go-away': to('auto-suspended'),
    'come-back': stays,
    end: to('ended'),
  },
  suspended: {
    begin: stays,
    suspend: no('place-suspended-already'),
    resume: to('active'),
    exclude: to('suspended'),
    'go-away': to('auto-suspended'),
    'come-back': stays,
    end: to('ended'),
  },
  'auto-suspended': {
    begin: stays,
    // Away and suspended besides: her return then leaves what was decided by hand.
    suspend: to('auto-suspended'),
    resume: no('away-suspends'),
    exclude: to('auto-suspended'),
    'go-away': stays,
    'come-back': to('active', 'suspended'),
    end: to('ended'),
  },
  ended: {
    begin: stays,
    suspend: no('place-ended-already'),
    resume: no('place-ended-already'),
    exclude: no('place-ended-already'),
    'go-away': stays,
    'come-back': stays,
    end: no('place-ended-already'),
  },
}

/** Why an act cannot be done to a place in a state; null if it can. */
export function refusalOf(state: PlaceState, act: PlaceAct): PlaceActRefusal | null {
  const step = TRANSITIONS[state][act]
  return 'refuse' in step ? step.refuse : null
}

/** Where a woman stands in her stay, read once for every act on it. */
import type { StayState } from '../../../shared/contract/stays.contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Look } from '../../platform/seam/act'
import { findPerson } from './people.repo'
import * as repo from './stay.repo'
import { stateOf, stepFault, type StayAct } from './stay.rules'

type KnownPerson = NonNullable<Awaited<ReturnType<typeof findPerson>>>

export interface Standing {
  readonly person: KnownPerson
  readonly state: StayState
  readonly stays: readonly repo.StayRow[]
  readonly open: repo.StayRow | undefined
  readonly arrival: repo.ArrivalRow | undefined
  readonly absences: readonly repo.AbsenceRow[]
  readonly away: repo.AbsenceRow | undefined
}

/** Everything about her stays; undefined if nobody bears the id. */
export async function standingOf(look: Pick<Look, 'db'>, personId: string): Promise<Standing | undefined> {
  const person = await findPerson(look.db, personId)
  if (!person) return undefined
  const stays = await repo.listStays(look.db, personId)
  const open = stays.find((stay) => stay.leftOn === null)
  const arrival = await repo.findArrival(look.db, personId)
  const absences = await repo.listAbsences(look.db, personId)
  const away = absences.find((each) => each.endedOn === null)
  const state = stateOf({
    hasArrival: arrival !== undefined,
    hasOpenStay: open !== undefined,
    isAway: away !== undefined,
    hasLeft: stays.length > 0,
  })
  return { person, state, stays, open, arrival, absences, away }
}

/** The same, if the state of her stay allows the act; else why not. */
export async function findStanding(look: Pick<Look, 'db'>, personId: string, act: StayAct) {
  const her = await standingOf(look, personId)
  if (!her) return refuse('unknown-person')
  const fault = stepFault(her.state, act)
  return fault ? refuse(fault) : done(her)
}

/** What a role may not hear about groups of sensitive axes. */
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import type { Look } from '../../platform/seam/act'
import { listSensitiveWorkshops } from './editions.repo'
import { findOffer, type OfferRow } from './offer.repo'
import { findWait, type WaitFacts } from './wait.repo'

/** The workshops whose women she who looks may not know: those of sensitive axes, unless her role cares for them. */
export async function hiddenWorkshops(look: Look): Promise<ReadonlySet<string>> {
  return SENSITIVE_READERS.includes(look.actor.role) ? new Set() : listSensitiveWorkshops(look.db)
}

/** A request, unless it is for a group that she who acts may not know: to her there is none. */
export async function knownWait(look: Look, id: string): Promise<WaitFacts | undefined> {
  const wait = await findWait(look.db, id)
  return wait && !(await hiddenWorkshops(look)).has(wait.workshopId) ? wait : undefined
}

/** An offer, unless it is of a group that she who acts may not know. */
export async function knownOffer(look: Look, id: string): Promise<OfferRow | undefined> {
  const offer = await findOffer(look.db, id)
  return offer && !(await hiddenWorkshops(look)).has(offer.workshopId) ? offer : undefined
}

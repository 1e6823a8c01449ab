/** Two records are one woman's and both hold the same place or the same turn: the one that does not stand gives way. */
import { addDays } from '../../../shared/kernel/civil-date'
import type { Act } from '../../platform/seam/act'
import { voidOffers } from './offer.repo'
import * as repo from './places.repo'
import { takeStep } from './wait-step.service'
import { findWait } from './wait.repo'

/** Her second place in one edition never began: it keeps its row and is on no roll. False if it has ended already. */
export async function dropDuplicatePlace(act: Act, placeId: string, reason: string): Promise<boolean> {
  const place = await repo.findPlace(act.db, placeId)
  if (!place || place.endedOn !== null) return false
  const after = {
    endedOn: addDays(place.openedOn, -1),
    result: 'not-completed' as const,
    cause: 'moved' as const,
    note: reason,
  }
  if (!(await repo.markPlaceEnded(act.trx, place.id, place.version, after))) return false
  await act.audit({
    event: 'place.ended',
    subjectType: 'place',
    subjectId: place.id,
    before: { personId: place.personId, editionId: place.editionId, openedOn: place.openedOn },
    after: { endedOn: after.endedOn, result: after.result, cause: after.cause },
    reason,
  })
  return true
}

/** Her second request for one workshop is taken off the list, and what was offered on it. False if it cannot be. */
export async function dropDuplicateWait(act: Act, waitId: string, reason: string): Promise<boolean> {
  const wait = await findWait(act.db, waitId)
  if (!wait) return false
  await voidOffers(act.trx, wait.id, act.today)
  return (await takeStep(act, wait, 'remove', { reason })).ok
}

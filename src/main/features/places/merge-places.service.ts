/** Two records turn out to be one woman: her places follow the record that is kept. */
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { listPlacesOfPerson, movePlaces } from './places.repo'

/**
 * Moves all places of one record to another, inside the merge of the people slice. Refused where both have an open
 * place in one edition: which of them stands is for somebody to say first.
 */
export async function mergePlaces(
  act: Act,
  fromPersonId: string,
  toPersonId: string,
): Promise<Outcome<{ readonly moved: number }, 'both-placed'>> {
  const from = await listPlacesOfPerson(act.db, fromPersonId)
  const standing = new Set(
    (await listPlacesOfPerson(act.db, toPersonId))
      .filter((place) => place.endedOn === null)
      .map((place) => place.editionId),
  )
  const both = from.find((place) => place.endedOn === null && standing.has(place.editionId))
  if (both) return refuse('both-placed', { code: both.code })
  await movePlaces(act.trx, fromPersonId, toPersonId)
  return done({ moved: from.length })
}

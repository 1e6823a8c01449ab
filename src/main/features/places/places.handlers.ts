/** Channel → service function; no logic. */
import type { candidatesContract } from '../../../shared/contract/candidates.contract'
import type { endingsContract } from '../../../shared/contract/endings.contract'
import type { pausesContract } from '../../../shared/contract/pauses.contract'
import type { placesContract } from '../../../shared/contract/places.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import { candidates } from './candidates.service'
import * as ends from './end-place.service'
import { checkList, giveMany } from './give-many.service'
import { give } from './give-place.service'
import * as pauses from './pauses.service'
import * as service from './places.service'

type PlacesContract = typeof placesContract & typeof candidatesContract & typeof endingsContract & typeof pausesContract

export const placesHandlers = (): HandlersOf<PlacesContract> => ({
  'places.ofEdition': (input, look) => service.ofEdition(look, input),
  'places.ofSensitiveEdition': (input, look) => service.ofSensitiveEdition(look, input),
  'places.ofPerson': (input, look) => service.ofPerson(look, input),
  'places.women': (input, look) => service.womenHere(look, input),
  'places.candidates': (input, look) => candidates(look, input),
  'places.give': (input, act) => give(act, input),
  'places.checkList': (input, look) => checkList(look, input),
  'places.giveMany': (input, act) => giveMany(act, input),
  'places.end': (input, act) => ends.end(act, input),
  'places.endings': (input, look) => ends.endings(look, input),
  'places.endMany': (input, act) => ends.endMany(act, input),
  'places.exclude': (input, act) => pauses.exclude(act, input),
  'places.endExclusion': (input, act) => pauses.endExclusion(act, input),
  'places.suspend': (input, act) => pauses.suspend(act, input),
  'places.resume': (input, act) => pauses.resume(act, input),
  'places.setSeating': (input, act) => pauses.setSeating(act, input),
})

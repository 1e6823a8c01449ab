/** Channel → service function; no logic. */
import type { placesContract } from '../../../shared/contract/places.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as service from './places.service'

export const placesHandlers = (): HandlersOf<typeof placesContract> => ({
  'places.ofEdition': (input, look) => service.ofEdition(look, input),
  'places.ofSensitiveEdition': (input, look) => service.ofSensitiveEdition(look, input),
  'places.ofPerson': (input, look) => service.ofPerson(look, input),
  'places.candidates': (input, look) => service.candidates(look, input),
  'places.give': (input, act) => service.give(act, input),
  'places.end': (input, act) => service.end(act, input),
  'places.women': (input, look) => service.womenHere(look, input),
})

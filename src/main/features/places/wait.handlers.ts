/** Channel → service function; no logic. */
import type { waitsContract } from '../../../shared/contract/waits.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as decisions from './decide-waits.service'
import * as service from './wait.service'

export const waitHandlers = (): HandlersOf<typeof waitsContract> => ({
  'places.waiting': (_input, look) => service.waiting(look),
  'places.waitRecord': (input, look) => service.waitRecord(look, input),
  'places.requestsOf': (input, look) => service.requestsOf(look, input),
  'places.wait': (input, act) => service.putOnList(act, input),
  'places.editWait': (input, act) => decisions.editWait(act, input),
  'places.decideWaits': (input, act) => decisions.decideWaits(act, input),
  'places.tellWait': (input, act) => decisions.tellWait(act, input),
  'places.putAhead': (input, act) => decisions.putAhead(act, input),
  'places.putBack': (input, act) => decisions.putBack(act, input),
})

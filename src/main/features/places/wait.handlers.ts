/** Channel → service function; no logic. */
import type { waitsContract } from '../../../shared/contract/waits.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as service from './wait.service'

export const waitHandlers = (): HandlersOf<typeof waitsContract> => ({
  'places.waiting': (_input, look) => service.waiting(look),
  'places.wait': (input, act) => service.putOnList(act, input),
  'places.closeWait': (input, act) => service.closeWait(act, input),
})

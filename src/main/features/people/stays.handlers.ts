/** Channel → service function, for the stays; no logic. */
import type { staysContract } from '../../../shared/contract/stays.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as leaving from './leaving.service'
import * as stays from './stay.service'
import { undo } from './undo-stay.service'

export const staysHandlers = (): HandlersOf<typeof staysContract> => ({
  'people.stay': (input, look) => stays.stayOf(look, input),
  'people.setDormitory': (input, act) => stays.setDormitory(act, input),
  'people.expect': (input, act) => stays.announce(act, input),
  'people.confirmArrival': (input, act) => stays.confirmArrival(act, input),
  'people.cancelArrival': (input, act) => stays.cancelArrival(act, input),
  'people.readmit': (input, act) => stays.readmit(act, input),
  'people.previewLeaving': (input, look) => leaving.previewLeaving(look, input),
  'people.recordLeaving': (input, act) => leaving.recordLeaving(act, input),
  'people.correctLeaving': (input, act) => leaving.correctLeaving(act, input),
  'people.undo': (input, act) => undo(act, input),
})

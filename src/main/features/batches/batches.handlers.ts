/** Channel → service function; no logic. */
import type { batchesContract } from '../../../shared/contract/batches.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as service from './batches.service'

export const batchesHandlers = (): HandlersOf<typeof batchesContract> => ({
  'batches.list': (_input, look) => service.list(look),
  'batches.undo': (input, act) => service.undo(act, input),
})

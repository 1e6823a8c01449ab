/** Channel → service function; no logic. */
import type { importsContract } from '../../../shared/contract/imports.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as service from './imports.service'
import { saveRejected } from './rejected.service'

export const importsHandlers = (tools: Tools): HandlersOf<typeof importsContract> => ({
  'imports.dryRun': (input, look) => service.dryRun(look, input),
  'imports.confirm': (input, act) => service.confirm(act, input),
  'imports.batches': (_input, look) => service.batches(look),
  'imports.undo': (input, act) => service.undo(act, input),
  'imports.saveRejected': saveRejected(tools),
})

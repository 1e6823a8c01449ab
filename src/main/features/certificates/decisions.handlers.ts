/** Channel → service function, for decisions and results; no logic. */
import type { decisionsContract } from '../../../shared/contract/decisions.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as decisions from './decisions.service'
import * as results from './key-results.service'

export const decisionHandlers = (): HandlersOf<typeof decisionsContract> => ({
  'certificates.decisions': (input, look) => decisions.listDecisions(look, input),
  'certificates.behind': (input, look) => decisions.listBehind(look, input),
  'certificates.results': (input, look) => results.listResults(look, input),
  'certificates.keyResults': (input, act) => results.keyResults(act, input),
  'certificates.giveException': (input, act) => decisions.giveException(act, input),
  'certificates.withdrawException': (input, act) => decisions.withdrawException(act, input),
})

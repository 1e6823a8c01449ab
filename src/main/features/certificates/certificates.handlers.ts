/** Channel → service function; no logic. */
import type { certificatesContract } from '../../../shared/contract/certificates.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as service from './certificates.service'
import { saveVerifier } from './verifier.service'

export const certificatesHandlers = (tools: Tools): HandlersOf<typeof certificatesContract> => ({
  'certificates.editions': (input, look) => service.listEditions(look, input),
  'certificates.list': (input, look) => service.listOfEdition(look, input),
  'certificates.evaluate': (input, act) => service.evaluate(act, input),
  'certificates.saveVerifier': saveVerifier(tools),
})

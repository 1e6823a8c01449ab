/** Channel → service function; no logic. */
import type { certificatesContract } from '../../../shared/contract/certificates.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as service from './certificates.service'
import { issueCertificates } from './issue-certificates.service'
import { saveVerifier } from './verifier.service'

export const certificatesHandlers = (tools: Tools): HandlersOf<typeof certificatesContract> => ({
  'certificates.editions': (input, look) => service.listEditions(look, input),
  'certificates.list': (input, look) => service.listOfEdition(look, input),
  'certificates.evaluate': (input, act) => service.evaluate(act, input),
  'certificates.issue': issueCertificates(tools),
  'certificates.paper': (input, look) => service.frozenPaper(look, input),
  'certificates.markDelivered': (input, act) => service.markDelivered(act, input),
  'certificates.verifyLedger': (_input, look) => service.verifyLedger(look),
  'certificates.saveVerifier': saveVerifier(tools),
})

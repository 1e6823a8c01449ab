/** Channel → service function for the way to a certificate and its record; no logic. */
import type { certificateRecordContract } from '../../../shared/contract/certificate-record.contract'
import type { certificateStepsContract } from '../../../shared/contract/certificate-steps.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { verifyLedger } from './chain.service'
import * as delivery from './delivery.service'
import { duplicateCertificate } from './duplicate.service'
import * as ends from './end-certificate.service'
import * as forms from './forms.service'
import { issueCertificates } from './issue-certificates.service'
import * as record from './record.service'
import * as signing from './sign-off.service'
import * as steps from './steps.service'

export const certificateStepsHandlers = (tools: Tools): HandlersOf<typeof certificateStepsContract> => ({
  'certificates.steps': (input, look) => steps.steps(look, input),
  'certificates.prepare': (input, act) => steps.prepare(act, input),
  'certificates.setName': (input, act) => steps.setName(act, input),
  'certificates.setTemplate': (input, act) => steps.setTemplate(act, input),
  'certificates.deleteDrafts': (input, act) => signing.deleteDrafts(act, input),
  'certificates.signOff': (input, act) => signing.signOff(act, input),
  'certificates.sendBack': (input, act) => signing.sendBack(act, input),
  'certificates.issue': issueCertificates(tools),
  'certificates.markDelivered': (input, act) => delivery.markDelivered(act, input),
  'certificates.keep': (input, act) => delivery.keep(act, input),
  'certificates.undoDelivery': (input, act) => delivery.undoDelivery(act, input),
  'certificates.undelivered': (_input, look) => delivery.undelivered(look),
})

export const certificateRecordHandlers = (tools: Tools): HandlersOf<typeof certificateRecordContract> => ({
  'certificates.record': (input, look) => record.record(look, input),
  'certificates.find': (input, look) => record.find(look, input),
  'certificates.paper': (input, look) => record.frozenPaper(look, input),
  'certificates.duplicatePaper': (input, look) => record.duplicatePaper(look, input),
  'certificates.duplicate': duplicateCertificate(tools),
  'certificates.startReplacement': (input, act) => ends.startReplacement(act, input),
  'certificates.startRenewal': (input, act) => ends.startRenewal(act, input),
  'certificates.revoke': (input, act) => ends.revoke(act, input),
  'certificates.annul': (input, act) => ends.annul(act, input),
  'certificates.expiring': (input, look) => record.expiring(look, input),
  'certificates.verifyLedger': (_input, look) => verifyLedger(look),
  'certificates.forms': (input, look) => forms.forms(look, input),
  'certificates.useForms': (input, act) => forms.useForms(act, input),
  'certificates.spoilForm': (input, act) => forms.spoil(act, input),
})

/** Channel → service function, for what hangs on a woman's record: pairs, alerts, intake, consents, her line of time. */
import type { alertsContract } from '../../../shared/contract/alerts.contract'
import type { consentsContract } from '../../../shared/contract/consents.contract'
import type { intakeContract } from '../../../shared/contract/intake.contract'
import type { keepApartContract } from '../../../shared/contract/keep-apart.contract'
import type { personFileContract } from '../../../shared/contract/person-file.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as alerts from './alert.service'
import * as consents from './consent.service'
import * as intake from './intake.service'
import * as pairs from './keep-apart.service'
import * as life from './life.service'

type FileContract = typeof alertsContract &
  typeof consentsContract &
  typeof intakeContract &
  typeof keepApartContract &
  typeof personFileContract

export const personFileHandlers = (tools: Tools): HandlersOf<FileContract> => ({
  'people.keepApart': (input, look) => pairs.listKeepApart(look, input),
  'people.recordKeepApart': (input, act) => pairs.recordKeepApart(act, input),
  'people.reviseKeepApart': (input, act) => pairs.reviseKeepApart(act, input),
  'people.closeKeepApart': (input, act) => pairs.closeKeepApart(act, input),
  'people.reopenKeepApart': (input, act) => pairs.reopenKeepApart(act, input),
  'people.alerts': (input, look) => alerts.listAlerts(look, input),
  'people.raiseAlert': (input, act) => alerts.raiseAlert(act, input),
  'people.reviewAlert': (input, act) => alerts.reviewAlert(act, input),
  'people.closeAlert': (input, act) => alerts.closeAlert(act, input),
  'people.intake': (input, look) => intake.getIntake(look, input),
  'people.recordIntake': (input, act) => intake.recordIntake(act, input),
  'people.consents': (input, look) => consents.listConsents(look, input),
  'people.recordConsents': (input, act) => consents.recordConsents(act, input),
  'people.withdrawConsent': (input, act) => consents.withdrawConsent(act, input),
  'people.printConsentForm': consents.printConsentForm(tools),
  'people.life': (input, look) => life.listLife(look, input),
  'people.printHistory': life.printHistory(tools),
})

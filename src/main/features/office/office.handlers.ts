/** Channel → service function; no logic. */
import { done } from '../../../shared/kernel/outcome'
import type { officeContract } from '../../../shared/contract/office.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import { calendarHandlers } from './calendar.handlers'
import * as service from './office.service'
import * as rules from './rules.service'
import * as doorway from './sign-in.service'
import * as signing from './signing.service'

export const officeHandlers = (tools: doorway.DoorTools): HandlersOf<typeof officeContract> => ({
  ...calendarHandlers,
  'office.status': (_input, client) => doorway.status(tools, client),
  'office.newRecovery': () => doorway.newRecovery(),
  'office.setUp': (input, client, { now }) => tools.inTurn(() => doorway.setUp(tools, input, client, now)),
  'office.signIn': (input, client, { now }) => tools.inTurn(() => doorway.signIn(tools, input, client, now)),
  'office.lock': (_input, client) => tools.inTurn(() => doorway.lock(tools, client)),
  'office.stillHere': (_input, client) => {
    if (client.signedIn) tools.awake()
    return Promise.resolve(done(null))
  },
  'office.stop': (_input, client) => {
    client.stopAsked = true
    return Promise.resolve(done(null))
  },
  'office.recover': (input, client, { now }) => tools.inTurn(() => doorway.recover(tools, input, client, now)),
  'office.today': (_input, look) => Promise.resolve(done({ today: look.today, time: look.time })),
  'office.settings': (_input, look) => service.settings(look),
  'office.changeSettings': (input, act) => service.changeSettings(tools, act, input),
  'office.rules': (_input, look) => rules.rules(look),
  'office.decideRule': (input, act) => rules.decideRule(act, input),
  'office.signingRules': (_input, look) => signing.signingRules(look),
  'office.setSigningRules': (input, act) => signing.setSigningRules(act, input),
  'office.staff': (_input, look) => service.listStaff(look),
  'office.addStaff': (input, act) => service.addStaff(tools, act, input),
  'office.changeRole': (input, act) => service.changeRole(act, input),
  'office.suspendStaff': (input, act) => service.suspendStaff(tools, act, input),
  'office.readmitStaff': (input, act) => service.readmitStaff(tools, act, input),
  'office.changePassword': (input, act) => service.changePassword(tools, act, input),
  'office.setLanguage': (input, act) => service.setLanguage(act, input),
  'office.audit': (input, look) => service.audit(look, input),
  'office.verifyAudit': (_input, look) => service.verifyAudit(look),
  'office.draft': (input, look) => service.draft(look, input),
  'office.saveDraft': (input, act) => service.saveDraft(act, input),
  'office.dropDraft': (input, act) => service.dropDraft(act, input),
})

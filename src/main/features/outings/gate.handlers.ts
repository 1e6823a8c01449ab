/** Channel → service function; no logic. */
import type { gateContract } from '../../../shared/contract/gate.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as acts from './gate-acts.service'
import { printGateDay, printGroupList, printProtocol } from './gate-papers.service'
import * as atGate from './gate.service'
import * as heads from './headcount.service'
import { keyBack } from './key-back.service'
import { leave, leaveTogether } from './leaving.service'
import { comeBack, comeBackTogether, type Proofs } from './return.service'
import { undo } from './undo.service'

export const gateHandlers = (tools: Tools & Proofs): HandlersOf<typeof gateContract> => {
  const back = { one: comeBack(tools), together: comeBackTogether(tools) }
  return {
    'outings.gate': (_input, look) => atGate.gate(look),
    'outings.byFolio': (input, look) => atGate.byFolio(look, input),
    'outings.photos': (input, look) => atGate.photos(look, input),
    'outings.keepFace': (input, act) => atGate.keepFace(act, input),
    'outings.leave': (input, act) => leave(act, input),
    'outings.leaveTogether': (input, act) => leaveTogether(act, input),
    'outings.comeBack': (input, act) => back.one(act, input),
    'outings.comeBackTogether': (input, act) => back.together(act, input),
    'outings.turnAway': (input, act) => atGate.turnAway(act, input),
    'outings.undoMovement': (input, act) => undo(act, input),
    'outings.notMade': (input, act) => acts.notMade(act, input),
    'outings.notReturned': (input, act) => acts.notReturned(act, input),
    'outings.stay': (input, act) => acts.stay(act, input),
    'outings.recordCall': (input, act) => acts.recordCall(act, input),
    'outings.headcounts': (input, look) => heads.headcounts(look, input),
    'outings.countHeads': (input, act) => heads.countHeads(act, input),
    'outings.keyBack': (input, act) => keyBack(act, input),
    'outings.setContacts': (input, act) => atGate.setContacts(act, input),
    'outings.gateLog': (input, look) => atGate.gateLog(look, input),
    'outings.printGateDay': printGateDay(tools),
    'outings.printGroupList': printGroupList(tools),
    'outings.printProtocol': printProtocol(tools),
  }
}

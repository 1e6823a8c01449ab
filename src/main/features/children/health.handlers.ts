/** Channel → service function; no logic. */
import type { childHealthContract } from '../../../shared/contract/child-health.contract'
import type { childcareContract } from '../../../shared/contract/childcare.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as health from './health.service'
import * as sheets from './room-sheet.service'
import * as room from './room.service'
import * as schemes from './scheme.service'
import * as screening from './screening.service'
import * as vaccines from './vaccines.service'

export const childHealthHandlers = (
  tools: Tools,
): HandlersOf<typeof childHealthContract> & HandlersOf<typeof childcareContract> => ({
  'children.health': (input, look) => health.health(look, input),
  'children.noteGestation': (input, act) => health.noteGestation(act, input),
  'children.recordGrowth': (input, act) => health.recordGrowth(act, input),
  'children.recordDoses': (input, act) => vaccines.recordDoses(act, input),
  'children.recordCheck': (input, act) => health.recordCheck(act, input),
  'children.recordScreening': (input, act) => screening.recordScreening(act, input),
  'children.followReferral': (input, act) => screening.followReferral(act, input),
  'children.withdrawHealth': (input, act) => health.withdraw(act, input),
  'children.due': (_input, look) => vaccines.due(look),
  'children.printDue': vaccines.printDue(tools),
  'children.schemes': (_input, look) => schemes.schemes(look),
  'children.addScheme': (input, act) => schemes.addScheme(act, input),
  'children.room': (input, look) => room.room(look, input),
  'children.enterRoom': (input, act) => room.enter(act, input),
  'children.leaveRoom': (input, act) => room.leave(act, input),
  'children.withdrawStay': (input, act) => room.withdrawStay(act, input),
  'children.beginDuty': (input, act) => room.beginDuty(act, input),
  'children.endDuty': (input, act) => room.endDuty(act, input),
  'children.printRoom': sheets.printRoom(tools),
  'children.roomByFolio': (input, look) => sheets.byFolio(look, input),
  'children.keyRoom': (input, act) => sheets.keyRoom(act, input),
})

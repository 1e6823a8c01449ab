/** Channel → service function; no logic. */
import type { attendanceContract } from '../../../shared/contract/attendance.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as service from './attendance.service'
import { byFolio, printDay } from './day-paper.service'
import * as keying from './key-roll.service'
import { printMonth } from './month-paper.service'

export const attendanceHandlers = (tools: Tools): HandlersOf<typeof attendanceContract> => ({
  'attendance.editions': (input, look) => service.editions(look, input),
  'attendance.pending': (_input, look) => service.pending(look),
  'attendance.doubts': (_input, look) => service.doubts(look),
  'attendance.roll': (input, look) => service.roll(look, input),
  'attendance.sensitiveRoll': (input, look) => service.sensitiveRoll(look, input),
  'attendance.saveRoll': (input, act) => keying.saveRoll(act, input),
  'attendance.settleDoubt': (input, act) => keying.settleDoubt(act, input),
  'attendance.settleUnlisted': (input, act) => keying.settleUnlisted(act, input),
  'attendance.month': (input, look) => service.month(look, input),
  'attendance.sensitiveMonth': (input, look) => service.sensitiveMonth(look, input),
  'attendance.printMonth': printMonth(tools),
  'attendance.printDay': printDay(tools),
  'attendance.byFolio': (input, look) => byFolio(look, input),
})

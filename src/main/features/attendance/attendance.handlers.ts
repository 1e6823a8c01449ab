/** Channel → service function; no logic. */
import type { attendanceContract } from '../../../shared/contract/attendance.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as service from './attendance.service'
import { byFolio, printDay } from './day-paper.service'
import * as days from './day.service'
import * as excused from './excuses.service'
import * as keying from './key-roll.service'
import { notHeld } from './not-held.service'
import * as rolls from './roll.service'
import * as sampled from './samples.service'
import * as scanned from './scans.service'
import * as counted from './tools.service'
import { printMonth } from './month-paper.service'

export const attendanceHandlers = (tools: Tools): HandlersOf<typeof attendanceContract> => ({
  'attendance.editions': (input, look) => service.editions(look, input),
  'attendance.pending': (_input, look) => service.pending(look),
  'attendance.doubts': (_input, look) => service.doubts(look),
  'attendance.roll': (input, look) => rolls.roll(look, input),
  'attendance.sensitiveRoll': (input, look) => rolls.sensitiveRoll(look, input),
  'attendance.saveRoll': (input, act) => keying.saveRoll(act, input),
  'attendance.settleDoubt': (input, act) => keying.settleDoubt(act, input),
  'attendance.settleUnlisted': (input, act) => keying.settleUnlisted(act, input),
  'attendance.month': (input, look) => service.month(look, input),
  'attendance.sensitiveMonth': (input, look) => service.sensitiveMonth(look, input),
  'attendance.printMonth': printMonth(tools),
  'attendance.printDay': printDay(tools),
  'attendance.byFolio': (input, look) => byFolio(look, input),
  'attendance.notHeld': (input, act) => notHeld(act, input),
  'attendance.excuses': (input, look) => excused.excuses(look, input),
  'attendance.addExcuses': (input, act) => excused.addExcuses(act, input),
  'attendance.withdrawExcuse': (input, act) => excused.withdrawExcuse(act, input),
  'attendance.addScan': (input, act) => scanned.addScan(act, input),
  'attendance.scan': (input, look) => scanned.scan(look, input),
  'attendance.removeScan': (input, act) => scanned.removeScan(act, input),
  'attendance.samples': (_input, look) => sampled.samples(look),
  'attendance.sampleSheet': (input, look) => sampled.sampleSheet(look, input),
  'attendance.keySample': (input, act) => sampled.keySample(act, input),
  'attendance.settleDifference': (input, act) => sampled.settleDifference(act, input),
  'attendance.countTools': (input, act) => counted.countTools(act, input),
  'attendance.settleTools': (input, act) => counted.settleTools(act, input),
  'attendance.day': (input, look) => days.day(look, input),
  'attendance.printSummary': days.printSummary(tools),
  'attendance.otherReasons': (input, look) => days.otherReasons(look, input),
})

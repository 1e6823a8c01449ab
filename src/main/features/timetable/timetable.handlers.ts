/** Channel → service function; no logic. */
import type { timetableContract } from '../../../shared/contract/timetable.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { printArrivals, printMovements, printPass } from './day-papers.service'
import * as printing from './print.service'
import * as running from './run-sessions.service'
import * as service from './timetable.service'

export const timetableHandlers = (tools: Tools): HandlersOf<typeof timetableContract> => ({
  'timetable.week': (input, look) => service.week(look, input),
  'timetable.picks': (input, look) => service.picks(look, input),
  'timetable.day': (input, look) => service.day(look, input),
  'timetable.clashes': (input, look) => service.clashes(look, input),
  'timetable.session': (input, look) => service.session(look, input),
  'timetable.cancel': (input, act) => running.cancel(act, input),
  'timetable.restore': (input, act) => running.restore(act, input),
  'timetable.previewMove': (input, look) => running.previewMove(look, input),
  'timetable.move': (input, act) => running.move(act, input),
  'timetable.specialDays': (input, look) => service.specialDays(look, input),
  'timetable.printWeek': printing.printWeek(tools),
  'timetable.printMovements': printMovements(tools),
  'timetable.printArrivals': printArrivals(tools),
  'timetable.printPass': printPass(tools),
})

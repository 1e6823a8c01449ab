/** Channel → service function; no logic. */
import type { sessionsContract } from '../../../shared/contract/sessions.contract'
import type { timetableContract } from '../../../shared/contract/timetable.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import * as arranging from './arrange-session.service'
import * as catchingUp from './catch-up.service'
import { printArrivals, printMovements, printPass } from './day-papers.service'
import * as moving from './move-session.service'
import * as running from './run-sessions.service'
import * as service from './timetable.service'

export const timetableHandlers = (tools: Tools): HandlersOf<typeof timetableContract & typeof sessionsContract> => ({
  'timetable.day': (input, look) => service.day(look, input),
  'timetable.clashes': (input, look) => service.clashes(look, input),
  'timetable.session': (input, look) => service.session(look, input),
  'timetable.cancel': (input, act) => running.cancel(act, input),
  'timetable.restore': (input, act) => running.restore(act, input),
  'timetable.previewMove': (input, look) => moving.previewMove(look, input),
  'timetable.move': (input, act) => moving.move(act, input),
  'timetable.arrangement': (input, look) => arranging.arrangement(look, input),
  'timetable.substitute': (input, act) => arranging.substitute(act, input),
  'timetable.arrange': (input, act) => arranging.arrange(act, input),
  'timetable.catchUpDates': (input, look) => catchingUp.catchUpDates(look, input),
  'timetable.catchUp': (input, act) => catchingUp.catchUp(act, input),
  'timetable.specialDays': (input, look) => service.specialDays(look, input),
  'timetable.printMovements': printMovements(tools),
  'timetable.printArrivals': printArrivals(tools),
  'timetable.printPass': printPass(tools),
})

/** Channel → service function; no logic. */
import type { timetableContract } from '../../../shared/contract/timetable.contract'
import { paperSteps } from '../../platform/documents/paper-steps'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { movementsPaper } from './movements.pdf'
import { wishMovements, wishWeek } from './print.service'
import * as running from './run-sessions.service'
import * as service from './timetable.service'
import { weekPaper } from './week.pdf'

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
  'timetable.closing': (input, look) => service.closing(look, input),
  'timetable.printWeek': paperSteps(weekPaper, tools.render, (input: { day: string }, look) => wishWeek(look, input)),
  'timetable.printMovements': paperSteps(
    movementsPaper,
    tools.render,
    (input: { day: string; dormitory?: string }, look) => wishMovements(look, input),
  ),
})

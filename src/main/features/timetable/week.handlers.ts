/** Channel → service function; no logic. */
import type { weekContract } from '../../../shared/contract/week.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { printWeek } from './print.service'
import { picks } from './picks.service'
import { week } from './week.service'

export const weekHandlers = (tools: Tools): HandlersOf<typeof weekContract> => ({
  'timetable.week': (input, look) => week(look, input),
  'timetable.picks': (input, look) => picks(look, input),
  'timetable.printWeek': printWeek(tools),
})

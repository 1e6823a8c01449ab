/** Channel → service function; no logic. */
import type { calendarContract } from '../../../shared/contract/calendar.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import * as routines from './routines.service'
import * as specialDays from './special-days.service'
import * as year from './year-days.service'

export const calendarHandlers: HandlersOf<typeof calendarContract> = {
  'office.calendar': (input, look) => specialDays.calendar(look, input),
  'office.previewSpecialDay': (input, look) => specialDays.previewSpecialDay(look, input),
  'office.addSpecialDay': (input, act) => specialDays.addSpecialDay(act, input),
  'office.changeSpecialDay': (input, act) => specialDays.changeSpecialDay(act, input),
  'office.removeSpecialDay': (input, act) => specialDays.removeSpecialDay(act, input),
  'office.daysOfYear': (input, look) => year.daysOfYear(look, input),
  'office.addDaysOfYear': (input, act) => year.addDaysOfYear(act, input),
  'office.addRoutine': (input, act) => routines.addRoutine(act, input),
  'office.changeRoutine': (input, act) => routines.changeRoutine(act, input),
  'office.endRoutine': (input, act) => routines.endRoutine(act, input),
}

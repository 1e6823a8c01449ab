/** The slice's door: handlers, papers, and what other slices ask of the sessions inside their own act. */
export { timetableHandlers } from './timetable.handlers'
export { clashes as clashesOfPeriod, day as dayOfTimetable } from './timetable.service'
export { weekPaper } from './week.pdf'
export { movementsPaper } from './movements.pdf'
export { weeklyClashes, type WeeklyClashes } from './clashes.service'
export { openSessions, planSessions, previewReplan, replanSessions, type EditionPlan } from './plan-sessions.service'
export { bedOf } from './timetable.rules'
export {
  applyChanges,
  changeOfDay,
  sessionsMet,
  toCalendarChanges,
  type DayChange,
  type SessionChange,
} from './close-day.service'
export { causeOf, effectOf, type SpecialDay } from './special-days.rules'
export * as importedTimetable from './timetable.import.repo'
export { plannedSessions } from './patterns.rules'

/** The slice's door: handlers, papers, and what other slices ask of the sessions inside their own act. */
export { timetableHandlers } from './timetable.handlers'
export { clashes as clashesOfPeriod, day as dayOfTimetable } from './timetable.service'
export { weekPaper } from './week.pdf'
export { movementsPaper } from './movements.pdf'
export { weeklyClashes, type WeeklyClashes } from './clashes.service'
export {
  closeDay,
  dropSessions,
  openSessions,
  planSessions,
  previewReplan,
  putSession,
  reopenDay,
  replanSessions,
  type EditionPlan,
} from './run-sessions.service'
export { causeOfClosure } from './timetable.rules'

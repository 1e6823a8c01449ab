/** The slice's door: handlers, papers, and what other slices ask of the sessions inside their own act. */
export { timetableHandlers } from './timetable.handlers'
export { clashes as clashesOfPeriod, day as dayOfTimetable } from './timetable.service'
export { weekPaper } from './week.pdf'
export { movementsPaper } from './movements.pdf'
export { weeklyClashes, type WeeklyClashes } from './clashes.service'
export {
  closeDay,
  openSessions,
  planSessions,
  previewReplan,
  reopenDay,
  replanSessions,
  type EditionPlan,
} from './run-sessions.service'
export { bedOf, causeOfClosure } from './timetable.rules'
export * as importedTimetable from './timetable.import.repo'
export { plannedSessions } from './timetable.rules'

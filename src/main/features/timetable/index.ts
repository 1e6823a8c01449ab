/** The slice's door: handlers, papers, and what other slices ask of the sessions inside their own act. */
export { timetableHandlers } from './timetable.handlers'
export { clashHandlers } from './clash.handlers'
export { clashes as clashesOfPeriod, day as dayOfTimetable } from './timetable.service'
export { cancel as cancelSession } from './run-sessions.service'
export { weekHandlers } from './week.handlers'
export { morningArrivals, morningMovements, morningPasses, morningSheets, type MorningWish } from './day-papers.service'
export { findTimezone } from './day-moves.repo'
export { weekPaper } from './week.pdf'
export { movementsPaper } from './movements.pdf'
export { weeklyClashes, type WeeklyClashes } from './weekly-clashes.service'
export { clashesOf, type SessionAsHeld } from './clashes.service'
export { clashesIfPlaced, clashesOfUse, clashesOfUses, type OneOff, type PlaceAhead } from './clashes-ahead.service'
export { hidesFrom } from './clash-world.service'
export type { Hides } from './clash-facts.rules'
export { openSessions, planSessions, previewReplan, replanSessions, type EditionPlan } from './plan-sessions.service'
export { bedOf } from './timetable.rules'
export { cancelAppointmentsOf } from './end-appointments.service'
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
/** The clash engine, for uses that stand in no table yet. */
export { clashesWith } from './clash.rules'
export { NO_WALK, SESSION_RANK, type Use } from './clash-use.rules'
export { minuteOf, timeOfMinute } from './timetable.rules'

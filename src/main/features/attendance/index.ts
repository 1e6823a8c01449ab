/** The slice's door: handlers for the wiring, the roster for the renderer, figures for other services. */
export { attendanceHandlers } from './attendance.handlers'
export { monthRosterPaper } from './month-roster.pdf'
export { monthReport, type EditionMonth, type MonthReport } from './month-report.service'
export { doubts, pending, talliesOf } from './attendance.service'
export { monthRoster } from './month-paper.service'
export { isBelow, reaches, type Tally } from './attendance.rules'
export * as importedAttendance from './attendance.import.repo'

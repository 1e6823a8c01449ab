/** The slice's door: handlers for the wiring, the permission for the renderer, the rows of imports, the month's report. */
export { outingsHandlers } from './outings.handlers'
export { permissionPaper } from './outings.pdf'
export { outingsReport, type OutingsReport } from './report.service'
export { outingsOfDay, type OutingsOfDay } from './outings.service'
export { insertImportedOutings } from './outings.import.repo'

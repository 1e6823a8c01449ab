/** The slice's door: handlers for the wiring, the permission for the renderer, a few acts for imports and the demo. */
export { outingsHandlers } from './outings.handlers'
export { permissionPaper } from './outings.pdf'
export { outingsReport, type OutingsReport } from './report.service'
export { forgetFromSheet, takeFromSheet, type SheetCode, type SheetOuting, type SheetResult } from './sheet.service'
export { outingsOfDay, type OutingsOfDay } from './outings.service'
export { insertImportedOutings } from './outings.import.repo'

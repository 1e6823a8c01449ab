/** The slice's door: handlers for the wiring, the order of a folder for the demo. */
export { importsHandlers } from './imports.handlers'
export { importFolderOrder } from './imports.service'

/** The slice's door: handlers, and the figure for the first page. */
export { tasksHandlers } from './tasks.handlers'
export { countOpen } from './tasks.service'

/** The slice's door: handlers for the wiring, its paper for the renderer. It owns no table; it reads what others keep. */
export { hoursHandlers } from './hours.handlers'
export { lostHoursPaper } from './lost-hours.pdf'

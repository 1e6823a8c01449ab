/** The slice's door: handlers for the wiring. It owns no table; it reads what others keep. */
export { todayHandlers } from './today.handlers'

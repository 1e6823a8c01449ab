/** The slice's door: handlers for the wiring, the emergency list for the renderer. It owns no table; it reads what others keep. */
export { todayHandlers } from './today.handlers'
export { emergencyPaper } from './emergency.pdf'

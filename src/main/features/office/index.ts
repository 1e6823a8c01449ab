/** The slice's door: handlers for the wiring, papers for the renderer, a few reads for other services. */
export { officeHandlers } from './office.handlers'
export { recoveryPaper } from './recovery.pdf'
export { personNow, roomClock, type DoorTools, type RoomClock } from './sign-in.service'
export { keepSuspended } from './office.service'
export { insertImportedSpecialDays } from './office.import.repo'

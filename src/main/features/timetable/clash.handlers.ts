/** Channel → service function; no logic. */
import type { appointmentsContract } from '../../../shared/contract/appointments.contract'
import type { clashesContract } from '../../../shared/contract/clashes.contract'
import type { HandlersOf } from '../../platform/seam/handlers'
import { addSession } from './add-session.service'
import * as appointments from './appointments.service'
import * as writing from './appointments-writing.service'
import { freeSlots } from './free-slot.service'
import { setWalk, walks } from './walks.service'

type ClashHandlers = HandlersOf<typeof appointmentsContract> & HandlersOf<typeof clashesContract>

export const clashHandlers = (): ClashHandlers => ({
  'timetable.appointments': (input, look) => appointments.list(look, input),
  'timetable.appointment': (input, look) => appointments.get(look, input),
  'timetable.previewAppointment': (input, look) => appointments.previewWomen(look, input),
  'timetable.addAppointments': (input, act) => writing.addForWomen(act, input),
  'timetable.changeAppointment': (input, act) => writing.changeOf(act, input, 'woman'),
  'timetable.cancelAppointment': (input, act) => writing.cancelOf(act, input, 'woman'),
  'timetable.previewChildAppointment': (input, look) => appointments.previewChild(look, input),
  'timetable.addChildAppointment': (input, act) => writing.addForChild(act, input),
  'timetable.changeChildAppointment': (input, act) => writing.changeOf(act, input, 'child'),
  'timetable.cancelChildAppointment': (input, act) => writing.cancelOf(act, input, 'child'),
  'timetable.children': (_input, look) => appointments.children(look),
  'timetable.freeSlots': (input, look) => freeSlots(look, input),
  'timetable.addSession': (input, act) => addSession(act, input),
  'timetable.walks': (_input, look) => walks(look),
  'timetable.setWalk': (input, act) => setWalk(act, input),
})

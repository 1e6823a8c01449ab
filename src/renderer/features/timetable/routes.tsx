/** Pages of the timetable. */
import { IconCalendarTime } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { AppointmentPage, NewAppointmentPage } from './AppointmentPage'
import { AppointmentsPage } from './AppointmentsPage'
import { CalendarPage } from './CalendarPage'
import { ClashesPage } from './ClashesPage'
import { FreeSlotsPage } from './FreeSlotsPage'
import { TimetablePage } from './TimetablePage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/timetable',
    element: TimetablePage,
    channel: 'timetable.week',
    nav: { order: 40, words: 'timetable.nav', icon: IconCalendarTime },
  },
  { path: '/timetable/calendar', element: CalendarPage, channel: 'office.calendar' },
  { path: '/timetable/clashes', element: ClashesPage, channel: 'timetable.clashes' },
  { path: '/timetable/appointments', element: AppointmentsPage, channel: 'timetable.appointments' },
  { path: '/timetable/appointments/new', element: NewAppointmentPage, channel: 'timetable.addAppointments' },
  { path: '/timetable/appointments/new/$id', element: NewAppointmentPage, channel: 'timetable.addAppointments' },
  { path: '/timetable/appointments/$id', element: AppointmentPage, channel: 'timetable.appointment' },
  { path: '/timetable/free-slots', element: FreeSlotsPage, channel: 'timetable.freeSlots' },
  { path: '/timetable/free-slots/$id', element: FreeSlotsPage, channel: 'timetable.freeSlots' },
]

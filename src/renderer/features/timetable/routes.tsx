/** Pages of the timetable. */
import { IconCalendarTime } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { TimetablePage } from './TimetablePage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/timetable',
    element: TimetablePage,
    channel: 'timetable.week',
    nav: { order: 40, words: 'timetable.nav', icon: IconCalendarTime },
  },
]

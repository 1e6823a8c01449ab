/** Pages of rolls and marks. */
import { IconClipboardCheck } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { AttendancePage } from './AttendancePage'
import { DayPage } from './DayPage'
import { DoubtsPage } from './DoubtsPage'
import { EditionMonthPage } from './EditionMonthPage'
import { ExcusesPage } from './ExcusesPage'
import { PendingPage } from './PendingPage'
import { ReasonsPage } from './ReasonsPage'
import { RollPage } from './RollPage'
import { SampleKeyPage } from './SampleKeyPage'
import { SamplesPage } from './SamplesPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/attendance',
    element: AttendancePage,
    channel: 'attendance.editions',
    nav: { order: 50, words: 'attendance.nav', icon: IconClipboardCheck },
  },
  { path: '/attendance/pending', element: PendingPage, channel: 'attendance.pending' },
  { path: '/attendance/doubts', element: DoubtsPage, channel: 'attendance.doubts' },
  { path: '/attendance/excuses', element: ExcusesPage, channel: 'attendance.excuses' },
  { path: '/attendance/samples', element: SamplesPage, channel: 'attendance.samples' },
  { path: '/attendance/samples/$id', element: SampleKeyPage, channel: 'attendance.sampleSheet' },
  { path: '/attendance/reasons', element: ReasonsPage, channel: 'attendance.otherReasons' },
  { path: '/attendance/day', element: DayPage, channel: 'attendance.day' },
  { path: '/attendance/editions/$id', element: EditionMonthPage, channel: 'attendance.month' },
  { path: '/attendance/rolls/$id', element: RollPage, channel: 'attendance.roll' },
]

/** Pages of rolls and marks. */
import { IconClipboardCheck } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { AttendancePage } from './AttendancePage'
import { DoubtsPage } from './DoubtsPage'
import { EditionMonthPage } from './EditionMonthPage'
import { PendingPage } from './PendingPage'
import { RollPage } from './RollPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/attendance',
    element: AttendancePage,
    channel: 'attendance.editions',
    nav: { order: 50, words: 'attendance.nav', icon: IconClipboardCheck },
  },
  { path: '/attendance/pending', element: PendingPage, channel: 'attendance.pending' },
  { path: '/attendance/doubts', element: DoubtsPage, channel: 'attendance.doubts' },
  { path: '/attendance/editions/$id', element: EditionMonthPage, channel: 'attendance.month' },
  { path: '/attendance/rolls/$id', element: RollPage, channel: 'attendance.roll' },
]

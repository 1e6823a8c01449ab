/** Page of the lost hours. */
import { IconHourglass } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { HoursPage } from './HoursPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/hours',
    element: HoursPage,
    channel: 'hours.summary',
    nav: { order: 55, words: 'hours.nav', icon: IconHourglass },
  },
]

/** The first page, and the emergency list that one key opens from anywhere. */
import { IconSun } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { EmergencyPage } from './EmergencyPage'
import { TodayPage } from './TodayPage'

export const routes: readonly SliceRoute[] = [
  { path: '/', element: TodayPage, channel: 'today.overview', nav: { order: 10, words: 'today.nav', icon: IconSun } },
  { path: '/emergency', element: EmergencyPage, channel: 'today.emergency', hotkey: 'mod+shift+E' },
]

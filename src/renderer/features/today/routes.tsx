/** The first page. */
import { IconSun } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { TodayPage } from './TodayPage'

export const routes: readonly SliceRoute[] = [
  { path: '/', element: TodayPage, channel: 'today.overview', nav: { order: 10, words: 'today.nav', icon: IconSun } },
]

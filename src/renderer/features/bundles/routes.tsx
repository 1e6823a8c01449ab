/** The month, its export, and the backups. */
import { IconPackageExport } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { ExportPage } from './ExportPage'
import { MonthPage } from './MonthPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/month',
    element: MonthPage,
    channel: 'bundles.month',
    nav: { order: 90, words: 'bundles.nav', icon: IconPackageExport },
  },
  { path: '/month/$period/export', element: ExportPage, channel: 'bundles.export' },
]

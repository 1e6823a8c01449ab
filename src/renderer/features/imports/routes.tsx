/** Spreadsheets in. */
import { IconFileImport } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { ImportsPage } from './ImportsPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/imports',
    element: ImportsPage,
    channel: 'imports.dryRun',
    nav: { order: 95, words: 'imports.nav', icon: IconFileImport },
  },
]

/** Pages of the programs. */
import { IconNeedleThread } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { ChangeEditionPage, CreateEditionPage } from './EditionFormPage'
import { EditionPage } from './EditionPage'
import { ProgramsPage } from './ProgramsPage'
import { searchEditions } from './search-editions'

export const routes: readonly SliceRoute[] = [
  {
    path: '/programs',
    element: ProgramsPage,
    channel: 'programs.editions',
    nav: { order: 30, words: 'programs.nav', icon: IconNeedleThread },
    search: searchEditions,
  },
  { path: '/programs/new', element: CreateEditionPage, channel: 'programs.create' },
  { path: '/programs/$id', element: EditionPage, channel: 'programs.edition' },
  { path: '/programs/$id/change', element: ChangeEditionPage, channel: 'programs.change' },
]

/** Pages of the programs. */
import { IconNeedleThread } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { CatalogPage } from './CatalogPage'
import { CloseEditionPage } from './CloseEditionPage'
import { CopyEditionPage } from './CopyEditionPage'
import { ChangeEditionPage, CreateEditionPage } from './EditionFormPage'
import { EditionPage } from './EditionPage'
import { ProgramsPage } from './ProgramsPage'
import { ResourcesPage } from './ResourcesPage'
import { searchEditions } from './search-editions'
import { TermPage } from './TermPage'
import { WorkshopFormPage } from './WorkshopFormPage'
import { WorkshopPage } from './WorkshopPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/programs',
    element: ProgramsPage,
    channel: 'programs.editions',
    nav: { order: 30, words: 'programs.nav', icon: IconNeedleThread },
    search: searchEditions,
  },
  { path: '/programs/new', element: CreateEditionPage, channel: 'programs.create' },
  { path: '/programs/term', element: TermPage, channel: 'programs.copyTerm' },
  { path: '/programs/catalog', element: CatalogPage, channel: 'programs.workshops' },
  { path: '/programs/catalog/$id', element: WorkshopPage, channel: 'programs.workshop' },
  { path: '/programs/catalog/$id/change', element: WorkshopFormPage, channel: 'programs.changeWorkshop' },
  { path: '/programs/resources', element: ResourcesPage, channel: 'programs.resources' },
  { path: '/programs/$id', element: EditionPage, channel: 'programs.edition' },
  { path: '/programs/$id/sessions/$sessionId', element: EditionPage, channel: 'timetable.arrangement' },
  { path: '/programs/$id/change', element: ChangeEditionPage, channel: 'programs.change' },
  { path: '/programs/$id/copy', element: CopyEditionPage, channel: 'programs.copy' },
  { path: '/programs/$id/close', element: CloseEditionPage, channel: 'programs.close' },
]

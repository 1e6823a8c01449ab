/** Pages of the women. */
import { IconUsers } from '@tabler/icons-react'
import { listName } from '../../../shared/kernel/text'
import { call } from '../../platform/client'
import type { SearchHit, SliceRoute } from '../../platform/routes'
import { AlertsPage } from './AlertsPage'
import { ConsentsPage } from './ConsentsPage'
import { CorrectPersonPage } from './CorrectPersonPage'
import { IntakePage } from './IntakePage'
import { KeepApartPage } from './KeepApartPage'
import { LifePage } from './LifePage'
import { MergePage } from './MergePage'
import { PeoplePage } from './PeoplePage'
import { PersonPage } from './PersonPage'
import { PersonDataPage } from './PersonDataPage'
import { PortfolioPage } from './PortfolioPage'
import { RegisterPersonPage } from './RegisterPersonPage'
import { TakeIntakePage } from './TakeIntakePage'

const MOST_HITS = 8

/** Women by name, chosen name, file number or CURP, for the search box. */
async function search(query: string): Promise<readonly SearchHit[]> {
  const found = await call('people.list', { search: query, presence: 'all', limit: MOST_HITS })
  if (!found.ok) return []
  return found.value.rows.map((row) => ({
    id: row.id,
    label: listName(row),
    hint: [row.fileNumber, row.here ? row.dormitory : null].filter(Boolean).join(' · '),
    to: `/people/${row.id}`,
  }))
}

export const routes: readonly SliceRoute[] = [
  {
    path: '/people',
    element: PeoplePage,
    channel: 'people.list',
    nav: { order: 20, words: 'people.nav', icon: IconUsers },
    search,
  },
  { path: '/people/new', element: RegisterPersonPage, channel: 'people.register' },
  { path: '/people/keep-apart', element: KeepApartPage, channel: 'people.keepApart' },
  { path: '/people/$id', element: PersonPage, channel: 'people.get' },
  { path: '/people/$id/data', element: PersonDataPage, channel: 'people.get' },
  { path: '/people/$id/intake', element: IntakePage, channel: 'people.intake' },
  { path: '/people/$id/intake/take', element: TakeIntakePage, channel: 'people.recordIntake' },
  { path: '/people/$id/consents', element: ConsentsPage, channel: 'people.consents' },
  { path: '/people/$id/alerts', element: AlertsPage, channel: 'people.alerts' },
  { path: '/people/$id/portfolio', element: PortfolioPage, channel: 'people.portfolio' },
  { path: '/people/$id/life', element: LifePage, channel: 'people.life' },
  { path: '/people/$id/merge', element: MergePage, channel: 'people.merge' },
  { path: '/people/$id/correct', element: CorrectPersonPage, channel: 'people.correct' },
]

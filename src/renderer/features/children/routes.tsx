/** Pages of the children; only the director, the coordinator and the mother-child lead have them. */
import { IconMoodKid } from '@tabler/icons-react'
import { listName } from '../../../shared/kernel/text'
import { call } from '../../platform/client'
import type { SearchHit, SliceRoute } from '../../platform/routes'
import { careRoutes } from './care-routes'
import { ChildOutingsPage } from './ChildOutingsPage'
import { ChildPage } from './ChildPage'
import { ChildTimelinePage } from './ChildTimelinePage'
import { ChildrenPage, NearLimitPage, OverLimitPage } from './ChildrenPage'
import { CardPage } from './CardPage'
import { CorrectChildPage } from './CorrectChildPage'
import { EmergencyPage } from './EmergencyPage'
import { HealthPage } from './HealthPage'
import { MilestonesPage } from './MilestonesPage'
import { PlanPage } from './PlanPage'
import { RegisterChildPage } from './RegisterChildPage'
import { RoomPage } from './RoomPage'
import { RoomSheetPage } from './RoomSheetPage'
import { SchemePage } from './SchemePage'
import { VaccinesPage } from './VaccinesPage'

const MOST_HITS = 5

/** Children by their own name, their code or their mother's name, for the search box. */
async function search(query: string): Promise<readonly SearchHit[]> {
  const found = await call('children.list', { search: query, presence: 'all' })
  if (!found.ok) return []
  return found.value.rows
    .slice(0, MOST_HITS)
    .map((row) => ({ id: row.id, label: listName(row), hint: row.code, to: `/children/${row.id}` }))
}

export const routes: readonly SliceRoute[] = [
  {
    path: '/children',
    element: ChildrenPage,
    channel: 'children.list',
    nav: { order: 70, words: 'children.nav', icon: IconMoodKid },
    search,
  },
  { path: '/children/limit/over', element: OverLimitPage, channel: 'children.list' },
  { path: '/children/limit/soon', element: NearLimitPage, channel: 'children.list' },
  { path: '/children/new', element: RegisterChildPage, channel: 'children.register' },
  { path: '/children/new/$motherId', element: RegisterChildPage, channel: 'children.register' },
  { path: '/children/room', element: RoomPage, channel: 'children.room' },
  { path: '/children/room/$day', element: RoomSheetPage, channel: 'children.keyRoom' },
  { path: '/children/vaccines', element: VaccinesPage, channel: 'children.due' },
  { path: '/children/scheme', element: SchemePage, channel: 'children.schemes' },
  { path: '/children/milestones', element: MilestonesPage, channel: 'children.milestones' },
  { path: '/children/$id', element: ChildPage, channel: 'children.get' },
  { path: '/children/$id/plan', element: PlanPage, channel: 'children.plan' },
  { path: '/children/$id/emergency', element: EmergencyPage, channel: 'children.emergencySheet' },
  ...careRoutes,
  { path: '/children/$id/outings', element: ChildOutingsPage, channel: 'children.get' },
  { path: '/children/$id/timeline', element: ChildTimelinePage, channel: 'children.get' },
  { path: '/children/$id/health', element: HealthPage, channel: 'children.health' },
  { path: '/children/$id/card', element: CardPage, channel: 'children.recordDoses' },
  { path: '/children/$id/correct', element: CorrectChildPage, channel: 'children.correct' },
]

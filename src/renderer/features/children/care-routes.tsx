/** Pages of the adults around a child, of what she needs, and of her protection. */
import type { SliceRoute } from '../../platform/routes'
import { AdultPage } from './AdultPage'
import { AdultsPage } from './AdultsPage'
import { ChecklistPage } from './ChecklistPage'
import { EndingPage } from './EndingPage'
import { FirstsPage } from './FirstsPage'
import { NeedsPage, OpenNeedsPage } from './NeedsPages'
import { OpenConcernsPage } from './OpenConcernsPage'
import { ProtectionPage } from './ProtectionPage'

export const careRoutes: readonly SliceRoute[] = [
  { path: '/children/adults/ending', element: EndingPage, channel: 'children.endingAuthorities' },
  { path: '/children/adults/$id', element: AdultPage, channel: 'children.adult' },
  { path: '/children/needs', element: OpenNeedsPage, channel: 'children.openNeeds' },
  { path: '/children/protection', element: OpenConcernsPage, channel: 'children.openConcerns' },
  { path: '/children/$id/adults', element: AdultsPage, channel: 'children.grid' },
  { path: '/children/$id/papers', element: ChecklistPage, channel: 'children.checklist' },
  { path: '/children/$id/needs', element: NeedsPage, channel: 'children.needs' },
  { path: '/children/$id/firsts', element: FirstsPage, channel: 'children.firsts' },
  { path: '/children/$id/protection', element: ProtectionPage, channel: 'children.protection' },
]

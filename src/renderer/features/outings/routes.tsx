/** Pages of the outings and of the gate. */
import { IconDoorExit, IconTicket } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { GatePage } from './GatePage'
import { OutingPage } from './OutingPage'
import { OutingsPage } from './OutingsPage'
import { RequestOutingPage } from './RequestOutingPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/outings',
    element: OutingsPage,
    channel: 'outings.list',
    nav: { order: 80, words: 'outings.nav', icon: IconTicket },
  },
  { path: '/outings/new', element: RequestOutingPage, channel: 'outings.request' },
  { path: '/outings/$id', element: OutingPage, channel: 'outings.get' },
  {
    path: '/gate',
    element: GatePage,
    channel: 'outings.gate',
    nav: { order: 81, words: 'outings.gate.nav', icon: IconDoorExit },
  },
]

/** Pages of the outings and of the gate. */
import { IconDoorExit, IconTicket } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { AlterPermissionPage } from './AlterPermissionPage'
import { GateLogPage } from './GateLogPage'
import { GatePage } from './GatePage'
import { GateSheetPage } from './GateSheetPage'
import { OutingPage } from './OutingPage'
import { OutingsPage } from './OutingsPage'
import { PermissionPage } from './PermissionPage'
import { PermissionsPage } from './PermissionsPage'
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
  { path: '/permissions', element: PermissionsPage, channel: 'outings.permissions' },
  { path: '/permissions/$id', element: PermissionPage, channel: 'outings.getPermission' },
  { path: '/permissions/$id/alter', element: AlterPermissionPage, channel: 'outings.alter' },
  {
    path: '/gate',
    element: GatePage,
    channel: 'outings.gate',
    nav: { order: 81, words: 'outings.gate.nav', icon: IconDoorExit },
  },
  { path: '/gate/sheet', element: GateSheetPage, channel: 'outings.keyBack' },
  { path: '/gate/log', element: GateLogPage, channel: 'outings.gateLog' },
]

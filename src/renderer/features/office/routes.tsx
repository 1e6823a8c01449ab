/** The office's pages: all under Ajustes. */
import { IconSettings } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { AuditPage } from './AuditPage'
import { CenterPage } from './CenterPage'
import { PasswordPage } from './PasswordPage'
import { RolesPage } from './RolesPage'
import { RulesPage } from './RulesPage'
import { SigningPage } from './SigningPage'
import { StaffPage } from './StaffPage'

export const routes: readonly SliceRoute[] = [
  // Named by the staff channel, so that the gate, who may read settings for her own page, has no rail to stray into.
  {
    path: '/settings',
    element: CenterPage,
    channel: 'office.staff',
    nav: { order: 100, words: 'office.nav', icon: IconSettings },
  },
  { path: '/settings/staff', element: StaffPage, channel: 'office.staff' },
  { path: '/settings/roles', element: RolesPage, channel: 'office.staff' },
  { path: '/settings/rules', element: RulesPage, channel: 'office.rules' },
  { path: '/settings/signing', element: SigningPage, channel: 'office.signingRules' },
  { path: '/settings/audit', element: AuditPage, channel: 'office.audit' },
  { path: '/settings/password', element: PasswordPage, channel: 'office.changePassword' },
]

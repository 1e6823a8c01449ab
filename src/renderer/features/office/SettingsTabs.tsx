/** The pages of Ajustes side by side; each stands alone. */
import { Link } from '@tanstack/react-router'
import type { ChannelName } from '../../../shared/contract'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import classes from './SettingsTabs.module.css'

const TABS: readonly { readonly to: string; readonly words: string; readonly channel: ChannelName }[] = [
  { to: '/settings', words: 'office.center.title', channel: 'office.staff' },
  { to: '/settings/staff', words: 'office.staff.title', channel: 'office.staff' },
  { to: '/settings/roles', words: 'office.roles.title', channel: 'office.staff' },
  { to: '/settings/rules', words: 'office.rules.title', channel: 'office.rules' },
  { to: '/settings/certificates', words: 'certificates.face.page', channel: 'certificates.face' },
  { to: '/settings/signing', words: 'office.signing.title', channel: 'office.signingRules' },
  { to: '/batches', words: 'batches.title', channel: 'batches.list' },
  { to: '/settings/audit', words: 'office.audit.title', channel: 'office.audit' },
  { to: '/settings/password', words: 'office.password.title', channel: 'office.changePassword' },
]

export function SettingsTabs() {
  const t = useWords()
  const { may } = useSession()
  const shown = TABS.filter((tab) => may(tab.channel))
  if (shown.length < 2) return null
  return (
    <nav className={classes.tabs} aria-label={t('office.nav')} data-no-print>
      {shown.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes.tab}
          activeOptions={{ exact: true }}
          activeProps={{ 'data-active': true }}
        >
          {t(tab.words)}
        </Link>
      ))}
    </nav>
  )
}

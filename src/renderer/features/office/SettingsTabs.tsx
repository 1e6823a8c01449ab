/** The pages of Ajustes side by side; each stands alone. */
import { useWords } from '../../platform/words'
import { PageTabs, type PageTab } from '../../ui/PageTabs'

const TABS: readonly PageTab[] = [
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
  return <PageTabs label={t('office.nav')} tabs={TABS} />
}

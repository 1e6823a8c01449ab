/** The two lists of the outings side by side: what leaves and returns, and what it is allowed by. */
import { useWords } from '../../platform/words'
import { PageTabs, type PageTab } from '../../ui/PageTabs'

const TABS: readonly PageTab[] = [
  { to: '/outings', words: 'outings.tabs.outings', channel: 'outings.list' },
  { to: '/permissions', words: 'outings.tabs.permissions', channel: 'outings.permissions' },
]

export function OutingTabs() {
  const t = useWords()
  return <PageTabs label={t('outings.nav')} tabs={TABS} />
}

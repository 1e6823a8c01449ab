/** Pages beside this one: one record's, or one list's. Each is shown to whoever may call its channel. */
import { Link } from '@tanstack/react-router'
import type { ChannelName } from '../../shared/contract'
import { useSession } from '../platform/session'
import { useWords } from '../platform/words'
import classes from './PageTabs.module.css'

export interface PageTab {
  readonly to: string
  readonly words: string
  readonly channel: ChannelName
}

export interface PageTabsProps {
  /** What the pages have in common, for those who cannot see them side by side. */
  readonly label: string
  readonly tabs: readonly PageTab[]
  /** What stands before each address: the record's own. */
  readonly under?: string
}

export function PageTabs({ label, tabs, under = '' }: PageTabsProps) {
  const t = useWords()
  const { may } = useSession()
  const shown = tabs.filter((tab) => may(tab.channel))
  if (shown.length < 2) return null
  return (
    <nav className={classes.tabs} aria-label={label} data-no-print>
      {shown.map((tab) => (
        <Link
          key={tab.to}
          to={under + tab.to}
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

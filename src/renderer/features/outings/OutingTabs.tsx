/** The two lists of the outings side by side: what leaves and returns, and what it is allowed by. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../../platform/words'
import classes from './permission.module.css'

export function OutingTabs() {
  const t = useWords()
  return (
    <nav className={classes.tabs} aria-label={t('outings.nav')} data-no-print>
      <Link to="/outings" className={classes.tab} activeOptions={{ exact: true }} activeProps={{ 'data-active': true }}>
        {t('outings.tabs.outings')}
      </Link>
      <Link to="/permissions" className={classes.tab} activeProps={{ 'data-active': true }}>
        {t('outings.tabs.permissions')}
      </Link>
    </nav>
  )
}

/** The rail: the pages that are hers, labelled, in the order of the day. */
import { Link } from '@tanstack/react-router'
import type { SliceRoute } from '../platform/routes'
import { useWords } from '../platform/words'
import classes from './Rail.module.css'

export function Rail({ routes, wide = false }: { readonly routes: readonly SliceRoute[]; readonly wide?: boolean }) {
  const t = useWords()
  return (
    <nav className={classes.rail} data-wide={wide || undefined} aria-label={t('office.shell.rail')}>
      {!wide && (
        <div className={classes.mark} aria-hidden>
          <svg viewBox="0 0 24 24" width="24" height="24" className={classes.door}>
            <path d="M4 21V11a8 8 0 0 1 16 0v10M2 21h20M9 21v-9a3 3 0 0 1 6 0v9" />
          </svg>
          <span className={classes.name}>Umbral</span>
        </div>
      )}
      <ul className={classes.list}>
        {routes.map(({ path, nav }) => {
          if (!nav) return null
          const Sign = nav.icon
          return (
            <li key={path}>
              <Link
                to={path}
                className={classes.link}
                activeProps={{ 'data-active': true }}
                activeOptions={{ exact: path === '/', includeSearch: false }}
              >
                <Sign size={22} stroke={1.6} aria-hidden className={classes.icon} />
                <span>{t(nav.words)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

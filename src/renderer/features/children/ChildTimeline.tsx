/** What was done with a child's file, the latest first. */
import type { ChildRecord } from '../../../shared/contract/children.contract'
import { formatDay } from '../../../shared/i18n/format'
import { atCenter } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { hasWords, useWords } from '../../platform/words'
import classes from './children.module.css'

export function ChildTimeline({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const settings = useRead('office.settings', {})
  const zone = settings.data?.timezone ?? 'America/Mexico_City'
  const words = (event: string): string => (hasWords(`audit.${event}`, t.language) ? t(`audit.${event}`) : event)
  if (child.timeline.length === 0) return <p className={classes.quiet}>{t('children.timeline.empty')}</p>
  return (
    <ul className={classes.lines}>
      {child.timeline.map((entry) => (
        <li key={entry.seq}>
          <time dateTime={entry.at}>{formatDay(atCenter(entry.at, zone).day, t.language)}</time>
          <span>
            {entry.fileName ? t(`children.timeline.${entry.event}`, { file: entry.fileName }) : words(entry.event)}{' '}
            <span className={classes.quiet}>· {entry.actor}</span>
            {entry.reason && <div className={classes.quiet}>{entry.reason}</div>}
          </span>
        </li>
      ))}
    </ul>
  )
}

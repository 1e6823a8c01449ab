/** What was done with a record, the latest first: when, what, who, why. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TimelineEntry } from '../../../shared/contract/people.contract'
import { formatDay } from '../../../shared/i18n/format'
import { atCenter } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useWords, hasWords } from '../../platform/words'
import classes from './people.module.css'

const FIRST = 8

export function Timeline({ of }: { readonly of: readonly TimelineEntry[] }) {
  const t = useWords()
  const [all, setAll] = useState(false)
  const settings = useRead('office.settings', {})
  const zone = settings.data?.timezone ?? 'America/Mexico_City'
  const shown = all ? of : of.slice(0, FIRST)
  const words = (event: string): string => (hasWords(`audit.${event}`, t.language) ? t(`audit.${event}`) : event)
  if (of.length === 0) return <p className={classes.quiet}>{t('people.timeline.empty')}</p>
  return (
    <>
      <ul className={classes.timeline}>
        {shown.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{formatDay(atCenter(entry.at, zone).day, t.language)}</time>
            <span>
              {entry.fileName ? t(`people.timeline.${entry.event}`, { file: entry.fileName }) : words(entry.event)}{' '}
              <span className={classes.quiet}>· {entry.actor}</span>
              {entry.reason && <div className={classes.quiet}>{entry.reason}</div>}
            </span>
          </li>
        ))}
      </ul>
      {of.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('people.timeline.more', { count: of.length - shown.length })}
        </Button>
      )}
    </>
  )
}

/** Everything about a child in order of time: when, what, who, why; by theme if asked. */
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { ChildEvent } from '../../../shared/contract/child-standing'
import { CUSTODIES, type ChildRecord } from '../../../shared/contract/children.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { isCivilDate } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { hasWords, useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import classes from './children.module.css'

const THEMES = ['all', 'life', 'standing', 'plan', 'people', 'care', 'outings', 'data'] as const

export function ChildTimeline({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const { data, refusals } = useRead('children.timeline', { id: child.id })
  const [theme, setTheme] = useState<string>('all')
  const shown = (data ?? []).filter((event) => theme === 'all' || event.theme === theme)
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="sm"
        data-no-print
        aria-label={t('children.timeline.themes')}
        data={THEMES.map((value) => ({ value, label: t(`children.timeline.theme.${value}`) }))}
        value={theme}
        onChange={setTheme}
      />
      <Refusals of={refusals} />
      {data && shown.length === 0 && <p className={classes.quiet}>{t('children.timeline.empty')}</p>}
      <ul className={classes.lines}>
        {shown.map((event) => (
          <li key={event.key}>
            <time dateTime={event.day}>
              {formatDay(event.day, t.language)}
              {event.at && <span> {event.at}</span>}
            </time>
            <span>
              {eventWords(event, t)} <span className={classes.quiet}>{detailsOf(event, t)}</span>
              <div className={classes.quiet}>{[event.reason, event.actor].filter(Boolean).join(' · ')}</div>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Words of the child's own timeline first, then those of the trail. */
function eventWords(event: ChildEvent, t: Words): string {
  const own = `children.timeline.${event.event}`
  if (hasWords(own, t.language)) return t(own, event.facts)
  const trail = `audit.${event.event}`
  return hasWords(trail, t.language) ? t(trail) : event.event
}

function detailsOf(event: ChildEvent, t: Words): string {
  if (event.facts.file) return ''
  return Object.entries(event.facts)
    .map(([name, value]) => {
      if (name === 'word') return t(`children.milestone.${String(value)}`)
      if (name === 'custody' && CUSTODIES.some((each) => each === value)) return t(`children.custody.${String(value)}`)
      return typeof value === 'string' && isCivilDate(value) ? formatDay(value, t.language) : String(value)
    })
    .join(' · ')
}

/** The special days of the week; whoever keeps the calendar opens one to change it or take it away. */
import { UnstyledButton } from '@mantine/core'
import type { SpecialDayFacts } from '../../../shared/contract/timetable.contract'
import type { Words } from '../../../shared/i18n'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import type { OpenDay } from './SpecialDayDrawer'
import classes from './timetable.module.css'
import { columnDay } from './week-words'

export function SpecialDays({
  days,
  onOpen,
}: {
  readonly days: readonly SpecialDayFacts[]
  readonly onOpen: (day: OpenDay) => void
}) {
  const t = useWords()
  const { may } = useSession()
  if (days.length === 0) return null
  return (
    <section aria-label={t('timetable.special.list')}>
      <h2 className={classes.asideTitle}>{t('timetable.special.list')}</h2>
      <ul className={classes.list}>
        {days.map((special) => (
          <li key={special.id}>
            {may('office.changeSpecialDay') ? (
              <UnstyledButton className={classes.entry} onClick={() => onOpen({ id: special.id, on: special.day })}>
                <Day special={special} />
              </UnstyledButton>
            ) : (
              <Day special={special} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Day({ special }: { readonly special: SpecialDayFacts }) {
  const t = useWords()
  return (
    <>
      <span>
        <strong>{columnDay(special.day, t)}</strong> {special.title}
      </span>
      <span className={classes.soft}>{detailsOf(special, t)}</span>
    </>
  )
}

const detailsOf = (special: SpecialDayFacts, t: Words): string =>
  [
    t(`timetable.special.${special.kind}`),
    special.startsAt && `${special.startsAt}–${special.endsAt ?? ''}`,
    special.dormitories ?? t('timetable.special.whole'),
  ]
    .filter(Boolean)
    .join(' · ')

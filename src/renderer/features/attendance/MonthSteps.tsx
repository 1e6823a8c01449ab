/** One month back or forth; the month stays put between the pages of the slice. */
import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { addMonths, firstDayOf, monthOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import { formatMonth } from '../../../shared/i18n/format'
import { useFilter } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import classes from './attendance.module.css'

/** The month in sight: that of today until another is chosen. Undefined for the moment that the clock takes. */
export function useMonth(): readonly [CivilMonth | undefined, (month: CivilMonth) => void] {
  const clock = useClock()
  const [month, setMonth] = useFilter<CivilMonth | null>('attendance.month', null)
  return [month ?? (clock && monthOf(clock.today)), setMonth]
}

export function MonthSteps({
  month,
  onChange,
}: {
  readonly month: CivilMonth
  readonly onChange: (month: CivilMonth) => void
}) {
  const t = useWords()
  const step = (by: number) => () => onChange(monthOf(addMonths(firstDayOf(month), by)))
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size="lg" aria-label={t('attendance.month.previous')} onClick={step(-1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <span className={classes.month} aria-live="polite">
        {formatMonth(month, t.language)}
      </span>
      <ActionIcon variant="default" size="lg" aria-label={t('attendance.month.next')} onClick={step(1)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

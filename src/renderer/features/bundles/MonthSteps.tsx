/** One month back or forth; never beyond the month of today. */
import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { addMonths, firstDayOf, monthOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import { formatMonth } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import classes from './bundles.module.css'

export function MonthSteps({
  month,
  last,
  onChange,
}: {
  readonly month: CivilMonth
  readonly last: CivilMonth
  readonly onChange: (month: CivilMonth) => void
}) {
  const t = useWords()
  const step = (by: number) => () => onChange(monthOf(addMonths(firstDayOf(month), by)))
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size="lg" aria-label={t('bundles.month.previous')} onClick={step(-1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <span className={classes.month} aria-live="polite">
        {formatMonth(month, t.language)}
      </span>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('bundles.month.next')}
        disabled={month >= last}
        onClick={step(1)}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

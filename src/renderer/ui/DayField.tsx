/** A day: typed as people type days, or picked from a calendar that begins on Monday. */
import { DateInput, type DateInputProps } from '@mantine/dates'
import type { CivilDate } from '../../shared/kernel/civil-date'
import { useClock } from '../platform/today'
import { useWords } from '../platform/words'
import { parseDay } from './parse-entry'

export interface DayFieldProps extends Omit<
  DateInputProps,
  'value' | 'onChange' | 'label' | 'dateParser' | 'valueFormat'
> {
  readonly label: string
  readonly value: CivilDate | null
  readonly onChange: (day: CivilDate | null) => void
}

export function DayField({ label, value, onChange, ...rest }: DayFieldProps) {
  const t = useWords()
  const today = useClock()?.today ?? '2026-01-01'
  return (
    <DateInput
      w={168}
      placeholder={t('ui.day.placeholder')}
      {...rest}
      label={label}
      value={value}
      onChange={(day) => onChange(day ? day.slice(0, 10) : null)}
      defaultDate={value ?? today}
      valueFormat="DD/MM/YYYY"
      dateParser={(typed) => parseDay(typed, today) ?? null}
      previousLabel={t('ui.day.previous')}
      nextLabel={t('ui.day.next')}
      clearButtonProps={{ 'aria-label': t('ui.clear'), tabIndex: -1 }}
      allowDeselect
    />
  )
}

/** The hours of an edition: a line per day and time, each week or every other. */
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { longWeekday } from '../../../shared/i18n/format'
import { weekOf, WEEKS } from '../../../shared/kernel/two-weeks'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { TimeField } from '../../ui/TimeField'
import type { SlotForm } from './edition-form'
import classes from './programs.module.css'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

export function SlotFields({
  slots,
  onChange,
}: {
  readonly slots: readonly SlotForm[]
  readonly onChange: (slots: readonly SlotForm[]) => void
}) {
  const t = useWords()
  const today = useClock()?.today
  const set = (index: number, slot: SlotForm) => onChange(slots.map((each, i) => (i === index ? slot : each)))
  const last = slots.at(-1)
  // The next hour is most often the same hour of the day after the next.
  const next: SlotForm = last
    ? { ...last, weekday: Math.min(7, last.weekday + 2) }
    : { week: 'every', weekday: 1, startsAt: null, endsAt: null }
  const inTwoWeeks = slots.some((slot) => slot.week !== 'every')
  return (
    <fieldset className={classes.slots}>
      <legend className={classes.legend}>{t('programs.form.slots')}</legend>
      {slots.map((slot, index) => (
        <div key={index} className={classes.slot}>
          <Select
            label={t('programs.form.weekday')}
            w={128}
            allowDeselect={false}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: longWeekday(day, t.language) }))}
            value={String(slot.weekday)}
            onChange={(value) => set(index, { ...slot, weekday: Number(value ?? slot.weekday) })}
          />
          <TimeField
            required
            w={92}
            label={t('programs.form.from')}
            value={slot.startsAt}
            onChange={(startsAt) => set(index, { ...slot, startsAt })}
          />
          <TimeField
            required
            w={92}
            label={t('programs.form.until')}
            value={slot.endsAt}
            onChange={(endsAt) => set(index, { ...slot, endsAt })}
          />
          <Select
            label={t('programs.form.week')}
            w={150}
            allowDeselect={false}
            data={WEEKS.map((value) => ({ value, label: t(`programs.week.${value}`) }))}
            value={slot.week}
            onChange={(value) => set(index, { ...slot, week: WEEKS.find((each) => each === value) ?? slot.week })}
          />
          {slots.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('programs.form.dropSlot', {
                slot: `${longWeekday(slot.weekday, t.language)} ${slot.startsAt ?? ''}`,
              })}
              onClick={() => onChange(slots.filter((_, i) => i !== index))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {inTwoWeeks && today && (
        <p className={classes.hint}>{t('programs.form.thisWeek', { letter: weekOf(today).letter })}</p>
      )}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...slots, next])}
        >
          {t('programs.form.addSlot')}
        </Button>
      </div>
    </fieldset>
  )
}

/** Dates on which the pattern does not hold: skipped, added, at other hours. They survive a change of the pattern. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { formatDay } from '../../../shared/i18n/format'
import { weekdayOf } from '../../../shared/kernel/civil-date'
import { isHeldInWeekOf } from '../../../shared/kernel/two-weeks'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { TimeField } from '../../ui/TimeField'
import type { ExceptionForm, SlotForm } from './edition-form'
import classes from './programs.module.css'

const KINDS = ['skip', 'extra', 'time'] as const
const NEW: ExceptionForm = { kind: 'skip', day: null, startsAt: null, toStartsAt: null, toEndsAt: null, note: '' }

export function ExceptionFields({
  exceptions,
  slots,
  error,
  onChange,
}: {
  readonly exceptions: readonly ExceptionForm[]
  readonly slots: readonly SlotForm[]
  readonly error: (field: string) => string | undefined
  readonly onChange: (exceptions: readonly ExceptionForm[]) => void
}) {
  const t = useWords()
  const set = (index: number, each: ExceptionForm) => onChange(exceptions.map((one, i) => (i === index ? each : one)))
  return (
    <fieldset className={classes.slots}>
      <legend className={classes.legend}>{t('programs.form.exceptions')}</legend>
      {exceptions.length === 0 && <p className={classes.hint}>{t('programs.form.exceptionsHint')}</p>}
      {exceptions.map((each, index) => (
        <Line
          key={index}
          exception={each}
          slots={slots}
          error={error(`exceptions.${String(index)}`)}
          onChange={(next) => set(index, next)}
          onDrop={() => onChange(exceptions.filter((_, i) => i !== index))}
        />
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...exceptions, NEW])}
        >
          {t('programs.form.addException')}
        </Button>
      </div>
    </fieldset>
  )
}

/** Beginnings of the meetings that the pattern has on a day. */
const startsOn = (slots: readonly SlotForm[], day: string | null): string[] =>
  day === null
    ? []
    : slots
        .filter((slot) => slot.weekday === weekdayOf(day) && isHeldInWeekOf(slot.week, day))
        .flatMap((slot) => slot.startsAt ?? [])

function Line({
  exception,
  slots,
  error,
  onChange,
  onDrop,
}: {
  readonly exception: ExceptionForm
  readonly slots: readonly SlotForm[]
  readonly error: string | undefined
  readonly onChange: (next: ExceptionForm) => void
  readonly onDrop: () => void
}) {
  const t = useWords()
  const starts = startsOn(slots, exception.day)
  const idle = exception.kind !== 'extra' && exception.day !== null && starts.length === 0
  // One meeting that day: it is the one that is meant.
  const withDay = (day: string | null): ExceptionForm => ({
    ...exception,
    day,
    startsAt: startsOn(slots, day)[0] ?? null,
  })
  const day = exception.day === null ? '' : formatDay(exception.day, t.language)
  return (
    <div className={classes.exception}>
      <div className={classes.slot}>
        <Select
          label={t('programs.form.exception')}
          w={150}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`programs.exception.${value}`) }))}
          value={exception.kind}
          onChange={(value) => onChange({ ...exception, kind: KINDS.find((kind) => kind === value) ?? exception.kind })}
        />
        <DayField
          required
          w={150}
          label={t('programs.form.exceptionDay')}
          value={exception.day}
          error={error}
          onChange={(next) => onChange(withDay(next))}
        />
        {exception.kind !== 'extra' && starts.length > 1 && (
          <Select
            label={t('programs.form.exceptionOf')}
            w={104}
            allowDeselect={false}
            data={starts}
            value={exception.startsAt}
            onChange={(startsAt) => onChange({ ...exception, startsAt })}
          />
        )}
        {exception.kind !== 'skip' && (
          <>
            <TimeField
              required
              w={92}
              label={t('programs.form.from')}
              value={exception.toStartsAt}
              onChange={(toStartsAt) => onChange({ ...exception, toStartsAt })}
            />
            <TimeField
              required
              w={92}
              label={t('programs.form.until')}
              value={exception.toEndsAt}
              onChange={(toEndsAt) => onChange({ ...exception, toEndsAt })}
            />
          </>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('programs.form.dropException', { day })}
          onClick={onDrop}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <TextInput
        maxLength={160}
        placeholder={t('programs.form.exceptionNote')}
        aria-label={t('programs.form.exceptionNote')}
        value={exception.note}
        onChange={(event) => onChange({ ...exception, note: event.currentTarget.value })}
      />
      {idle && <p className={classes.hint}>{t('programs.form.exceptionIdle')}</p>}
    </div>
  )
}

/** What is asked of a slot: who, how long, where, with whom, when, and how many at least. */
import { Checkbox, Group, NumberInput, SegmentedControl, Select, Textarea } from '@mantine/core'
import type { Input } from '../../../shared/contract'
import { shortWeekday } from '../../../shared/i18n/format'
import type { Weekday } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { TimeField } from '../../ui/TimeField'

export interface SlotForm {
  readonly from: 'edition' | 'list'
  readonly editionId: string | null
  readonly text: string
  readonly roomId: string | null
  readonly instructorId: string | null
  readonly minutes: number | string
  readonly since: string | null
  readonly until: string | null
  readonly weekdays: readonly number[]
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly least: number | string
}

/** The question as main wants it, or null while something needed is empty. */
export function wishOf(form: SlotForm, sessionId: string | undefined): Input<'timetable.freeSlots'> | null {
  const { since, until, opensAt, closesAt, minutes, least, editionId, text } = form
  if (!since || !until || !opensAt || !closesAt || typeof minutes !== 'number' || typeof least !== 'number') return null
  const women =
    form.from === 'list' ? { from: 'list' as const, text } : editionId && { from: 'edition' as const, editionId }
  if (!women || (form.from === 'list' && !text.trim()) || form.weekdays.length === 0) return null
  return {
    women,
    ...(sessionId && { sessionId }),
    roomId: form.roomId,
    instructorId: form.instructorId,
    minutes,
    from: since,
    until,
    weekdays: [...form.weekdays],
    opensAt,
    closesAt,
    least,
  }
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export function FreeSlotFields({
  form,
  fixed,
  onChange,
}: {
  readonly form: SlotForm
  /** The group is given: a session of it is to be moved. */
  readonly fixed: boolean
  readonly onChange: (change: Partial<SlotForm>) => void
}) {
  const t = useWords()
  const editions = useRead('programs.editions', {}, { enabled: !fixed }).data?.editions ?? []
  const rooms = useRead('timetable.picks', { by: 'room', text: '' }).data ?? []
  const instructors = useRead('timetable.picks', { by: 'instructor', text: '' }).data ?? []
  const choices = (picks: readonly { readonly id: string; readonly label: string }[]) =>
    picks.map((pick) => ({ value: pick.id, label: pick.label }))
  return (
    <>
      {!fixed && (
        <SegmentedControl
          aria-label={t('timetable.slots.who')}
          value={form.from}
          onChange={(from) => onChange({ from })}
          data={(['edition', 'list'] as const).map((value) => ({ value, label: t(`timetable.slots.who.${value}`) }))}
        />
      )}
      {!fixed && form.from === 'edition' && (
        <Select
          required
          searchable
          label={t('timetable.slots.edition')}
          data={editions.map((edition) => ({ value: edition.id, label: `${edition.title} · ${edition.code}` }))}
          value={form.editionId}
          onChange={(editionId) => {
            // Where and with whom the group is; she may ask for another.
            const edition = editions.find((each) => each.id === editionId)
            onChange({
              editionId,
              roomId: rooms.find((room) => room.label === edition?.room)?.id ?? form.roomId,
              instructorId: instructors.find((one) => one.label === edition?.instructor)?.id ?? form.instructorId,
            })
          }}
        />
      )}
      {!fixed && form.from === 'list' && (
        <Textarea
          required
          autosize
          minRows={4}
          maxRows={10}
          label={t('timetable.slots.list')}
          description={t('timetable.slots.listHint')}
          value={form.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      )}
      <Group grow>
        <NumberInput
          label={t('timetable.slots.minutes')}
          min={15}
          max={480}
          step={30}
          allowDecimal={false}
          value={form.minutes}
          onChange={(minutes) => onChange({ minutes })}
        />
        <NumberInput
          label={t('timetable.slots.least')}
          min={0}
          max={60}
          allowDecimal={false}
          value={form.least}
          onChange={(least) => onChange({ least })}
        />
      </Group>
      <Select
        clearable
        searchable
        label={t('timetable.slots.room')}
        placeholder={t('timetable.slots.anyRoom')}
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        data={choices(rooms)}
        value={form.roomId}
        onChange={(roomId) => onChange({ roomId })}
      />
      <Select
        clearable
        searchable
        label={t('timetable.slots.instructor')}
        placeholder={t('timetable.slots.anyInstructor')}
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        data={choices(instructors)}
        value={form.instructorId}
        onChange={(instructorId) => onChange({ instructorId })}
      />
      <Group grow>
        <DayField
          w="auto"
          label={t('timetable.slots.from')}
          value={form.since}
          onChange={(since) => onChange({ since })}
        />
        <DayField
          w="auto"
          label={t('timetable.slots.until')}
          value={form.until}
          onChange={(until) => onChange({ until })}
        />
      </Group>
      <Group grow>
        <TimeField
          w="auto"
          label={t('timetable.slots.opens')}
          value={form.opensAt}
          onChange={(opensAt) => onChange({ opensAt })}
        />
        <TimeField
          w="auto"
          label={t('timetable.slots.closes')}
          value={form.closesAt}
          onChange={(closesAt) => onChange({ closesAt })}
        />
      </Group>
      <Checkbox.Group
        label={t('timetable.slots.days')}
        value={form.weekdays.map(String)}
        onChange={(days) => onChange({ weekdays: days.map(Number).sort((a, b) => a - b) })}
      >
        <Group gap="xs" mt={4}>
          {WEEKDAYS.map((day) => (
            <Checkbox key={day} value={String(day)} label={shortWeekday(day, t.language)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  )
}

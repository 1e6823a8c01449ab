/** The fields of an appointment: what, when, where. */
import { Group, Radio, Select, Text, TextInput } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import { APPOINTMENT_KINDS, type AppointmentKind } from '../../../shared/contract/clash-facts'
import type { Refusal } from '../../../shared/kernel/outcome'
import { useWords } from '../../platform/words'
import { DayField } from '../../ui/DayField'
import { useFieldRefusal } from '../../ui/Refusals'
import { TimeField } from '../../ui/TimeField'

/** Where it is: a room of the timetable, elsewhere inside, or outside. */
export const WHERES = ['outside', 'elsewhere', 'room'] as const
export type Where = (typeof WHERES)[number]

export interface AppointmentForm {
  readonly kind: AppointmentKind
  readonly day: string | null
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly where: Where
  readonly roomId: string | null
  readonly place: string
  readonly note: string
}

/** Where people usually go for it; she may say otherwise. */
const USUAL_WHERE: Readonly<Record<AppointmentKind, Where>> = {
  court: 'outside',
  transfer: 'outside',
  visit: 'elsewhere',
  locutory: 'elsewhere',
  lawyer: 'elsewhere',
  medical: 'elsewhere',
  school: 'elsewhere',
  other: 'elsewhere',
}

export const newAppointment = (day: string | null): AppointmentForm => ({
  kind: 'court',
  day,
  startsAt: null,
  endsAt: null,
  where: 'outside',
  roomId: null,
  place: '',
  note: '',
})

/** The facts as main wants them, or null while something needed is empty. */
export function factsOf(form: AppointmentForm) {
  const { kind, day, startsAt, endsAt, where } = form
  if (!day || !startsAt || (where === 'room' && !form.roomId)) return null
  return {
    kind,
    day,
    startsAt,
    endsAt,
    roomId: where === 'room' ? form.roomId : null,
    place: where === 'room' ? null : form.place.trim() || null,
    outside: where === 'outside',
  }
}

export function AppointmentFields({
  form,
  rooms,
  refusals,
  onChange,
}: {
  readonly form: AppointmentForm
  readonly rooms: Output<'timetable.previewAppointment'>['rooms']
  readonly refusals: readonly Refusal[]
  readonly onChange: (change: Partial<AppointmentForm>) => void
}) {
  const t = useWords()
  const error = useFieldRefusal(refusals)
  return (
    <>
      <Select
        required
        allowDeselect={false}
        label={t('timetable.appointment.kind')}
        data={APPOINTMENT_KINDS.map((value) => ({ value, label: t(`timetable.appointment.${value}`) }))}
        value={form.kind}
        onChange={(value) => {
          const kind = APPOINTMENT_KINDS.find((each) => each === value)
          if (kind) onChange({ kind, where: USUAL_WHERE[kind] })
        }}
      />
      <Group gap="md" align="flex-start">
        <DayField
          required
          w={150}
          label={t('timetable.appointment.day')}
          value={form.day}
          onChange={(day) => onChange({ day })}
        />
        <TimeField
          required
          w={84}
          label={t('timetable.appointment.starts')}
          value={form.startsAt}
          onChange={(startsAt) => onChange({ startsAt })}
        />
        <TimeField
          w={84}
          label={t('timetable.appointment.ends')}
          value={form.endsAt}
          error={error('endsAt')}
          onChange={(endsAt) => onChange({ endsAt })}
        />
        <Text size="sm" c="dimmed" mt={32}>
          {t('timetable.appointment.endsHint')}
        </Text>
      </Group>
      <Radio.Group
        label={t('timetable.appointment.where')}
        value={form.where}
        onChange={(value) => {
          const where = WHERES.find((each) => each === value)
          if (where) onChange({ where })
        }}
      >
        <Group gap="md" mt={4}>
          <Radio value="outside" label={t('timetable.appointment.outside')} />
          <Radio value="elsewhere" label={t('timetable.appointment.whereElse')} />
          <Radio value="room" label={t('timetable.appointment.inRoom')} />
        </Group>
      </Radio.Group>
      {form.where === 'room' ? (
        <Select
          required
          searchable
          label={t('timetable.appointment.room')}
          data={rooms.map((room) => ({ value: room.id, label: room.name }))}
          value={form.roomId}
          error={error('roomId')}
          onChange={(roomId) => onChange({ roomId })}
        />
      ) : (
        <TextInput
          label={t('timetable.appointment.place')}
          placeholder={t('timetable.appointment.placeHint')}
          maxLength={120}
          value={form.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      )}
    </>
  )
}

/** Writing down an appointment, of women or of a child, or changing one: what it collides with is seen while typing. */
import { Button, Group, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { AppointmentRow } from '../../../shared/contract/appointments.contract'
import type { ClashSide } from '../../../shared/contract/clash-facts'
import { formatDay } from '../../../shared/i18n/format'
import { standOf } from '../../../shared/kernel/clash-stand'
import { useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Clashes } from '../../ui/Clashes'
import { DraftNotice } from '../../ui/DraftNotice'
import { Fact, Facts } from '../../ui/Facts'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { useDraft } from '../../ui/use-draft'
import { useUndoNotice } from '../../ui/use-undo'
import { AppointmentFields, factsOf, newAppointment } from './AppointmentFields'
import { usePreview, useSave, type Form } from './use-appointment'
import { WomenField } from './WomenField'

const LIST = '/timetable/appointments'

/** A new appointment; `$id` is the woman on whose page she pressed. */
export function NewAppointmentPage() {
  const t = useWords()
  const personId = useRouteParam('id')
  const today = useClock()?.today ?? null
  const empty: Form = {
    ...newAppointment(today),
    of: 'women',
    personIds: personId ? [personId] : [],
    childId: null,
    reason: '',
  }
  const [form, setForm] = useState(empty)
  const draft = useDraft(`timetable.appointment:${personId}`, form, setForm)
  const go = useGo()
  const undoable = useUndoNotice()
  const back = personId ? `/people/${personId}` : LIST
  const onDone = (added: Output<'timetable.addAppointments'>) => {
    draft.drop()
    const message = t('timetable.appointment.done.added', { count: added.ids.length })
    if (added.batchId) undoable(added.batchId, message)
    else notifications.show({ message })
    go(back)
  }
  return (
    <Page
      title={t(form.of === 'child' ? 'timetable.appointment.addChild' : 'timetable.appointment.add')}
      width="form"
      back={{ to: LIST, label: t('timetable.appointment.list') }}
    >
      <DraftNotice draft={draft} onDiscard={() => setForm(empty)} />
      <Fields
        form={form}
        onChange={(change) => setForm({ ...form, ...change })}
        onAdded={onDone}
        onLeave={() => {
          draft.drop()
          go(back)
        }}
      />
    </Page>
  )
}

/** An appointment that stands, to be changed. */
export function AppointmentPage() {
  const t = useWords()
  const { may } = useSession()
  const id = useRouteParam('id')
  const read = useRead('timetable.appointment', { id })
  const changes = read.data !== undefined && mayChange(read.data, may)
  return (
    <Page
      title={t(changes ? 'timetable.appointment.change' : 'timetable.appointment.one')}
      subtitle={read.data?.who}
      width="form"
      back={{ to: LIST, label: t('timetable.appointment.list') }}
    >
      <Refusals of={read.refusals} />
      {read.data?.cancelledReason && (
        <Status tone="quiet" label={t('timetable.appointment.cancelled', { reason: read.data.cancelledReason })} />
      )}
      {read.data && (changes ? <Changing key={read.data.version} row={read.data} /> : <AsWritten row={read.data} />)}
    </Page>
  )
}

const mayChange = (row: AppointmentRow, may: ReturnType<typeof useSession>['may']): boolean =>
  row.cancelledOn === null && may(row.childId ? 'timetable.changeChildAppointment' : 'timetable.changeAppointment')

/** For who only reads, and of one that was called off. */
function AsWritten({ row }: { readonly row: AppointmentRow }) {
  const t = useWords()
  const where = [row.place, row.outside && t('timetable.appointment.outside')].filter(Boolean).join(' · ')
  return (
    <Facts>
      <Fact label={t('timetable.appointment.kind')}>{t(`timetable.appointment.${row.kind}`)}</Fact>
      <Fact label={t('timetable.appointment.when')}>
        {formatDay(row.day, t.language)}, {row.startsAt}
        {row.endsAt && `–${row.endsAt}`}
      </Fact>
      <Fact label={t('timetable.appointment.where')}>{where}</Fact>
      <Fact label={t('timetable.appointment.note')}>{row.note}</Fact>
    </Facts>
  )
}

function Changing({ row }: { readonly row: AppointmentRow }) {
  const go = useGo()
  const [form, setForm] = useState<Form>({
    kind: row.kind === 'care' ? 'other' : row.kind,
    day: row.day,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    where: row.outside ? 'outside' : row.roomId ? 'room' : 'elsewhere',
    roomId: row.roomId,
    place: row.roomId ? '' : (row.place ?? ''),
    note: row.note ?? '',
    of: row.childId ? 'child' : 'women',
    personIds: row.personId ? [row.personId] : [],
    childId: row.childId,
    reason: '',
  })
  return (
    <Fields
      form={form}
      row={row}
      onChange={(change) => setForm({ ...form, ...change })}
      onAdded={() => go(LIST)}
      onLeave={() => go(LIST)}
    />
  )
}

interface FieldsProps {
  readonly form: Form
  readonly row?: AppointmentRow
  readonly onChange: (change: Partial<Form>) => void
  readonly onAdded: (added: Output<'timetable.addAppointments'>) => void
  readonly onLeave: () => void
}

function Fields({ form, row, onChange, onAdded, onLeave }: FieldsProps) {
  const t = useWords()
  const { me, may } = useSession()
  const preview = usePreview(form, row)
  const clashes = preview.goers.flatMap((goer) => goer.clashes)
  const deciding = { director: me?.role === 'director', group: false }
  const forbidden = clashes.some((clash) => standOf(clash, deciding) === 'forbids')
  const asks = clashes.some((clash) => standOf(clash, deciding) === 'asks')
  const { save, pending, refusals } = useSave(form, row, clashes, onAdded)
  const goes = form.of === 'women' ? form.personIds.length > 0 : form.childId !== null
  const ready = factsOf(form) !== null && goes && !forbidden && (!asks || form.reason.trim() !== '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save()
      }}
    >
      <Stack gap="md">
        {!row && may('timetable.addChildAppointment') && (
          <SegmentedControl
            aria-label={t('timetable.appointment.who')}
            value={form.of}
            // A child goes to the doctor more often than to court.
            onChange={(of) => onChange({ of, ...(of === 'child' && { kind: 'medical', where: 'elsewhere' }) })}
            data={[
              { value: 'women', label: t('timetable.slots.list') },
              { value: 'child', label: t('timetable.appointment.child') },
            ]}
            w="fit-content"
          />
        )}
        {!row &&
          (form.of === 'women' ? (
            <WomenField
              chosen={form.personIds.map((id) => ({ id, who: preview.goers.find((goer) => goer.id === id)?.who }))}
              onChange={(personIds) => onChange({ personIds })}
            />
          ) : (
            <ChildField value={form.childId} onChange={(childId) => onChange({ childId })} />
          ))}
        <AppointmentFields
          form={form}
          rooms={preview.rooms}
          refusals={[...preview.refusals, ...refusals]}
          onChange={onChange}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={300}
          label={t('timetable.appointment.note')}
          value={form.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
        <div role="status">
          {preview.goers.length > 0 && (
            <Clashes
              clashes={clashes}
              none={t('timetable.appointment.free')}
              isOwn={(side) => isOwn(side, form, row)}
            />
          )}
        </div>
        {asks && !forbidden && (
          <Textarea
            required
            autosize
            minRows={2}
            maxLength={300}
            label={t('timetable.appointment.despite')}
            description={t('timetable.appointment.despiteHint')}
            value={form.reason}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
          />
        )}
        <Refusals of={refusals} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={!ready}>
            {t('timetable.appointment.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The side that the form itself is. */
const isOwn = (side: ClashSide, form: Form, row: AppointmentRow | undefined): boolean =>
  side.is === form.kind && side.appointmentId === (row?.id ?? null)

function ChildField({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (childId: string | null) => void
}) {
  const t = useWords()
  const children = useRead('timetable.children', {}).data ?? []
  return (
    <Select
      required
      searchable
      label={t('timetable.appointment.child')}
      data={children.map((child) => ({
        value: child.id,
        label: t('timetable.clash.childOf', { mother: child.name, child: child.mother }),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** The appointments of some days: who, what, when, where; each opens, and is called off with a reason. */
import { Button, Checkbox, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppointmentRow } from '../../../shared/contract/appointments.contract'
import { formatDay } from '../../../shared/i18n/format'
import { addDays, mondayOf } from '../../../shared/kernel/civil-date'
import { useAct, useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { NOTHING } from '../../ui/Facts'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

export function AppointmentsPage() {
  const today = useClock()?.today
  return today ? <Appointments today={today} /> : null
}

/** A fortnight: as far ahead as hearings are usually known. */
const DAYS = 13

function Appointments({ today }: { readonly today: string }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const monday = mondayOf(today)
  const [from, setFrom] = useFilter<string>('timetable.appointments.from', monday)
  const [until, setUntil] = useFilter<string>('timetable.appointments.until', addDays(monday, DAYS))
  const [withCancelled, setWithCancelled] = useFilter('timetable.appointments.cancelled', false)
  const [cancelling, setCancelling] = useState<AppointmentRow | null>(null)
  const read = useRead('timetable.appointments', { from, until, withCancelled }, { enabled: from <= until })
  const mayWrite = (row: AppointmentRow) =>
    row.cancelledOn === null &&
    row.kind !== 'care' &&
    may(row.childId ? 'timetable.cancelChildAppointment' : 'timetable.cancelAppointment')
  const add = may('timetable.addAppointments') && (
    <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => go('/timetable/appointments/new')}>
      {t('timetable.appointment.add')}
    </Button>
  )
  return (
    <Page
      title={t('timetable.appointment.list')}
      back={{ to: '/timetable', label: t('timetable.nav') }}
      primary={add}
      filters={
        <>
          <DayField label={t('timetable.slots.from')} value={from} onChange={(day) => day && setFrom(day)} />
          <DayField label={t('timetable.slots.until')} value={until} onChange={(day) => day && setUntil(day)} />
          <Checkbox
            mb={8}
            label={t('timetable.appointment.withCancelled')}
            checked={withCancelled}
            onChange={(event) => setWithCancelled(event.currentTarget.checked)}
          />
        </>
      }
    >
      <Refusals of={read.refusals} />
      <DataTable<AppointmentRow>
        name="timetable.appointments"
        label={t('timetable.appointment.list')}
        columns={columns(t, mayWrite, setCancelling)}
        rows={read.data}
        rowKey={(row) => row.id}
        search
        countWords="timetable.appointment.count"
        isQuiet={(row) => row.cancelledOn !== null}
        onOpen={(row) => row.kind !== 'care' && go(`/timetable/appointments/${row.id}`)}
        empty={
          <Empty title={t('timetable.appointment.empty')} hint={t('timetable.appointment.emptyHint')} action={add} />
        }
      />
      <CancelAppointment row={cancelling} onClose={() => setCancelling(null)} />
    </Page>
  )
}

function columns(
  t: ReturnType<typeof useWords>,
  mayWrite: (row: AppointmentRow) => boolean,
  onCancel: (row: AppointmentRow) => void,
): readonly Column<AppointmentRow>[] {
  return [
    {
      id: 'day',
      header: t('timetable.appointment.day'),
      width: 150,
      value: (row) => `${row.day} ${row.startsAt}`,
      cell: (row) => formatDay(row.day, t.language),
    },
    {
      id: 'time',
      header: t('timetable.appointment.when'),
      width: 120,
      value: (row) => row.startsAt,
      cell: (row) => (row.endsAt ? `${row.startsAt}–${row.endsAt}` : row.startsAt),
    },
    {
      id: 'who',
      header: t('timetable.appointment.who'),
      width: 240,
      value: (row) => row.who,
      cell: (row) => (
        <RecordLink to={row.childId ? '/children' : '/people'} id={row.childId ?? row.personId ?? ''}>
          {row.who}
        </RecordLink>
      ),
    },
    {
      id: 'kind',
      header: t('timetable.appointment.kind'),
      width: 160,
      value: (row) => t(`timetable.appointment.${row.kind}`),
      cell: (row) =>
        row.cancelledReason !== null ? (
          <Status
            tone="quiet"
            label={t(`timetable.appointment.${row.kind}`)}
            reason={t('timetable.appointment.cancelled', { reason: row.cancelledReason })}
          />
        ) : (
          t(`timetable.appointment.${row.kind}`)
        ),
    },
    {
      id: 'place',
      header: t('timetable.appointment.place'),
      width: 220,
      value: (row) => placeOf(row, t),
    },
    { id: 'note', header: t('timetable.appointment.note'), width: 180, value: (row) => row.note ?? '' },
    {
      id: 'act',
      header: t('timetable.appointment.cancel'),
      width: 130,
      value: () => '',
      cell: (row) =>
        mayWrite(row) ? (
          <Group justify="flex-end">
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('timetable.appointment.cancelTitle', { who: row.who })}
              onClick={(event) => {
                event.stopPropagation()
                onCancel(row)
              }}
            >
              {t('timetable.appointment.cancelShort')}
            </Button>
          </Group>
        ) : null,
    },
  ]
}

const placeOf = (row: AppointmentRow, t: ReturnType<typeof useWords>): string =>
  [row.place, row.outside && t('timetable.appointment.outside')].filter(Boolean).join(' · ') || NOTHING

/** Calls one off: it stays readable and collides with nothing any more. */
export function CancelAppointment({
  row,
  onClose,
}: {
  readonly row: AppointmentRow | null
  readonly onClose: () => void
}) {
  const t = useWords()
  const hers = useAct('timetable.cancelAppointment')
  const childs = useAct('timetable.cancelChildAppointment')
  const act = row?.childId ? childs : hers
  return (
    <ConfirmAct
      opened={row !== null}
      onClose={onClose}
      title={t('timetable.appointment.cancelTitle', { who: row?.who ?? '' })}
      consequences={[t('timetable.appointment.cancelConsequence')]}
      verb={t('timetable.appointment.cancel')}
      danger
      reason
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async (reason) => {
        if (!row) return
        const outcome = await act.run({ id: row.id, version: row.version, reason })
        if (outcome.ok) notifications.show({ message: t('timetable.appointment.done.cancelled') })
        return outcome.ok
      }}
    />
  )
}

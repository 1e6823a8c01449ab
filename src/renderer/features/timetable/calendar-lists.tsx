/** Special days and routines as tables: every fact of each, sorted, searched, printed as they stand. */
import type { CalendarDay, RoutineSeries } from '../../../shared/contract/calendar.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { weekdaysWords } from './week-words'

export function SpecialDayList({
  days,
  onOpen,
}: {
  readonly days: readonly CalendarDay[] | undefined
  readonly onOpen: (id: string, on: CivilDate) => void
}) {
  const t = useWords()
  const columns: readonly Column<CalendarDay>[] = [
    {
      id: 'day',
      header: t('timetable.special.day'),
      width: 140,
      value: (row) => row.day,
      cell: (row) => formatDay(row.day, t.language),
    },
    { id: 'title', header: t('timetable.special.title'), value: (row) => row.title },
    { id: 'kind', header: t('timetable.special.kind'), width: 130, value: (row) => t(`timetable.special.${row.kind}`) },
    {
      id: 'hours',
      header: t('timetable.special.hours'),
      width: 110,
      value: (row) => (row.startsAt || row.endsAt ? `${row.startsAt ?? ''}–${row.endsAt ?? ''}` : null),
    },
    {
      id: 'dormitories',
      header: t('timetable.special.dormitories'),
      width: 130,
      value: (row) => row.dormitories ?? t('timetable.special.whole'),
    },
    {
      id: 'does',
      header: t('timetable.special.effect'),
      width: 160,
      value: (row) => t(`timetable.special.effect.${row.does}`),
    },
    {
      id: 'cause',
      header: t('timetable.session.cause'),
      width: 170,
      // One that only warns takes no hour, and so nobody answers for any.
      value: (row) => (row.does === 'warns' ? null : t(`timetable.cause.${row.cause}`)),
    },
    {
      id: 'taken',
      header: t('timetable.year.sessions'),
      width: 90,
      align: 'end',
      value: (row) => row.cancelled + row.shortened || null,
    },
  ]
  return (
    <DataTable
      name="special-days"
      label={t('timetable.special.list')}
      columns={columns}
      rows={days}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id, row.day)}
      search
      initialSort={{ id: 'day' }}
      empty={<Empty title={t('timetable.calendar.empty')} hint={t('timetable.calendar.emptyHint')} />}
    />
  )
}

export function RoutineList({
  routines,
  onOpen,
}: {
  readonly routines: readonly RoutineSeries[] | undefined
  readonly onOpen: (routine: RoutineSeries) => void
}) {
  const t = useWords()
  const columns: readonly Column<RoutineSeries>[] = [
    { id: 'title', header: t('timetable.special.title'), value: (row) => row.title },
    {
      id: 'kind',
      header: t('timetable.special.kind'),
      width: 140,
      value: (row) => t(`timetable.routine.kind.${row.kind}`),
    },
    {
      id: 'weekdays',
      header: t('timetable.routine.weekdays'),
      width: 170,
      value: (row) => weekdaysWords(row.weekdays, t),
    },
    {
      id: 'hours',
      header: t('timetable.special.hours'),
      width: 120,
      value: (row) => `${row.startsAt}–${row.endsAt}`,
    },
    {
      id: 'dormitories',
      header: t('timetable.special.dormitories'),
      width: 170,
      value: (row) => row.dormitories ?? t('timetable.special.whole'),
    },
    {
      id: 'from',
      header: t('timetable.routine.from'),
      width: 150,
      value: (row) => row.validFrom,
      cell: (row) => formatDay(row.validFrom, t.language),
    },
    {
      id: 'until',
      header: t('timetable.routine.until'),
      width: 150,
      value: (row) => row.validUntil,
      cell: (row) => row.validUntil && formatDay(row.validUntil, t.language),
    },
  ]
  return (
    <DataTable
      name="routines"
      label={t('timetable.routine.list')}
      columns={columns}
      rows={routines}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      initialSort={{ id: 'hours' }}
      empty={<Empty title={t('timetable.routine.empty')} hint={t('timetable.routine.emptyHint')} />}
    />
  )
}

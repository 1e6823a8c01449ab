/** Sessions held whose roll is missing or not whole, by instructor, with the days they have waited. */
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'

type Row = Output<'attendance.pending'>[number]

export function PendingPage() {
  const t = useWords()
  const go = useGo()
  const list = useRead('attendance.pending', {})
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('attendance.pending.title')}
      subtitle={t('attendance.pending.hint')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
    >
      <Refusals of={list.refusals} />
      <DataTable
        name="attendance-pending"
        label={t('attendance.pending.title')}
        columns={columns}
        rows={list.data}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/attendance/rolls/${row.id}`)}
        search={t('attendance.pending.search')}
        countWords="attendance.pending.count"
        initialSort={{ id: 'instructor' }}
        empty={<Empty title={t('attendance.pending.none')} hint={t('attendance.pending.noneHint')} />}
      />
    </Page>
  )
}

const columnsOf = (t: Words): readonly Column<Row>[] => [
  { id: 'instructor', header: t('attendance.editions.instructor'), value: (row) => row.instructor, width: 210 },
  {
    id: 'day',
    header: t('attendance.pending.day'),
    value: (row) => row.day,
    cell: (row) => formatDay(row.day, t.language),
    width: 156,
  },
  { id: 'hours', header: t('attendance.pending.hours'), value: (row) => `${row.startsAt}–${row.endsAt}`, width: 120 },
  { id: 'title', header: t('attendance.editions.title'), value: (row) => row.title },
  { id: 'code', header: t('attendance.editions.code'), value: (row) => row.code, width: 118 },
  {
    id: 'unmarked',
    header: t('attendance.pending.missing'),
    value: (row) => row.unmarked,
    cell: (row) => t('attendance.pending.of', { unmarked: row.unmarked, women: row.onRoll }),
    width: 110,
    align: 'end',
  },
  {
    id: 'waiting',
    header: t('attendance.pending.waiting'),
    value: (row) => row.daysWaiting,
    cell: (row) => (
      <Status
        tone={row.overdue ? 'stop' : 'attention'}
        label={t('attendance.pending.days', { count: row.daysWaiting })}
      />
    ),
    width: 130,
  },
]

/** What is known ahead: who will not come, why and when. */
import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatShortDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { ExcuseModal, WithdrawExcuse } from '../../ui/HerExcuses'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'

type Row = Output<'attendance.excuses'>[number]

export function ExcusesPage() {
  const t = useWords()
  const { may } = useSession()
  const list = useRead('attendance.excuses', {})
  const [telling, setTelling] = useState(false)
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('attendance.excuses.title')}
      subtitle={t('attendance.excuses.hint')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
      primary={
        may('attendance.addExcuses') && (
          <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setTelling(true)}>
            {t('attendance.excuses.verb')}
          </Button>
        )
      }
    >
      <Refusals of={list.refusals} />
      <DataTable
        name="attendance-excuses"
        label={t('attendance.excuses.title')}
        columns={columns}
        rows={list.data}
        rowKey={(row) => row.id}
        search={t('attendance.excuses.search')}
        countWords="attendance.excuses.count"
        empty={<Empty title={t('attendance.excuses.none')} hint={t('attendance.excuses.noneHint')} />}
      />
      <ExcuseModal opened={telling} onClose={() => setTelling(false)} />
    </Page>
  )
}

/** `28 oct – 6 nov`, or the one day. */
const daysOf = (row: Row, t: Words): string =>
  [...new Set([row.from, row.until])].map((day) => formatShortDay(day, t.language)).join(' – ')

const columnsOf = (t: Words): readonly Column<Row>[] => [
  {
    id: 'who',
    header: t('attendance.excuses.who'),
    value: (row) => listName(row),
    cell: (row) => (
      <RecordLink to="/people" id={row.personId}>
        {listName(row)}
      </RecordLink>
    ),
    width: 250,
  },
  {
    id: 'days',
    header: t('attendance.excuses.days'),
    value: (row) => row.from,
    cell: (row) => daysOf(row, t),
    width: 140,
  },
  {
    id: 'hours',
    header: t('attendance.excuses.hours'),
    value: (row) => row.startsAt ?? '',
    cell: (row) => (row.startsAt ? `${row.startsAt}–${row.endsAt ?? ''}` : t('attendance.excuses.allDay')),
    width: 120,
  },
  { id: 'mark', header: t('attendance.excuses.mark'), value: (row) => row.mark, width: 76 },
  {
    id: 'reason',
    header: t('attendance.excuses.reason'),
    value: (row) => t(`attendance.reason.${row.reason}`),
    width: 190,
  },
  { id: 'note', header: t('attendance.excuses.note'), value: (row) => row.note },
  { id: 'toldBy', header: t('attendance.excuses.toldBy'), value: (row) => row.toldBy, width: 150 },
  {
    id: 'withdraw',
    header: t('attendance.excuses.withdraw'),
    value: () => null,
    cell: (row) => <WithdrawExcuse excuse={row} />,
    width: 116,
  },
]

/** The sessions of the day, in the order of the clock, and whether their roll was taken. */
import { useMemo } from 'react'
import type { RollState, TodaySession } from '../../../shared/contract/today.contract'
import type { Words } from '../../../shared/i18n'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Status, type Tone } from '../../ui/Status'

const TONES: Readonly<Record<RollState, Tone>> = {
  'to-come': 'quiet',
  taken: 'done',
  part: 'attention',
  missing: 'attention',
  off: 'quiet',
}

export function SessionsToday({ rows }: { readonly rows: readonly TodaySession[] }) {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      name="today.sessions"
      label={t('today.sessionsTable')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      size="content"
      {...(may('attendance.roll') ? { onOpen: (row: TodaySession) => go(`/attendance/rolls/${row.id}`) } : {})}
      countWords="today.session.count"
      isQuiet={(row) => row.roll === 'off'}
      empty={<Empty title={t('today.noSessions')} />}
    />
  )
}

const columnsOf = (t: Words): readonly Column<TodaySession>[] => [
  {
    id: 'time',
    header: t('today.time'),
    value: (row) => row.startsAt,
    cell: (row) => `${row.startsAt}–${row.endsAt}`,
    width: 118,
  },
  { id: 'title', header: t('today.activity'), value: (row) => row.title },
  { id: 'room', header: t('today.room'), value: (row) => row.room, width: 110 },
  { id: 'instructor', header: t('today.instructor'), value: (row) => row.instructor, width: 160, hidden: true },
  {
    id: 'roll',
    header: t('today.roll'),
    value: (row) => t(`today.roll.${row.roll}`),
    cell: (row) => <Status tone={TONES[row.roll]} label={t(`today.roll.${row.roll}`)} />,
    width: 150,
  },
  {
    id: 'marks',
    header: t('today.marksOf'),
    value: (row) => row.marks,
    cell: (row) => (row.roll === 'off' ? null : `${row.marks}/${row.places}`),
    width: 90,
    align: 'end',
  },
]

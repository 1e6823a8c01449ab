/** The rolls of a month, edition by edition, with what is still owed. */
import { Button, Menu } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowsDiff,
  IconCalendarPlus,
  IconChevronDown,
  IconHelpCircle,
  IconKeyboard,
  IconLetterCase,
  IconListNumbers,
  IconReport,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { FolioField } from './FolioField'
import { MonthSteps, useMonth } from './MonthSteps'
import { Rate } from './Rate'

type Row = Output<'attendance.editions'>[number]

export function AttendancePage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const [month, setMonth] = useMonth()
  const list = useRead('attendance.editions', { month: month ?? '2026-01' }, { enabled: month !== undefined })
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('attendance.nav')}
      primary={
        may('attendance.saveRoll') && (
          <Button leftSection={<IconKeyboard size={18} aria-hidden />} onClick={() => go('/attendance/pending')}>
            {t('attendance.pending.verb')}
          </Button>
        )
      }
      filters={
        <>
          {month && <MonthSteps month={month} onChange={setMonth} />}
          <FolioField />
          <Owed />
          <More />
        </>
      }
    >
      <Refusals of={list.refusals} />
      <DataTable
        name="attendance-editions"
        label={t('attendance.nav')}
        columns={columns}
        rows={list.data}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/attendance/editions/${row.id}`)}
        search={t('attendance.editions.search')}
        countWords="attendance.editions.count"
        empty={<Empty title={t('attendance.editions.empty')} hint={t('attendance.editions.emptyHint')} />}
      />
    </Page>
  )
}

const MORE = [
  ['/attendance/excuses', 'attendance.excuses', 'attendance.excuses.title', IconCalendarPlus],
  ['/attendance/day', 'attendance.day', 'attendance.dayPage.title', IconReport],
  ['/attendance/samples', 'attendance.samples', 'attendance.samples.title', IconArrowsDiff],
  ['/attendance/reasons', 'attendance.otherReasons', 'attendance.reasons.title', IconLetterCase],
  ['/places', 'places.waiting', 'attendance.waitingList', IconListNumbers],
] as const

/** The other pages of the slice. */
function More() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('attendance.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {MORE.filter(([, channel]) => may(channel)).map(([path, , words, Icon]) => (
          <Menu.Item key={path} leftSection={<Icon size={16} aria-hidden />} onClick={() => go(path)}>
            {t(words)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What waits for somebody: sessions without a roll, and marks or women to be settled. */
function Owed() {
  const t = useWords()
  const go = useGo()
  const pending = useRead('attendance.pending', {})
  const doubts = useRead('attendance.doubts', {})
  const sessions = pending.data?.length ?? 0
  const open = (doubts.data?.doubts.length ?? 0) + (doubts.data?.unlisted.length ?? 0)
  return (
    <>
      {sessions > 0 && (
        <Button
          variant="subtle"
          color="granada"
          leftSection={<IconAlertTriangle size={16} aria-hidden />}
          onClick={() => go('/attendance/pending')}
        >
          {t('attendance.pending.count', { count: sessions })}
        </Button>
      )}
      {open > 0 && (
        <Button
          variant="subtle"
          color="cempasuchil"
          leftSection={<IconHelpCircle size={16} aria-hidden />}
          onClick={() => go('/attendance/doubts')}
        >
          {t('attendance.doubts.count', { count: open })}
        </Button>
      )}
    </>
  )
}

const columnsOf = (t: Words): readonly Column<Row>[] => [
  { id: 'code', header: t('attendance.editions.code'), value: (row) => row.code, width: 118 },
  { id: 'title', header: t('attendance.editions.title'), value: (row) => row.title },
  { id: 'instructor', header: t('attendance.editions.instructor'), value: (row) => row.instructor, width: 190 },
  {
    id: 'enrolled',
    header: t('attendance.editions.enrolled'),
    value: (row) => row.enrolled,
    align: 'end',
    width: 100,
  },
  {
    id: 'sessions',
    header: t('attendance.editions.sessions'),
    value: (row) => row.sessions,
    cell: (row) => (row.cancelled > 0 ? `${String(row.sessions)} (−${String(row.cancelled)})` : row.sessions),
    align: 'end',
    width: 100,
  },
  {
    id: 'notBrought',
    header: t('attendance.editions.notBrought'),
    value: (row) => row.notBrought,
    align: 'end',
    width: 118,
  },
  {
    id: 'rate',
    header: t('attendance.editions.rate'),
    value: (row) => (row.counted === 0 ? null : row.attended / row.counted),
    cell: (row) => <Rate attended={row.attended} counted={row.counted} minimum={row.minRatePercent} />,
    width: 168,
  },
  {
    id: 'withoutRoll',
    header: t('attendance.editions.withoutRoll'),
    value: (row) => row.withoutRoll,
    cell: (row) =>
      row.withoutRoll > 0 ? (
        <Status tone="stop" label={t('attendance.editions.missing', { count: row.withoutRoll })} />
      ) : (
        <Status tone="done" label={t('attendance.editions.whole')} />
      ),
    width: 148,
  },
]

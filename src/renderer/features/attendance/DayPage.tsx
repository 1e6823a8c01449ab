/** The day as it ended, for the shift leader: each session with who came; printed, signed, and open to its rolls. */
import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract'
import { dayFigures } from '../../../shared/contract/attendance-day.contract'
import type { Words } from '../../../shared/i18n'
import { addDays } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter, useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import classes from './attendance.module.css'

type Day = Output<'attendance.day'>
type Row = Day['sessions'][number]

export function DayPage() {
  const t = useWords()
  const go = useGo()
  const today = useClock()?.today
  const [chosen, setDay] = useFilter<string | null>('attendance.day', null)
  const day = chosen ?? today
  const { data, refusals } = useRead('attendance.day', { day: day ?? '2026-01-01' }, { enabled: day !== undefined })
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('attendance.dayPage.title')}
      back={{ to: '/attendance', label: t('attendance.nav') }}
      primary={
        day && <PaperButton channel="attendance.printSummary" input={{ day }} label={t('attendance.dayPage.print')} />
      }
      filters={
        day && (
          <Group gap={4} align="flex-end">
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('attendance.dayPage.previous')}
              onClick={() => setDay(addDays(day, -1))}
            >
              <IconChevronLeft size={18} aria-hidden />
            </ActionIcon>
            <DayField label={t('attendance.reasons.day')} value={day} onChange={(next) => next && setDay(next)} />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('attendance.dayPage.next')}
              onClick={() => setDay(addDays(day, 1))}
            >
              <IconChevronRight size={18} aria-hidden />
            </ActionIcon>
          </Group>
        )
      }
    >
      <Refusals of={refusals} />
      {data && data.sessions.length > 0 && <Figures day={data} />}
      <DataTable
        name="attendance-day"
        label={t('attendance.dayPage.title')}
        columns={columns}
        rows={data?.sessions}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/attendance/rolls/${row.id}`)}
        countWords="attendance.dayPage.count"
        isQuiet={(row) => row.cancelledCause !== null}
        empty={<Empty title={t('attendance.dayPage.none')} />}
      />
    </Page>
  )
}

/** Planned, held, cancelled; and the absences by reason. */
function Figures({ day }: { readonly day: Day }) {
  const t = useWords()
  const figures = dayFigures(day.sessions)
  return (
    <p className={classes.dayFigures}>
      <b>{t('attendance.summary.figures', figures)}</b>
      {day.reasons.map((each) => (
        <span key={`${each.mark} ${each.reason ?? ''}`}>
          {each.count} {each.reason ? t(`attendance.reason.${each.reason}`) : t(`attendance.mark.${each.mark}`)} (
          {each.mark})
        </span>
      ))}
    </p>
  )
}

const COUNTS = ['onRoll', 'attended', 'late', 'absent', 'excused', 'notBrought', 'unmarked'] as const

const WIDTHS: Readonly<Partial<Record<(typeof COUNTS)[number], number>>> = {
  onRoll: 78,
  late: 72,
  absent: 84,
  excused: 112,
}

const columnsOf = (t: Words): readonly Column<Row>[] => [
  {
    id: 'hours',
    header: t('attendance.summary.hours'),
    value: (row) => `${row.startsAt}–${row.endsAt}`,
    width: 112,
  },
  { id: 'title', header: t('attendance.dayPage.session'), value: (row) => row.title },
  {
    id: 'instructor',
    header: t('attendance.editions.instructor'),
    value: (row) => row.instructor,
    width: 150,
    hidden: true,
  },
  ...COUNTS.map((count): Column<Row> => ({
    id: count,
    header: t(`attendance.summary.${count}`),
    value: (row) => (row.cancelledCause === null ? row[count] : null),
    align: 'end',
    width: WIDTHS[count] ?? 92,
  })),
  {
    id: 'status',
    header: t('attendance.dayPage.status'),
    value: (row) => row.cancelledCause ?? '',
    cell: (row) => <DayStatus row={row} />,
    width: 196,
  },
]

function DayStatus({ row }: { readonly row: Row }) {
  const t = useWords()
  if (row.cancelledCause !== null) {
    const cause = t(`hours.end.${row.cancelledCause}`)
    return <Status tone="quiet" label={t('attendance.summary.cancelled', { cause })} />
  }
  if (row.toolsOpen) return <Status tone="stop" label={t('attendance.summary.toolsOpen')} />
  if (row.unmarked > 0) return <Status tone="attention" label={t('attendance.dayPage.rollMissing')} />
  return <Status tone="done" label={t('attendance.dayPage.held')} />
}

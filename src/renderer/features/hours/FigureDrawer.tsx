/** The rows behind a figure, with its rule. Women of reserved groups only when asked for, by those who may. */
import { Button, Drawer, Stack } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Input, Output } from '../../../shared/contract'
import type { HourRow } from '../../../shared/contract/hours.contract'
import type { Words } from '../../../shared/i18n'
import { formatHours, formatNumber, formatShortDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Refusals } from '../../ui/Refusals'
import type { Figure } from './figures'
import classes from './hours.module.css'

type Wanted = Input<'hours.rows'>
export type FigureFilter = Pick<Wanted, 'monday' | 'axisId' | 'weekday'>

export interface OpenFigure {
  readonly figure: Figure
  /** Of which week, axis or day; empty for the whole period. */
  readonly name: string
  readonly filter: FigureFilter
}

export interface FigureDrawerProps {
  readonly open: OpenFigure | null
  readonly span: { readonly from: CivilDate; readonly until: CivilDate }
  readonly onClose: () => void
}

export function FigureDrawer({ open, span, onClose }: FigureDrawerProps) {
  const t = useWords()
  return (
    <Drawer
      opened={open !== null}
      onClose={onClose}
      title={open && [t(`hours.end.${open.figure}`), open.name].filter(Boolean).join(' · ')}
      size={1040}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {open && <Content key={JSON.stringify(open)} open={open} span={span} />}
    </Drawer>
  )
}

function Content({ open, span }: Pick<FigureDrawerProps, 'span'> & { readonly open: OpenFigure }) {
  const t = useWords()
  const { may } = useSession()
  const [named, setNamed] = useState(false)
  const input: Wanted = {
    ...span,
    ...open.filter,
    ...(open.figure !== 'planned' && { end: open.figure }),
  }
  const plain = useRead('hours.rows', input, { enabled: !named })
  const whole = useRead('hours.sensitiveRows', input, { enabled: named })
  const { data, refusals } = named ? whole : plain
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Stack gap="sm">
      <p className={classes.definition}>{t(`hours.rule.${open.figure}`)}</p>
      <Refusals of={refusals} />
      {data && data.count > data.rows.length && (
        <p className={classes.definition}>
          {t('hours.rows.first', { shown: formatNumber(data.rows.length), count: data.count })}
        </p>
      )}
      {data && <Reserved groups={data.reserved} />}
      {data && data.reserved.length > 0 && may('hours.sensitiveRows') && (
        <div>
          <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={() => setNamed(true)}>
            {t('hours.rows.showReserved')}
          </Button>
          <span className={classes.rule}>{t('hours.rows.showReservedHint')}</span>
        </div>
      )}
      <DataTable
        name="hours-rows"
        label={t('hours.rows')}
        columns={columns}
        rows={data?.rows}
        rowKey={(row) => `${row.sessionId} ${row.personId} ${row.end}`}
        countWords="hours.rows.count"
        size="content"
        empty={<Empty title={t('hours.reserved')} />}
      />
    </Stack>
  )
}

function Reserved({ groups }: { readonly groups: Output<'hours.rows'>['reserved'] }) {
  const t = useWords()
  if (groups.length === 0) return null
  return (
    <ul className={classes.reserved}>
      {groups.map(({ axis, end, count, minutes }) => (
        <li key={`${axis} ${end}`}>
          {t('hours.rows.reserved', { axis, count, hours: formatHours(minutes), end: t(`hours.end.${end}`) })}
        </li>
      ))}
    </ul>
  )
}

const columnsOf = (t: Words): readonly Column<HourRow>[] => [
  { id: 'woman', header: t('hours.rows.woman'), value: (row) => row.woman },
  {
    id: 'day',
    header: t('hours.rows.day'),
    value: (row) => `${row.day} ${row.startsAt}`,
    cell: (row) => formatShortDay(row.day, t.language),
    width: 80,
  },
  {
    id: 'time',
    header: t('hours.rows.time'),
    value: (row) => row.startsAt,
    cell: (row) => `${row.startsAt}–${row.endsAt}`,
    width: 112,
  },
  { id: 'title', header: t('hours.rows.title'), value: (row) => row.title, width: 170 },
  { id: 'cell', header: t('hours.rows.cell'), value: (row) => cellOf(row, t), width: 150 },
  { id: 'end', header: t('hours.rows.end'), value: (row) => t(`hours.end.${row.end}`), width: 104 },
  {
    id: 'minutes',
    header: t('hours.rows.minutes'),
    value: (row) => row.minutes,
    cell: (row) => formatHours(row.minutes),
    width: 70,
    align: 'end',
  },
]

const cellOf = ({ cell, reason, cancelledCause }: HourRow, t: Words): string =>
  cell === 'S' && cancelledCause
    ? t('hours.rows.cancelled', { cause: t(`timetable.cause.${cancelledCause}`) })
    : reason
      ? `${cell} · ${t(`attendance.reason.${reason}`)}`
      : t(`attendance.mark.${cell}`)

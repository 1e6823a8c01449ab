/** The month's figures as rows of charts and tables. */
import type { MonthFigures } from '../../../shared/contract/bundles.contract'
import type { Words } from '../../../shared/i18n'
import { formatDuration, formatPercent } from '../../../shared/i18n/format'
import type { FigureRow } from './Figure'

/** Sessions held, cancelled by cause with the hours lost, without a roll, and still ahead. */
export const sessionRows = ({ sessions }: MonthFigures, t: Words): FigureRow[] => [
  {
    key: 'held',
    label: t('bundles.month.held'),
    value: sessions.held,
    note: formatDuration(sessions.heldMinutes),
  },
  ...sessions.cancelled.map((row) => ({
    key: row.code,
    label: t(`bundles.month.cause.${row.code}`),
    value: row.count,
    note: formatDuration(row.minutes),
  })),
  { key: 'withoutRoll', label: t('bundles.month.withoutRoll'), value: sessions.withoutRoll },
  ...(sessions.ahead > 0 ? [{ key: 'ahead', label: t('bundles.month.ahead'), value: sessions.ahead }] : []),
]

export const markRows = ({ marks }: MonthFigures, t: Words): FigureRow[] =>
  marks.map(({ code, count }) => ({ key: code, label: t(`bundles.month.mark.${code}`), value: count }))

/** Share of those present of all counted, by axis; whole per cents, never rounded up. */
export const axisRows = ({ axes }: MonthFigures, t: Words): FigureRow[] =>
  axes.map((axis) => {
    const counted = axis.attended + axis.absent
    return {
      key: axis.id,
      label: axis.name,
      value: counted === 0 ? 0 : Math.floor((axis.attended * 100) / counted),
      text: formatPercent(axis.attended, counted),
      note: t('bundles.month.ofCounted', { attended: axis.attended, counted }),
    }
  })

export const womenRows = ({ women }: MonthFigures, t: Words): FigureRow[] => [
  { key: 'start', label: t('bundles.month.atStart'), value: women.atStart },
  { key: 'in', label: t('bundles.month.admitted'), value: women.admitted },
  ...women.left.map(({ code, count }) => ({ key: code, label: t(`bundles.month.left.${code}`), value: count })),
  { key: 'end', label: t('bundles.month.atEnd'), value: women.atEnd },
]

export const outingRows = ({ outings }: MonthFigures, t: Words): FigureRow[] =>
  (['planned', 'made', 'late', 'stillOut', 'notMade', 'cancelled'] as const).map((key) => ({
    key,
    label: t(`bundles.month.outings.${key}`),
    value: outings[key],
  }))

/** A month in which nothing of the kind happened says so in words; bars of nought would say it badly. */
export const unlessNothing = (rows: readonly FigureRow[]): readonly FigureRow[] =>
  rows.some((row) => row.value > 0) ? rows : []

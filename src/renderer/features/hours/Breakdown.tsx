/** The period by week, axis or weekday against every ending; the last line is the sum of the others. */
import { SegmentedControl, Table } from '@mantine/core'
import type { Output } from '../../../shared/contract'
import type { HourSplit } from '../../../shared/contract/hours.contract'
import type { Words } from '../../../shared/i18n'
import { formatShortDay, longWeekday } from '../../../shared/i18n/format'
import { addDays } from '../../../shared/kernel/civil-date'
import { useFilter } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { FigureButton } from './FigureButton'
import type { FigureFilter, OpenFigure } from './FigureDrawer'
import { COLUMNS, minutesOf } from './figures'
import classes from './hours.module.css'

type Summary = Output<'hours.summary'>
const WAYS = ['week', 'axis', 'weekday'] as const
type Way = (typeof WAYS)[number]

interface Line {
  readonly key: string
  readonly name: string
  readonly note?: string
  readonly split: HourSplit
  readonly filter: FigureFilter
}

export function Breakdown({
  summary,
  onOpen,
}: {
  readonly summary: Summary
  readonly onOpen: (open: OpenFigure) => void
}) {
  const t = useWords()
  const [way, setWay] = useFilter<Way>('hours.by', 'week')
  const total: Line = { key: 'total', name: t('hours.total'), split: summary.total, filter: {} }
  return (
    <Section
      title={t(`hours.by.${way}`)}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('hours.by')}
          value={way}
          onChange={(value) => setWay(value)}
          data={WAYS.map((value) => ({ value, label: t(`hours.by.${value}`) }))}
        />
      }
    >
      <div className={classes.wide}>
        <Table
          className={classes.numbers ?? ''}
          verticalSpacing={5}
          horizontalSpacing={8}
          aria-label={t(`hours.by.${way}`)}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t(`hours.${way}`)}</Table.Th>
              {COLUMNS.map((figure) => (
                <Table.Th key={figure} scope="col" ta="right" title={t(`hours.rule.${figure}`)}>
                  {t(`hours.end.${figure}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...linesOf(summary, way, t), total].map((line) => (
              <Table.Tr key={line.key} data-total={line.key === 'total' || undefined}>
                <Table.Th scope="row">
                  {line.name}
                  {line.note && <span className={classes.rule}>{line.note}</span>}
                </Table.Th>
                {COLUMNS.map((figure) => (
                  <Table.Td key={figure} ta="right">
                    <FigureButton
                      minutes={minutesOf(line.split, figure)}
                      name={`${t(`hours.end.${figure}`)}, ${line.name}`}
                      onOpen={() =>
                        onOpen({ figure, name: line.key === 'total' ? '' : line.name, filter: line.filter })
                      }
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  )
}

function linesOf(summary: Summary, way: Way, t: Words): readonly Line[] {
  if (way === 'week')
    return summary.weeks.map(({ monday, split }) => ({
      key: monday,
      name: `${formatShortDay(monday, t.language)} – ${formatShortDay(addDays(monday, 6), t.language)}`,
      split,
      filter: { monday },
    }))
  if (way === 'axis')
    return summary.axes.map(({ axisId, name, sensitive, split }) => ({
      key: axisId,
      name,
      split,
      filter: { axisId },
      ...(sensitive && { note: t('hours.reserved') }),
    }))
  return summary.weekdays.map(({ weekday, split }) => ({
    key: String(weekday),
    name: longWeekday(weekday, t.language),
    split,
    filter: { weekday },
  }))
}

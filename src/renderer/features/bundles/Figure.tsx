/** A figure of the month: bars for whoever would rather look, the same numbers as a table beside them. */
import { BarChart } from '@mantine/charts'
import { Table } from '@mantine/core'
import { formatNumber } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import classes from './bundles.module.css'

export interface FigureRow {
  readonly key: string
  readonly label: string
  readonly value: number
  /** How the table writes the value, where it is not a plain count. */
  readonly text?: string
  /** A second figure of the row: hours lost, sessions held. */
  readonly note?: string
}

export interface FigureProps {
  readonly title: string
  readonly unit: string
  readonly note?: string
  readonly rows: readonly FigureRow[]
  /** Bars against a hundred. */
  readonly percent?: boolean
  readonly color?: string
}

const ROW = 32

export function Figure({ title, unit, note, rows, percent = false, color = 'jacaranda.6' }: FigureProps) {
  const t = useWords()
  if (rows.length === 0)
    return (
      <Section title={title}>
        <p className={classes.nothing}>{t('bundles.month.nothing')}</p>
      </Section>
    )
  return (
    <Section title={title}>
      <div className={classes.figure}>
        {/* The table beside it says the same: whoever listens hears it once. */}
        <div aria-hidden className={classes.chart}>
          <BarChart
            h={rows.length * ROW + 36}
            data={rows.map((row) => ({ label: row.label, value: row.value }))}
            dataKey="label"
            orientation="vertical"
            series={[{ name: 'value', label: unit, color }]}
            withTooltip={false}
            gridAxis="y"
            tickLine="none"
            maxBarWidth={20}
            xAxisProps={{ allowDecimals: false, ...(percent ? { domain: [0, 100] } : {}) }}
            yAxisProps={{ width: 190, interval: 0 }}
            barProps={{ isAnimationActive: false }}
            barChartProps={{ accessibilityLayer: false }}
          />
        </div>
        <Table className={classes.numbers ?? ''} withRowBorders verticalSpacing={4} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{title}</Table.Th>
              <Table.Th scope="col" ta="right">
                {unit}
              </Table.Th>
              {note && (
                <Table.Th scope="col" ta="right">
                  {note}
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.key}>
                <Table.Td>{row.label}</Table.Td>
                <Table.Td ta="right">{row.text ?? formatNumber(row.value)}</Table.Td>
                {note && <Table.Td ta="right">{row.note ?? '—'}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  )
}

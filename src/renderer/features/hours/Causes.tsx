/** To whom the hours are laid: bars for whoever would rather look, the same figures beside them with their rules. */
import { BarChart } from '@mantine/charts'
import { Table } from '@mantine/core'
import { HOUR_ENDS, type HourSplit } from '../../../shared/contract/hours.contract'
import { formatPercent } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { FigureButton } from './FigureButton'
import type { OpenFigure } from './FigureDrawer'
import classes from './hours.module.css'

const ROW = 34
const LOST = HOUR_ENDS.filter((end) => end !== 'held')

export function Causes({ total, onOpen }: { readonly total: HourSplit; readonly onOpen: (open: OpenFigure) => void }) {
  const t = useWords()
  return (
    <Section title={t('hours.causes')}>
      <div className={classes.causes}>
        {/* The table beside it says the same: whoever listens hears it once. */}
        <div aria-hidden>
          <BarChart
            h={LOST.length * ROW + 36}
            data={LOST.map((end) => ({ label: t(`hours.end.${end}`), value: Math.round(total[end] / 6) / 10 }))}
            dataKey="label"
            orientation="vertical"
            series={[{ name: 'value', label: t('hours.unit'), color: 'jacaranda.6' }]}
            withTooltip={false}
            gridAxis="y"
            tickLine="none"
            maxBarWidth={18}
            yAxisProps={{ width: 104, interval: 0 }}
            barProps={{ isAnimationActive: false }}
            barChartProps={{ accessibilityLayer: false }}
          />
        </div>
        <Table className={classes.numbers ?? ''} verticalSpacing={3} aria-label={t('hours.causes')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('hours.cause')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('hours.hours')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('hours.share')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {LOST.map((end) => (
              <Table.Tr key={end}>
                <Table.Td>
                  {t(`hours.end.${end}`)}
                  <span className={classes.rule}>{t(`hours.rule.${end}`)}</span>
                </Table.Td>
                <Table.Td ta="right">
                  <FigureButton
                    minutes={total[end]}
                    name={t(`hours.end.${end}`)}
                    onOpen={() => onOpen({ figure: end, name: '', filter: {} })}
                  />
                </Table.Td>
                <Table.Td ta="right">{formatPercent(total[end], total.planned)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  )
}

/** One measure over age: what was measured as a firm line with dots, the reference as three dashed ones. */
import { LineChart } from '@mantine/charts'
import { bandAt, LAST_MONTH, type Measure } from '../../../shared/contract/growth-standards'
import { useWords } from '../../platform/words'
import type { HealthFile } from './health-file'
import classes from './health.module.css'

const FIELD = { weight: 'weightG', height: 'heightMm', head: 'headMm' } as const
const UNIT = { weight: 1000, height: 10, head: 10 } as const
/** A year is shown at least, so that the first dot does not fill the picture. */
const LEAST_MONTHS = 12

interface Point {
  readonly age: number
  readonly measured?: number
  readonly low?: number
  readonly middle?: number
  readonly high?: number
}

/** Months on which the reference is drawn, and the measurements at their own age. */
function pointsOf(file: HealthFile, measure: Measure): { points: Point[]; most: number } {
  const measured = file.growth.flatMap((row) => {
    const value = row[FIELD[measure]]
    return row.age === null || value === null ? [] : [{ age: row.age, measured: value / UNIT[measure] }]
  })
  const last = Math.max(LEAST_MONTHS, ...measured.map((each) => each.age + 1))
  const most = Math.min(LAST_MONTH, Math.ceil(last / 6) * 6)
  const { sex } = file
  const bands =
    sex === 'M' || sex === 'H'
      ? Array.from({ length: most + 1 }, (_, age): Point => {
          const [low = 0, middle = 0, high = 0] = (bandAt(measure, sex, age) ?? []).map((each) => each / UNIT[measure])
          return { age, low, middle, high }
        })
      : []
  return { points: [...bands, ...measured].sort((a, b) => a.age - b.age), most }
}

export function GrowthChart({ file, measure }: { readonly file: HealthFile; readonly measure: Measure }) {
  const t = useWords()
  const { points, most } = pointsOf(file, measure)
  const any = points.some((point) => point.measured !== undefined)
  return (
    <figure className={classes.chart}>
      <figcaption>{t(`children.growth.chart.${measure}`)}</figcaption>
      {any ? (
        /* The table below says the same: whoever listens hears it once. */
        <div aria-hidden>
          <LineChart
            h={230}
            data={points.map((point) => ({ ...point }))}
            dataKey="age"
            series={[
              { name: 'low', color: 'var(--u-rule-strong)', strokeDasharray: '3 4' },
              { name: 'middle', color: 'var(--u-ink-soft)', strokeDasharray: '7 4' },
              { name: 'high', color: 'var(--u-rule-strong)', strokeDasharray: '3 4' },
              { name: 'measured', color: 'var(--u-accent)' },
            ]}
            curveType="linear"
            connectNulls
            withTooltip={false}
            strokeWidth={1.2}
            gridAxis="xy"
            tickLine="none"
            xAxisProps={{
              type: 'number',
              domain: [0, most],
              ticks: Array.from({ length: Math.floor(most / 6) + 1 }, (_, index) => index * 6),
              padding: { left: 0, right: 0 },
            }}
            yAxisProps={{ width: 38, domain: ['auto', 'auto'] }}
            lineProps={(series) => ({
              isAnimationActive: false,
              activeDot: false,
              ...(series.name === 'measured' ? { strokeWidth: 2, dot: { r: 3.5 } } : { dot: false }),
            })}
            lineChartProps={{ accessibilityLayer: false }}
          />
        </div>
      ) : (
        <p className={classes.quiet}>{t('children.growth.notMeasured')}</p>
      )}
    </figure>
  )
}

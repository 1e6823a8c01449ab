/** A rate against its minimum, as figures and as a line with a mark where the minimum stands. */
import { formatPercent } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import classes from './attendance.module.css'

export interface RateProps {
  readonly attended: number
  readonly counted: number
  readonly minimum: number
  readonly below?: boolean
}

export function Rate({ attended, counted, minimum, below }: RateProps) {
  const t = useWords()
  if (counted === 0) return <>—</>
  const isBelow = below ?? attended * 100 < minimum * counted
  return (
    <span
      className={classes.rate}
      data-below={isBelow || undefined}
      title={t(isBelow ? 'attendance.rate.below' : 'attendance.rate.reaches', { attended, counted, minimum })}
    >
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${String((attended * 100) / counted)}%` }} />
        <i style={{ left: `${String(minimum)}%` }} />
      </span>
      <span>
        {isBelow ? '↓ ' : ''}
        {formatPercent(attended, counted)}
      </span>
    </span>
  )
}

/** Children's outings of the day: late and out first, in words that can be read from across the room. */
import type { Output } from '../../../shared/contract'
import type { OutingState } from '../../../shared/contract/outings.contract'
import { formatShortDay, formatSpan } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { RecordLink } from '../../ui/RecordLink'
import { Status, type Tone } from '../../ui/Status'
import classes from './today.module.css'

type OutingRow = NonNullable<Output<'today.overview'>['outings']>[number]

const TONES: Readonly<Record<OutingState, Tone>> = {
  late: 'stop',
  'not-returned': 'stop',
  out: 'info',
  authorised: 'done',
  requested: 'attention',
  'back-late': 'attention',
  back: 'done',
  'not-made': 'quiet',
  paused: 'attention',
  stays: 'quiet',
  cancelled: 'quiet',
}

/** A plan for today that something stands against is as loud as a late child. */
const isStopped = (row: OutingRow): boolean => row.state === 'authorised' && row.reasons.length > 0

export function OutingsToday({ rows, today }: { readonly rows: readonly OutingRow[]; readonly today: string }) {
  return (
    <ul className={classes.outings}>
      {rows.map((row) => (
        <OutingLine key={row.id} row={row} today={today} />
      ))}
    </ul>
  )
}

function OutingLine({ row, today }: { readonly row: OutingRow; readonly today: string }) {
  const t = useWords()
  const word = isStopped(row)
    ? t('outings.leave.no')
    : row.state === 'late' || row.state === 'back-late'
      ? t(`outings.state.${row.state}By`, { late: formatSpan(row.lateMinutes, t.language) })
      : t(`outings.state.${row.state}`)
  const at = (day: string, time: string): string =>
    day === today ? time : `${formatShortDay(day, t.language)} ${time}`
  return (
    <li data-loud={row.state === 'late' || row.state === 'not-returned' || isStopped(row) || undefined}>
      <Status tone={isStopped(row) ? 'stop' : TONES[row.state]} label={word} />
      <span className={classes.outingChild}>
        <RecordLink to="/outings" id={row.id}>
          {row.child}
        </RecordLink>
      </span>
      <span>{row.phone === null ? row.adult : `${row.adult} · ${row.phone}`}</span>
      <span className={classes.outingTimes}>
        {at(row.leavesOn, row.leavesAt)} → {at(row.returnsOn, row.returnsAt)}
      </span>
    </li>
  )
}

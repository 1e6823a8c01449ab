/** What stands in the box of a session. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { WeekSession, WeekView } from '../../../shared/contract/week.contract'
import { useWords } from '../../platform/words'
import { ClashNames } from './ClashNames'
import { clashWords } from './clash-words'
import classes from './timetable.module.css'
import { clashesOf } from './week-events'

export function Body({
  session,
  by,
  clashes,
}: {
  readonly session: WeekSession
  readonly by: WeekView
  readonly clashes: readonly ClashFacts[]
}) {
  const t = useWords()
  const clashing = clashesOf(clashes, session.id)
  const where = by === 'room' ? session.instructor : session.room
  return (
    <span
      className={classes.body}
      data-session={session.id}
      data-cancelled={session.cancelledCause ? true : undefined}
      title={clashing.map((clash) => clashWords(clash, session.id, t)).join('\n') || undefined}
    >
      <span className={classes.time}>
        {session.startsAt}–{session.endsAt}
      </span>
      <span className={classes.name}>{session.title ?? t('timetable.neutral')}</span>
      {session.cancelledCause && (
        <span className={classes.why}>{session.cancelledNote ?? t(`timetable.cause.${session.cancelledCause}`)}</span>
      )}
      {session.shortened && (
        <span className={classes.why}>
          {t('timetable.event.shortened', { from: session.shortened.startsAt, until: session.shortened.endsAt })}
        </span>
      )}
      <ClashNames clashes={clashes} sessionId={session.id} />
      {where && <span className={classes.where}>{where}</span>}
    </span>
  )
}

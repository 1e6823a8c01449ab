/** One session in a table of a week: hours, title, why it is not held, what it collides with. */
import { UnstyledButton } from '@mantine/core'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { WeekSession } from '../../../shared/contract/week.contract'
import { useWords } from '../../platform/words'
import { ClashNames } from './ClashNames'
import type { OpenSession } from './SessionDrawer'
import classes from './timetable.module.css'
import { clashesOf } from './week-events'

export function SessionEntry({
  session,
  clashes,
  onOpen,
}: {
  readonly session: WeekSession
  readonly clashes: readonly ClashFacts[]
  readonly onOpen: (session: OpenSession) => void
}) {
  const t = useWords()
  const clashing = clashesOf(clashes, session.id)
  return (
    <UnstyledButton
      className={classes.roomEntry}
      data-cancelled={session.cancelledCause ? true : undefined}
      data-clash={clashing.some((clash) => clash.level === 'block') || undefined}
      onClick={() => onOpen({ id: session.id })}
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
      {session.fromHere !== null && (
        <span>
          {session.room} · {t('timetable.event.fromHere', { count: session.fromHere })}
        </span>
      )}
      <ClashNames clashes={clashes} sessionId={session.id} />
    </UnstyledButton>
  )
}

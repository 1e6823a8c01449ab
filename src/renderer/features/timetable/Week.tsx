/** The week itself: sessions in their hours, special days on top, cancelled ones struck, clashes named. */
import { WeekView, type ScheduleEventData } from '@mantine/schedule'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Input } from '../../../shared/contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { SessionCard, SpecialDayFacts } from '../../../shared/contract/timetable.contract'
import type { Words } from '../../../shared/i18n'
import { formatShortDay, shortWeekday } from '../../../shared/i18n/format'
import { minutesOf, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { clashWords } from './clash-words'
import type { OpenSession } from './SessionDrawer'
import classes from './timetable.module.css'

interface WeekProps {
  readonly monday: CivilDate
  readonly today: CivilDate
  readonly by: Input<'timetable.week'>['by']
  readonly sessions: readonly SessionCard[]
  readonly clashes: readonly ClashFacts[]
  readonly specialDays: readonly SpecialDayFacts[]
  readonly onOpen: (session: OpenSession) => void
}

const FIRST_HOUR = 7
const LAST_HOUR = 18
const DROP_STEP = 30

export function Week({ monday, today, by, sessions, clashes, specialDays, onOpen }: WeekProps) {
  const t = useWords()
  const { may } = useSession()
  const byId = useMemo(() => new Map(sessions.map((session) => [session.id, session])), [sessions])
  // A visit on a Saturday stands in the list beside; two empty columns would make the others unreadable.
  const weekend = sessions.some((session) => weekdayOf(session.day) > 5)
  const hours = hoursOf(sessions)
  const events = [
    ...sessions.map((session) => eventOf(session, clashes, t)),
    ...specialDays.map((special) => specialEvent(special)),
  ]
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => nameDays(root.current))
  return (
    <WeekView
      ref={root}
      className={classes.week ?? ''}
      date={monday}
      events={events}
      startTime={`${hours.from}:00:00`}
      endTime={`${hours.until}:00:00`}
      intervalMinutes={60}
      slotHeight={40}
      allDaySlotHeight={30}
      withHeader={false}
      withWeekNumber={false}
      withWeekendDays={weekend}
      withAllDaySlots={specialDays.some((each) => weekend || weekdayOf(each.day) <= 5)}
      withCurrentTimeIndicator={false}
      firstDayOfWeek={1}
      weekdayFormat={(day) => `${shortWeekday(weekdayOf(day.slice(0, 10)), t.language)}`}
      highlightToday
      getCurrentTime={() => `${today} 12:00:00`}
      labels={{ allDay: t('timetable.allDay'), weekday: t('timetable.weekday'), timeSlot: t('timetable.slot') }}
      // Empty hours do nothing: the keyboard goes from session to session.
      getTimeSlotProps={() => ({ tabIndex: -1, 'aria-hidden': true })}
      renderEventBody={(event) => {
        const session = byId.get(String(event.id))
        return session ? (
          <Body session={session} by={by} clashes={clashes} />
        ) : (
          <span className={classes.notice}>{event.title}</span>
        )
      }}
      onEventClick={(event) => byId.has(String(event.id)) && onOpen({ id: String(event.id) })}
      withEventsDragAndDrop={may('timetable.move')}
      eventDragInterval={DROP_STEP}
      canDragEvent={(event) => isMovable(byId.get(String(event.id)))}
      onEventDrop={({ eventId, newStart, newEnd }) =>
        onOpen({
          id: String(eventId),
          moveTo: { day: newStart.slice(0, 10), startsAt: newStart.slice(11, 16), endsAt: newEnd.slice(11, 16) },
        })
      }
    />
  )
}

/** The library names the heads of the days by ISO date and makes them stops of the keyboard; here they lead nowhere. */
function nameDays(root: HTMLDivElement | null): void {
  for (const head of root?.querySelectorAll('.mantine-WeekView-weekViewDayLabel') ?? []) {
    head.removeAttribute('aria-label')
    head.setAttribute('tabindex', '-1')
  }
}

const isMovable = (session: SessionCard | undefined): boolean =>
  session !== undefined && session.cancelledCause === null && session.marks === 0

/** The hours to show: the center's day, wider if something is held earlier or later. */
function hoursOf(sessions: readonly SessionCard[]): { from: string; until: string } {
  const from = Math.min(FIRST_HOUR, ...sessions.map((each) => Math.floor(minutesOf(each.startsAt) / 60)))
  const until = Math.max(LAST_HOUR, ...sessions.map((each) => Math.ceil(minutesOf(each.endsAt) / 60)))
  return { from: String(from).padStart(2, '0'), until: String(Math.min(23, until)).padStart(2, '0') }
}

const ofSession = (clashes: readonly ClashFacts[], id: string): ClashFacts[] =>
  clashes.filter((clash) => clash.a.sessionId === id || clash.b.sessionId === id)

function eventOf(session: SessionCard, clashes: readonly ClashFacts[], t: Words): ScheduleEventData {
  const clashing = ofSession(clashes, session.id).length
  const title = session.title ?? t('timetable.neutral')
  const said = t('timetable.event', { title, from: session.startsAt, until: session.endsAt, room: session.room })
  return {
    id: session.id,
    title: [
      said,
      session.cancelledCause && t('timetable.event.cancelled'),
      clashing > 0 && t('timetable.event.clash', { count: clashing }),
    ]
      .filter(Boolean)
      .join(', '),
    start: `${session.day} ${session.startsAt}:00`,
    end: `${session.day} ${session.endsAt}:00`,
    color: session.cancelledCause ? 'gray' : clashing > 0 ? 'granada' : 'jacaranda',
  }
}

const SPECIAL_COLOR = { holiday: 'cielo', visit: 'cielo', closure: 'cempasuchil' } as const

const specialEvent = (special: SpecialDayFacts): ScheduleEventData => ({
  id: special.id,
  title: special.title,
  start: `${special.day} 00:00:00`,
  end: `${special.day} 23:59:59`,
  color: SPECIAL_COLOR[special.kind],
})

function Body({
  session,
  by,
  clashes,
}: {
  readonly session: SessionCard
  readonly by: WeekProps['by']
  readonly clashes: readonly ClashFacts[]
}) {
  const t = useWords()
  const clashing = ofSession(clashes, session.id)
  const where = by === 'room' ? session.instructor : session.room
  return (
    <span
      className={classes.body}
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
      {clashing.map((clash) => (
        <span key={`${clash.kind} ${clash.resourceId} ${clash.from}`} className={classes.clash}>
          <IconAlertTriangle size={13} aria-hidden /> {clashWords(clash, session.id, t)}
        </span>
      ))}
      {where && <span className={classes.where}>{where}</span>}
    </span>
  )
}

/** `mar 13 oct`: heads of the columns on paper and in lists. */
export const columnDay = (day: CivilDate, t: Words): string =>
  `${shortWeekday(weekdayOf(day), t.language)} ${formatShortDay(day, t.language)}`

/** The week itself: sessions in their hours and what lies beside them, cancelled ones struck, clashes named. */
import { WeekView } from '@mantine/schedule'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { Output } from '../../../shared/contract'
import type { WeekSession, WeekView as View } from '../../../shared/contract/week.contract'
import { shortWeekday } from '../../../shared/i18n/format'
import { minutesOf, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import type { OpenSession } from './SessionDrawer'
import classes from './timetable.module.css'
import { useGrab } from './use-grab'
import { eventsOf, isMovable, type Layer } from './week-events'
import { Body } from './WeekBody'

interface WeekProps {
  readonly monday: CivilDate
  readonly today: CivilDate
  readonly by: View
  readonly week: Output<'timetable.week'>
  readonly layers: readonly Layer[]
  readonly onOpen: (session: OpenSession) => void
}

const FIRST_HOUR = 7
const LAST_HOUR = 18
const DROP_STEP = 30

export function Week({ monday, today, by, week, layers, onOpen }: WeekProps) {
  const t = useWords()
  const { may } = useSession()
  const sessions = layers.includes('sessions') ? week.sessions : NONE
  const byId = useMemo(() => new Map(sessions.map((session) => [session.id, session])), [sessions])
  // A visit on a Saturday stands in the list beside; two empty columns would make the others unreadable.
  const weekend = [...sessions, ...week.appointments].some((each) => weekdayOf(each.day) > 5)
  const hours = hoursOf(sessions)
  const mayMove = may('timetable.move')
  const grab = useGrab({ monday, lastWeekday: weekend ? 7 : 5, step: DROP_STEP, onDrop: onOpen })
  const events = eventsOf(week, layers, grab.held, t)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => nameDays(root.current))
  const onKey = (event: KeyboardEvent) => {
    const focused = document.activeElement?.querySelector<HTMLElement>('[data-session]')?.dataset['session']
    const session = focused === undefined ? undefined : byId.get(focused)
    if (grab.onKey(event.key, mayMove && isMovable(session) ? session : undefined)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  return (
    <div onKeyDownCapture={onKey} className={classes.weekFrame}>
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
        withAllDaySlots={
          layers.includes('special') && week.specialDays.some((each) => weekend || weekdayOf(each.day) <= 5)
        }
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
            <Body session={session} by={by} clashes={week.clashes} />
          ) : (
            <span className={classes.notice}>{event.title}</span>
          )
        }}
        onEventClick={(event) => byId.has(String(event.id)) && onOpen({ id: String(event.id) })}
        withEventsDragAndDrop={mayMove}
        eventDragInterval={DROP_STEP}
        canDragEvent={(event) => isMovable(byId.get(String(event.id)))}
        onEventDrop={({ eventId, newStart, newEnd }) =>
          onOpen({
            id: String(eventId),
            moveTo: { day: newStart.slice(0, 10), startsAt: newStart.slice(11, 16), endsAt: newEnd.slice(11, 16) },
          })
        }
      />
      <p className={classes.grabbed} role="status">
        {grab.said ?? (mayMove && sessions.length > 0 ? t('timetable.grab.hint') : '')}
      </p>
    </div>
  )
}

const NONE: readonly WeekSession[] = []

/** The library names the heads of the days by ISO date and makes them stops of the keyboard; here they lead nowhere. */
function nameDays(root: HTMLDivElement | null): void {
  for (const head of root?.querySelectorAll('.mantine-WeekView-weekViewDayLabel') ?? []) {
    head.removeAttribute('aria-label')
    head.setAttribute('tabindex', '-1')
  }
}

/** The hours to show: the center's day, wider if something is held earlier or later. */
function hoursOf(sessions: readonly WeekSession[]): { from: string; until: string } {
  const from = Math.min(FIRST_HOUR, ...sessions.map((each) => Math.floor(minutesOf(each.startsAt) / 60)))
  const until = Math.max(LAST_HOUR, ...sessions.map((each) => Math.ceil(minutesOf(each.endsAt) / 60)))
  return { from: String(from).padStart(2, '0'), until: String(Math.min(23, until)).padStart(2, '0') }
}

/** A month and a year of special days. The lists beside hold every fact; here one sees where they lie. */
import { MonthView, YearView, type ScheduleEventData } from '@mantine/schedule'
import { useEffect, useMemo, useRef } from 'react'
import type { CalendarDay } from '../../../shared/contract/calendar.contract'
import { formatDay, longMonth, shortWeekday } from '../../../shared/i18n/format'
import { weekdayOf, type CivilDate, type CivilMonth } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import { SPECIAL_COLOR } from './special-colors'
import classes from './timetable.module.css'

interface MonthProps {
  readonly month: CivilMonth
  readonly today: CivilDate
  readonly days: readonly CalendarDay[]
  readonly onOpen: (id: string, on: CivilDate) => void
  readonly onDay: (on: CivilDate) => void
}

const eventOf = (special: CalendarDay): ScheduleEventData => ({
  id: special.id,
  title: special.title,
  start: `${special.day} ${special.startsAt ?? '00:00'}:00`,
  end: `${special.day} ${special.endsAt ?? '23:59'}:${special.endsAt ? '00' : '59'}`,
  color: SPECIAL_COLOR[special.kind],
})

export function CalendarMonth({ month, today, days, onOpen, onDay }: MonthProps) {
  const t = useWords()
  const events = useMemo(() => days.map(eventOf), [days])
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => speakDays(root.current, (day) => formatDay(day, t.language)))
  return (
    <MonthView
      ref={root}
      className={classes.month ?? ''}
      date={`${month}-01`}
      events={events}
      withHeader={false}
      withWeekNumbers={false}
      // The library's today is the PC's; ours is the center's.
      highlightToday={false}
      withOutsideDays={false}
      firstDayOfWeek={1}
      maxEventsPerDay={2}
      weekdayFormat={(day) => shortWeekday(weekdayOf(day.slice(0, 10)), t.language)}
      labels={{
        more: t('timetable.calendar.more'),
        moreLabel: (count) => t('timetable.calendar.moreDays', { count }),
        noEvents: t('timetable.calendar.empty'),
      }}
      getDayProps={(day) => ({ 'data-day': day, 'data-now': day === today || undefined })}
      renderEventBody={(event) => <span className={classes.notice}>{event.title}</span>}
      onEventClick={(event) => onOpen(String(event.id), String(event.start).slice(0, 10))}
      onDayClick={(day) => onDay(day.slice(0, 10))}
    />
  )
}

/** The library names its days by ISO date; whoever listens hears them as the office writes them. */
function speakDays(root: HTMLDivElement | null, say: (day: CivilDate) => string): void {
  for (const day of root?.querySelectorAll<HTMLElement>('[data-day]') ?? [])
    if (day.dataset['day']) day.setAttribute('aria-label', say(day.dataset['day'].slice(0, 10)))
}

interface YearProps {
  readonly year: string
  readonly today: CivilDate
  readonly days: readonly CalendarDay[]
  readonly onMonth: (on: CivilDate) => void
}

export function CalendarYear({ year, today, days, onMonth }: YearProps) {
  const t = useWords()
  const events = useMemo(() => days.map(eventOf), [days])
  return (
    <YearView
      className={classes.year ?? ''}
      date={`${year}-01-01`}
      events={events}
      withHeader={false}
      withWeekNumbers={false}
      highlightToday={false}
      withOutsideDays={false}
      firstDayOfWeek={1}
      weekdayFormat={(day) => shortWeekday(weekdayOf(day.slice(0, 10)), t.language).slice(0, 2)}
      monthLabelFormat={(month) => longMonth(Number(month.slice(5, 7)), t.language)}
      getDayProps={(day) => ({
        'aria-label': [
          formatDay(day.slice(0, 10), t.language),
          ...days.filter((each) => each.day === day.slice(0, 10)).map((each) => each.title),
        ].join(', '),
        title: days
          .filter((each) => each.day === day.slice(0, 10))
          .map((each) => each.title)
          .join(', '),
        'data-special': days.some((each) => each.day === day.slice(0, 10)) || undefined,
        'data-now': day.slice(0, 10) === today || undefined,
      })}
      onDayClick={(day) => onMonth(day.slice(0, 10))}
      onMonthClick={(month) => onMonth(month.slice(0, 10))}
    />
  )
}

/** The calendar: days that are not as others by month, year or list, and what each week brings. */
import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RoutineSeries } from '../../../shared/contract/calendar.contract'
import { formatMonth } from '../../../shared/i18n/format'
import { addMonths, firstDayOf, lastDayOf, monthOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { CalendarMonth, CalendarYear } from './CalendarMonth'
import { RoutineList, SpecialDayList } from './calendar-lists'
import { RoutineDrawer } from './RoutineDrawer'
import { SpecialDayDrawer, type OpenDay } from './SpecialDayDrawer'
import classes from './timetable.module.css'
import { YearDaysDrawer } from './YearDaysDrawer'

const VIEWS = ['month', 'year', 'list', 'routine'] as const
type View = (typeof VIEWS)[number]

export function CalendarPage() {
  const clock = useClock()
  return clock ? <Calendar today={clock.today} /> : null
}

function Calendar({ today }: { readonly today: CivilDate }) {
  const t = useWords()
  const { may } = useSession()
  const [view, setView] = useFilter<View>('calendar.view', 'month')
  const [day, setDay] = useFilter<CivilDate>('calendar.day', today)
  const [open, setOpen] = useState<OpenDay | null>(null)
  const [routine, setRoutine] = useState<RoutineSeries | 'new' | null>(null)
  const [proposing, setProposing] = useState(false)
  const year = day.slice(0, 4)
  const month = monthOf(day)
  const span =
    view === 'month'
      ? { from: firstDayOf(month), until: lastDayOf(month) }
      : { from: `${year}-01-01`, until: `${year}-12-31` }
  const read = useRead('office.calendar', span)
  const keeps = may('office.addSpecialDay')
  const onOpen = (id: string, on: CivilDate) => keeps && setOpen({ id, on })
  const step = view === 'month' ? 1 : 12
  return (
    <Page
      title={t('timetable.calendar.title')}
      subtitle={view === 'month' ? formatMonth(month, t.language) : year}
      back={{ to: '/timetable', label: t('timetable.title') }}
      primary={
        keeps &&
        (view === 'routine' ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setRoutine('new')}>
            {t('timetable.routine.add')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => setProposing(true)}>
              {t('timetable.year.propose')}
            </Button>
            <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setOpen({ on: day })}>
              {t('timetable.special.add')}
            </Button>
          </>
        ))
      }
      filters={
        <>
          <SegmentedControl
            aria-label={t('timetable.by')}
            value={view}
            onChange={setView}
            data={VIEWS.map((value) => ({ value, label: t(`timetable.calendar.${value}`) }))}
          />
          {view !== 'routine' && (
            <Group gap={4} className={classes.steps ?? ''}>
              <Button
                variant="default"
                px={10}
                aria-label={t(
                  view === 'month' ? 'timetable.calendar.previousMonth' : 'timetable.calendar.previousYear',
                )}
                onClick={() => setDay(addMonths(day, -step))}
              >
                <IconChevronLeft size={18} aria-hidden />
              </Button>
              <Button variant="default" onClick={() => setDay(today)}>
                {t('timetable.today')}
              </Button>
              <Button
                variant="default"
                px={10}
                aria-label={t(view === 'month' ? 'timetable.calendar.nextMonth' : 'timetable.calendar.nextYear')}
                onClick={() => setDay(addMonths(day, step))}
              >
                <IconChevronRight size={18} aria-hidden />
              </Button>
            </Group>
          )}
        </>
      }
    >
      <Refusals of={read.refusals} />
      {view === 'month' && (
        <CalendarMonth
          month={month}
          today={today}
          days={read.data?.days ?? []}
          onOpen={onOpen}
          onDay={(on) => keeps && setOpen({ on })}
        />
      )}
      {view === 'year' && (
        <CalendarYear
          year={year}
          today={today}
          days={read.data?.days ?? []}
          onMonth={(on) => {
            setDay(on)
            setView('month')
          }}
        />
      )}
      {view === 'list' && <SpecialDayList days={read.data?.days} onOpen={onOpen} />}
      {view === 'routine' && (
        <RoutineList
          routines={read.data?.routines}
          onOpen={(each) => may('office.changeRoutine') && setRoutine(each)}
        />
      )}
      <SpecialDayDrawer open={open} onClose={() => setOpen(null)} />
      <RoutineDrawer open={routine} today={today} onClose={() => setRoutine(null)} />
      <YearDaysDrawer opened={proposing} year={Number(year)} onClose={() => setProposing(false)} />
    </Page>
  )
}

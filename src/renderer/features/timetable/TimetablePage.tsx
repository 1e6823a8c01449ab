/** A week by room, by instructor or by woman; what collides stands beside it. */
import { Button, Group, Kbd, SegmentedControl } from '@mantine/core'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Input } from '../../../shared/contract'
import { formatDayRange } from '../../../shared/i18n/format'
import { addDays, mondayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useFilter } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { Refusals } from '../../ui/Refusals'
import { ALL_ROOMS, AllRooms } from './AllRooms'
import { ClashList } from './ClashList'
import { MovementsButton } from './MovementsButton'
import { PickField } from './PickField'
import { SessionDrawer, type OpenSession } from './SessionDrawer'
import { SpecialDayDrawer } from './SpecialDayDrawer'
import { SpecialDays } from './SpecialDays'
import classes from './timetable.module.css'
import { Week } from './Week'

type By = Input<'timetable.week'>['by']
const VIEWS: readonly By[] = ['room', 'instructor', 'woman']

export function TimetablePage() {
  const clock = useClock()
  return clock ? <Timetable today={clock.today} /> : null
}

function Timetable({ today }: { readonly today: CivilDate }) {
  const t = useWords()
  const { may } = useSession()
  const [by, setBy] = useFilter<By>('timetable.by', 'room')
  const [picked, setPicked] = useFilter<Readonly<Partial<Record<By, string>>>>('timetable.picked', {})
  const [day, setDay] = useFilter<CivilDate>('timetable.day', today)
  const [open, setOpen] = useState<OpenSession | null>(null)
  const [adding, setAdding] = useState(false)
  const monday = mondayOf(day)
  const sunday = addDays(monday, 6)
  const first = useRead(
    'timetable.picks',
    { by, ...(picked[by] && picked[by] !== ALL_ROOMS && { id: picked[by] }) },
    { enabled: by !== 'woman' },
  )
  const id = picked[by] ?? (by === 'room' ? ALL_ROOMS : by === 'woman' ? undefined : first.data?.[0]?.id)
  const all = id === ALL_ROOMS
  const week = useRead('timetable.week', { day: monday, by, ...(id && !all && { id }) }, { enabled: id !== undefined })
  const clashes = useRead('timetable.clashes', { from: monday, until: sunday })
  const special = useRead('timetable.specialDays', { from: monday, until: sunday })
  useWeekKeys(monday, today, setDay)
  const shown = week.data?.monday === monday ? week.data : undefined

  return (
    <Page
      title={t('timetable.title')}
      subtitle={t('timetable.week', { days: formatDayRange(monday, sunday, t.language) })}
      primary={
        <>
          <MovementsButton monday={monday} today={today} />
          <PaperButton channel="timetable.printWeek" input={{ day: monday }} label={t('timetable.print.week')} />
        </>
      }
      filters={
        <>
          <SegmentedControl
            aria-label={t('timetable.by')}
            value={by}
            onChange={(value) => setBy(value)}
            data={VIEWS.map((value) => ({ value, label: t(`timetable.by.${value}`) }))}
          />
          <PickField key={by} by={by} id={id} onPick={(next) => setPicked({ ...picked, [by]: next })} />
          <Group gap={4} className={classes.steps ?? ''}>
            <Button
              variant="default"
              px={10}
              aria-label={t('timetable.previous')}
              onClick={() => setDay(addDays(monday, -7))}
            >
              <IconChevronLeft size={18} aria-hidden />
            </Button>
            <Button variant="default" disabled={monday === mondayOf(today)} onClick={() => setDay(today)}>
              {t('timetable.today')}
            </Button>
            <Button
              variant="default"
              px={10}
              aria-label={t('timetable.next')}
              onClick={() => setDay(addDays(monday, 7))}
            >
              <IconChevronRight size={18} aria-hidden />
            </Button>
            <span className={classes.keys}>
              <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd> <Kbd size="xs">H</Kbd>
            </span>
          </Group>
        </>
      }
    >
      <Refusals of={[...week.refusals, ...clashes.refusals]} />
      <div className={classes.layout}>
        {id === undefined && by === 'woman' ? (
          <Empty title={t('timetable.pick.first')} hint={t('timetable.pick.firstHint')} />
        ) : all ? (
          <AllRooms
            monday={monday}
            rooms={first.data ?? []}
            sessions={shown?.sessions ?? []}
            clashes={shown?.clashes ?? []}
            specialDays={special.data ?? []}
            onOpen={setOpen}
          />
        ) : (
          <Week
            monday={monday}
            today={today}
            by={by}
            sessions={shown?.sessions ?? []}
            clashes={shown?.clashes ?? []}
            specialDays={special.data ?? []}
            onOpen={setOpen}
          />
        )}
        <aside className={classes.aside} aria-label={t('timetable.clashes.title')}>
          <ClashList clashes={clashes.data} onOpen={(sessionId) => setOpen({ id: sessionId })} />
          <SpecialDays days={special.data ?? []} />
          {may('office.addSpecialDay') && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconCalendarPlus size={16} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('timetable.special.add')}
            </Button>
          )}
        </aside>
      </div>
      <SessionDrawer open={open} onClose={() => setOpen(null)} />
      <SpecialDayDrawer opened={adding} day={monday} onClose={() => setAdding(false)} />
    </Page>
  )
}

const TYPED_INTO = 'input, textarea, select, [role="combobox"], [role="dialog"], [role="grid"]'

/** ← and → change the week, H goes back to today; not while she types or a drawer is open. */
function useWeekKeys(monday: CivilDate, today: CivilDate, setDay: (day: CivilDate) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return
      if (document.querySelector('[role="dialog"]')) return
      if (event.key === 'ArrowLeft') setDay(addDays(monday, -7))
      else if (event.key === 'ArrowRight') setDay(addDays(monday, 7))
      else if (event.key.toLowerCase() === 'h') setDay(today)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [monday, today, setDay])
}

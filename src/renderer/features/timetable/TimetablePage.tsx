/** A week by room, instructor, woman or dormitory; layers on and off; what collides stands beside it. */
import { Button, Chip, Group, Kbd, SegmentedControl } from '@mantine/core'
import { IconCalendar, IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { WEEK_VIEWS, type WeekView } from '../../../shared/contract/week.contract'
import { formatDayRange } from '../../../shared/i18n/format'
import { addDays, mondayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { weekLetterOf } from '../../../shared/kernel/two-weeks'
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
import { MorningButton } from './MorningDrawer'
import { PickField } from './PickField'
import { SessionDrawer, type OpenSession } from './SessionDrawer'
import { SpecialDayDrawer, type OpenDay } from './SpecialDayDrawer'
import { SpecialDays } from './SpecialDays'
import classes from './timetable.module.css'
import { Week } from './Week'
import { LAYERS, type Layer } from './week-events'
import { WeekList } from './WeekList'

export function TimetablePage() {
  const clock = useClock()
  return clock ? <Timetable today={clock.today} /> : null
}

function Timetable({ today }: { readonly today: CivilDate }) {
  const t = useWords()
  const { may } = useSession()
  const [layers, setLayers] = useFilter<readonly Layer[]>('timetable.layers', LAYERS)
  const [open, setOpen] = useState<OpenSession | null>(null)
  const [special, setSpecial] = useState<OpenDay | null>(null)
  const view = useView(today)
  const { by, id, all, monday } = view
  const sunday = addDays(monday, 6)
  const week = useRead('timetable.week', { day: monday, by, ...(id && !all && { id }) }, { enabled: id !== undefined })
  const clashes = useRead('timetable.clashes', { from: monday, until: sunday })
  const specialDays = useRead('timetable.specialDays', { from: monday, until: sunday })
  useWeekKeys(monday, today, view.setDay)
  const shown = week.data?.monday === monday ? week.data : undefined

  return (
    <Page
      title={t('timetable.title')}
      subtitle={t('timetable.weekLettered', {
        days: formatDayRange(monday, sunday, t.language),
        letter: weekLetterOf(monday),
      })}
      primary={
        <>
          <Button
            component={Link}
            to="/timetable/calendar"
            variant="default"
            leftSection={<IconCalendar size={18} aria-hidden />}
          >
            {t('timetable.calendar.title')}
          </Button>
          {id !== undefined && (
            <PaperButton
              variant="default"
              channel="timetable.printWeek"
              input={{ day: monday, by, ...(!all && { id }) }}
              label={t('timetable.print.week')}
            />
          )}
          <MorningButton day={monday <= today && today <= sunday ? today : monday} />
        </>
      }
      filters={<Filters view={view} today={today} layers={layers} onLayers={setLayers} />}
    >
      <Refusals of={[...week.refusals, ...clashes.refusals]} />
      <div className={classes.layout}>
        {id === undefined ? (
          <Empty title={t(`timetable.pick.first.${by}`)} hint={t('timetable.pick.firstHint')} />
        ) : all ? (
          <AllRooms
            monday={monday}
            rooms={view.picks}
            sessions={layers.includes('sessions') ? (shown?.sessions ?? []) : []}
            clashes={shown?.clashes ?? []}
            specialDays={layers.includes('special') ? (specialDays.data ?? []) : []}
            onOpen={setOpen}
          />
        ) : shown && by === 'dormitory' ? (
          <WeekList monday={monday} label={t('timetable.by.dormitory')} week={shown} layers={layers} onOpen={setOpen} />
        ) : shown ? (
          <Week monday={monday} today={today} by={by} week={shown} layers={layers} onOpen={setOpen} />
        ) : (
          <span />
        )}
        <aside className={classes.aside} aria-label={t('timetable.clashes.title')}>
          <ClashList clashes={clashes.data} onOpen={(sessionId) => setOpen({ id: sessionId })} />
          <SpecialDays days={specialDays.data ?? []} onOpen={setSpecial} />
          {may('office.addSpecialDay') && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconCalendarPlus size={16} aria-hidden />}
              onClick={() => setSpecial({ on: monday })}
            >
              {t('timetable.special.add')}
            </Button>
          )}
        </aside>
      </div>
      <SessionDrawer open={open} onClose={() => setOpen(null)} />
      <SpecialDayDrawer open={special} onClose={() => setSpecial(null)} />
    </Page>
  )
}

/** What the week is shown of. All rooms at first; of the others the first one, but no woman unasked. */
function useView(today: CivilDate) {
  const [by, setBy] = useFilter<WeekView>('timetable.by', 'room')
  const [picked, setPicked] = useFilter<Readonly<Partial<Record<WeekView, string>>>>('timetable.picked', {})
  const [day, setDay] = useFilter<CivilDate>('timetable.day', today)
  const first = useRead(
    'timetable.picks',
    { by, ...(picked[by] && picked[by] !== ALL_ROOMS && { id: picked[by] }) },
    { enabled: by !== 'woman' },
  )
  const id = picked[by] ?? (by === 'room' ? ALL_ROOMS : by === 'woman' ? undefined : first.data?.[0]?.id)
  return {
    by,
    setBy,
    id,
    all: id === ALL_ROOMS,
    pick: (next: string) => setPicked({ ...picked, [by]: next }),
    picks: first.data ?? [],
    monday: mondayOf(day),
    setDay,
  }
}

interface FilterProps {
  readonly view: ReturnType<typeof useView>
  readonly today: CivilDate
  readonly layers: readonly Layer[]
  readonly onLayers: (layers: readonly Layer[]) => void
}

function Filters({ view, today, layers, onLayers }: FilterProps) {
  const t = useWords()
  const { may } = useSession()
  const { by, id, monday, setDay } = view
  // Children's outings are for those who may read their files.
  const offered = LAYERS.filter((layer) => layer !== 'outings' || may('outings.list'))
  return (
    <>
      <SegmentedControl
        aria-label={t('timetable.by')}
        value={by}
        onChange={(value) => view.setBy(value)}
        data={WEEK_VIEWS.map((value) => ({ value, label: t(`timetable.by.${value}`) }))}
      />
      <PickField key={by} by={by} id={id} onPick={view.pick} />
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
        <Button variant="default" px={10} aria-label={t('timetable.next')} onClick={() => setDay(addDays(monday, 7))}>
          <IconChevronRight size={18} aria-hidden />
        </Button>
        <span className={classes.keys}>
          <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd> <Kbd size="xs">H</Kbd>
        </span>
      </Group>
      <Chip.Group
        multiple
        value={[...layers]}
        onChange={(next) => onLayers(LAYERS.filter((each) => next.includes(each)))}
      >
        <Group gap={6} role="group" aria-label={t('timetable.layers')} className={classes.layers ?? ''}>
          {offered.map((layer) => (
            <Chip key={layer} size="xs" value={layer}>
              {t(`timetable.layer.${layer}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </>
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

/**
 * Moving a session by keyboard, the equal of dragging it: M takes it up, the arrows carry it, Enter puts it down (the
 * drawer then shows what it would meet there), Esc leaves it where it was.
 */
import { useState } from 'react'
import type { WeekSession } from '../../../shared/contract/week.contract'
import { addDays, daysBetween, minutesOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import type { OpenSession } from './SessionDrawer'
import { columnDay } from './week-words'

export interface Held {
  readonly id: string
  readonly title: string | null
  readonly day: CivilDate
  readonly startsAt: string
  readonly endsAt: string
}

interface GrabProps {
  readonly monday: CivilDate
  /** 5 or 7: the last column that is shown. */
  readonly lastWeekday: number
  readonly step: number
  readonly onDrop: (session: OpenSession) => void
}

const LAST_MINUTE = 24 * 60 - 1
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The same length, earlier or later, within its day. */
function shift(held: Held, minutes: number): Held {
  const from = minutesOf(held.startsAt) + minutes
  const until = minutesOf(held.endsAt) + minutes
  return from < 0 || until > LAST_MINUTE ? held : { ...held, startsAt: clock(from), endsAt: clock(until) }
}

export function useGrab({ monday, lastWeekday, step, onDrop }: GrabProps) {
  const t = useWords()
  const [held, setHeld] = useState<Held | null>(null)
  const carry = (days: number): void => {
    if (!held) return
    const day = addDays(held.day, days)
    const column = daysBetween(monday, day)
    if (column >= 0 && column < lastWeekday) setHeld({ ...held, day })
  }
  const drop = (): void => {
    if (!held) return
    const { id, day, startsAt, endsAt } = held
    setHeld(null)
    onDrop({ id, moveTo: { day, startsAt, endsAt } })
  }
  const acts: Readonly<Record<string, () => void>> = {
    ArrowUp: () => held && setHeld(shift(held, -step)),
    ArrowDown: () => held && setHeld(shift(held, step)),
    ArrowLeft: () => carry(-1),
    ArrowRight: () => carry(1),
    Enter: drop,
    Escape: () => setHeld(null),
  }
  /** True if the key was for it. `focused`: the session on which the focus is, if it may be moved. */
  const onKey = (key: string, focused: WeekSession | undefined): boolean => {
    if (!held) {
      if (key.toLowerCase() !== 'm' || !focused) return false
      const { id, title, day, startsAt, endsAt } = focused
      setHeld({ id, title, day, startsAt, endsAt })
      return true
    }
    acts[key]?.()
    return key in acts
  }
  const said =
    held &&
    t('timetable.grab.held', {
      title: held.title ?? t('timetable.neutral'),
      day: columnDay(held.day, t),
      from: held.startsAt,
      until: held.endsAt,
    })
  return { held, onKey, said }
}

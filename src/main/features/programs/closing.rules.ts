/** The checklist of an edition that is to be closed: what is open, of what kind, and in which sessions. */
import type { ClosingItem } from '../../../shared/contract/editions.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'

export interface ClosingFacts {
  readonly sessions: readonly {
    readonly id: string
    readonly day: CivilDate
    readonly startsAt: ClockTime
    readonly endsAt: ClockTime
    readonly cancelled: boolean
    readonly expected: number
    readonly marks: number
    readonly unknown: number
    readonly counted: boolean
    readonly missingTools: number
  }[]
  readonly places: {
    readonly all: number
    readonly open: number
    readonly completed: number
    readonly undecided: number
  }
  /** Day from which tools are counted; null where the workshop has none. */
  readonly kitSince: CivilDate | null
}

type Session = ClosingFacts['sessions'][number]

/** How many sessions an item names; the rest follow once these are seen to. */
const NAMED = 6

/** Every item, also those that are done: she sees what was looked at. A kit is counted where there is one. */
export function closingItems(
  facts: ClosingFacts,
  now: { readonly today: CivilDate; readonly time: ClockTime },
): ClosingItem[] {
  const isOver = ({ day, endsAt }: Session): boolean => day < now.today || (day === now.today && endsAt <= now.time)
  const held = facts.sessions.filter((session) => !session.cancelled)
  const over = held.filter(isOver)
  const item = (kind: ClosingItem['kind'], among: readonly Session[], isOpen: (session: Session) => boolean) => {
    const open = among.filter(isOpen)
    const sessions = open.slice(0, NAMED).map(({ id, day, startsAt }) => ({ id, day, startsAt }))
    return { kind, open: open.length, total: among.length, sessions }
  }
  const { places, kitSince } = facts
  return [
    item('sessions-ahead', held, (session) => !isOver(session)),
    // Where nobody was expected there is no roll to keep.
    item('sessions-without-roll', over, (session) => session.marks === 0 && session.expected > 0),
    item('rolls-unfinished', over, (session) => session.marks > 0 && session.marks < session.expected),
    item('attendees-unknown', facts.sessions, (session) => session.unknown > 0),
    { kind: 'places-open', open: places.open, total: places.all, sessions: [] },
    { kind: 'certificates-undecided', open: places.undecided, total: places.completed, sessions: [] },
    ...(kitSince !== null
      ? [
          item(
            'tools-uncounted',
            over.filter((session) => session.day >= kitSince),
            (session) => session.marks > 0 && !session.counted,
          ),
          item('tools-missing', facts.sessions, (session) => session.missingTools > 0),
        ]
      : []),
  ]
}

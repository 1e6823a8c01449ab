/** What a planned edition would meet, by the one clash engine; nothing of it is written yet. */
import { weekdayOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { inOrder, fold } from '../../../shared/kernel/text'
import { clashesWith, minuteOf, NO_WALK, SESSION_RANK, timeOfMinute, type Use } from '../timetable'

interface Span {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** A session of another edition, with what it needs. */
interface Other extends Span {
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly room: string
  readonly instructor: string
}

export interface PatternClash {
  readonly kind: 'room' | 'instructor'
  readonly resource: string
  readonly weekday: number
  readonly from: ClockTime
  readonly until: ClockTime
  readonly code: string
  readonly title: string
  readonly day: CivilDate
  readonly times: number
}

const KINDS = ['room', 'instructor'] as const

/** `of` is null for the plan itself: one thing, so that its own sessions are not held against each other. */
interface PlannedUse extends Use {
  readonly kind: (typeof KINDS)[number]
  readonly day: CivilDate
  readonly of: Other | null
}

const useOf = (kind: PlannedUse['kind'], name: string, span: Span, thing: string, of: Other | null): PlannedUse => ({
  kind,
  // Rooms and instructors of a plan are names as they were typed.
  resource: fold(name),
  thing,
  from: minuteOf(span.day, span.startsAt),
  until: minuteOf(span.day, span.endsAt),
  cancelled: false,
  place: '',
  rank: SESSION_RANK,
  day: span.day,
  of,
})

/**
 * Planned sessions against those of other editions that need the same room or instructor then; clashes of one hour and
 * edition stand together, with their first day and how many there are. Sessions and not patterns are compared, so that
 * week A never meets week B and what was moved or cancelled counts as it stands.
 */
export function patternClashes(
  planned: readonly (Span & { readonly cancelledCause: unknown })[],
  needs: { readonly room: string; readonly instructor: string },
  others: readonly Other[],
): PatternClash[] {
  const held = planned.filter((span) => span.cancelledCause === null)
  const own = KINDS.flatMap((kind) => held.map((span) => useOf(kind, needs[kind], span, 'plan', null)))
  const standing = KINDS.flatMap((kind) =>
    others.map((other, at) => useOf(kind, other[kind], other, String(at), other)),
  )
  const found = new Map<string, PatternClash>()
  const clashes = clashesWith(standing, own, NO_WALK).sort((a, b) => a.from - b.from)
  for (const { a, b, from, until } of clashes) {
    const { kind, day } = a
    const of = a.of ?? b.of
    if (!of) continue
    const hours = { from: timeOfMinute(from), until: timeOfMinute(until) }
    const key = [kind, of.editionId, weekdayOf(day), hours.from, hours.until].join(' ')
    const { code, title, [kind]: resource } = of
    const known = found.get(key)
    found.set(
      key,
      known
        ? { ...known, times: known.times + 1 }
        : { kind, resource, weekday: weekdayOf(day), ...hours, code, title, day, times: 1 },
    )
  }
  return [...found.values()].sort((a, b) => inOrder(b.kind, a.kind))
}

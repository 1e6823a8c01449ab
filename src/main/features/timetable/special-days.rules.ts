/** Pure rules of the days that are not as others: what each does to a session, and who answers for the hours it takes. */
import type { LostCause } from '../../../shared/contract/timetable.contract'
import { minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { EFFECT_OF_KIND, type SpecialEffect, type SpecialKind } from '../../../shared/kernel/special-days'
import { fold } from '../../../shared/kernel/text'

export interface SpecialDay {
  readonly day: CivilDate
  readonly title: string
  readonly kind: SpecialKind
  /** Text as the calendar has it; null means the whole center. */
  readonly dormitories: string | null
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  /** Null or absent: what its kind does by itself. */
  readonly effect?: SpecialEffect | null
}

/** The hours of a session on one day. */
export interface Hours {
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}
interface Span extends Hours {
  readonly day: CivilDate
}

/** True if two stretches of one day share a minute; half-open. A missing end of a special day is that of the day. */
export const overlaps = (
  a: Hours,
  b: { readonly startsAt: ClockTime | null; readonly endsAt: ClockTime | null },
): boolean => (b.endsAt === null || a.startsAt < b.endsAt) && (b.startsAt === null || b.startsAt < a.endsAt)

/**
 * What a special day does. One that concerns only some dormitories takes no session from the women of the others:
 * those whom it keeps are a clash of theirs.
 */
export const effectOf = (special: Pick<SpecialDay, 'kind' | 'dormitories' | 'effect'>): SpecialEffect =>
  special.dormitories === null ? (special.effect ?? EFFECT_OF_KIND[special.kind]) : 'warns'

/** Words by which custody announces that nobody is brought. */
const CUSTODY_WORDS = ['revision', 'sin salida', 'custodia', 'operativo', 'conteo', 'seguridad', 'contingencia']

/** Who answers for the hours that a kind of day takes (features-map §5, the table of reasons). */
const CAUSE_OF_KIND: Readonly<Record<SpecialKind, LostCause>> = {
  holiday: 'office',
  closure: 'office',
  'short-day': 'office',
  'lock-down': 'custody',
  search: 'custody',
  visit: 'justice',
  count: 'custody',
  meal: 'custody',
  event: 'office',
  pastoral: 'office',
}

/** The cause that a session bears which this day takes: its kind's, or custody's where a closure's own words say so. */
export const causeOf = (special: Pick<SpecialDay, 'kind' | 'title'>): LostCause =>
  (special.kind === 'closure' || special.kind === 'short-day') &&
  CUSTODY_WORDS.some((word) => fold(special.title).includes(word))
    ? 'custody'
    : CAUSE_OF_KIND[special.kind]

/** Less than this is no session: nobody is brought for it. */
const LEAST_MINUTES = 30
const minutes = (hours: Hours): number => minutesOf(hours.endsAt) - minutesOf(hours.startsAt)

/** What is left of a session's hours: all of them, a part, or null for nothing. */
export function leftOf(hours: Hours, special: SpecialDay): Hours | null {
  const effect = effectOf(special)
  if (effect === 'warns' || !overlaps(hours, special)) return hours
  if (effect === 'cancels') return null
  const startsLater = special.startsAt !== null && hours.startsAt < special.startsAt
  const goesOnAfter = special.endsAt !== null && special.endsAt < hours.endsAt
  // A session that goes on before and after is interrupted, not shortened.
  if (startsLater && goesOnAfter) return hours
  const left = startsLater
    ? { startsAt: hours.startsAt, endsAt: special.startsAt ?? hours.endsAt }
    : goesOnAfter
      ? { startsAt: special.endsAt ?? hours.startsAt, endsAt: hours.endsAt }
      : null
  return left && minutes(left) >= LEAST_MINUTES ? left : null
}

/** The special day that takes a session or a part of it, if one does. */
export const closureOf = <D extends SpecialDay>(span: Span, specialDays: readonly D[]): D | undefined =>
  // `leftOf` hands back the very hours it was given where nothing is taken.
  specialDays.find((special) => special.day === span.day && leftOf(span, special) !== span)

/** How the special days of its day leave a session: held as planned, held shorter, or cancelled; and which day did it. */
export interface Taken extends Hours {
  readonly cancelledCause: LostCause | null
  readonly cancelledNote: string | null
  /** The day that cancelled or shortened it. */
  readonly specialDayId: string | null
  /** The hours it had, and who answers for those it lost. */
  readonly shortened: (Hours & { readonly cause: LostCause }) | null
}

/** A session's hours on its day after the special days have taken theirs. One that cancels goes before one that shortens. */
export function takenBy<D extends SpecialDay & { readonly id: string }>(span: Span, specialDays: readonly D[]): Taken {
  const hours = { startsAt: span.startsAt, endsAt: span.endsAt }
  const here = specialDays.filter((special) => special.day === span.day)
  const cancelled = (special: D): Taken => ({
    ...hours,
    cancelledCause: causeOf(special),
    cancelledNote: special.title,
    specialDayId: special.id,
    shortened: null,
  })
  let left: Hours = hours
  let by: D | undefined
  for (const special of here) {
    const after = leftOf(left, special)
    if (after === null) return cancelled(special)
    if (after !== left) [left, by] = [after, special]
  }
  return {
    ...left,
    cancelledCause: null,
    cancelledNote: null,
    specialDayId: by?.id ?? null,
    shortened: by ? { ...hours, cause: causeOf(by) } : null,
  }
}

/** True if a special day's list of dormitories (`dormitorios A, B, C`) names this one; null names them all. */
export const namesDormitory = (dormitories: string | null, dormitory: string): boolean =>
  dormitories === null || fold(dormitories).split(' ').includes(fold(dormitory))

/** What lies in a week as the calendar draws it, layer by layer. */
import type { ScheduleEventData } from '@mantine/schedule'
import type { Output } from '../../../shared/contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { SpecialDayFacts } from '../../../shared/contract/timetable.contract'
import type { WeekAppointment, WeekSession } from '../../../shared/contract/week.contract'
import type { Words } from '../../../shared/i18n'
import { minutesOf } from '../../../shared/kernel/civil-date'
import { ROUTINE_COLOR, SPECIAL_COLOR } from './special-colors'
import type { Held } from './use-grab'

export const LAYERS = ['sessions', 'appointments', 'special', 'routines', 'outings'] as const
export type Layer = (typeof LAYERS)[number]

type Shown = Output<'timetable.week'>

export const isMovable = (session: WeekSession | undefined): session is WeekSession =>
  session !== undefined && session.cancelledCause === null && session.marks === 0

/** The clashes in which a session is one of the sides; those that are only good to know stay on their own page. */
export const clashesOf = (clashes: readonly ClashFacts[], id: string): ClashFacts[] =>
  clashes.filter((clash) => clash.level !== 'info' && (clash.a.sessionId === id || clash.b.sessionId === id))

/** As many as a box has room to name; the others are counted. */
const NAMED = 2

/**
 * The clashes of a session as its box says them: those that cannot be by name, the rest as a figure. What is to be
 * decided stays a figure: a whole week lies open on the desk, and names would stand beside groups in it.
 */
export function namedClashes(
  clashes: readonly ClashFacts[],
  id: string,
): { readonly named: readonly ClashFacts[]; readonly more: number; readonly toDecide: number } {
  const all = clashesOf(clashes, id)
  const blocks = all.filter((clash) => clash.level === 'block')
  return {
    named: blocks.slice(0, NAMED),
    more: Math.max(0, blocks.length - NAMED),
    toDecide: all.length - blocks.length,
  }
}

const at = (day: string, time: string): string => `${day} ${time}:00`
/** An end that nobody knows is drawn an hour long. */
const UNKNOWN_MINUTES = 60
const LAST = '23:59'

function endOf(startsAt: string, endsAt: string | null): string {
  if (endsAt) return endsAt
  const end = minutesOf(startsAt) + UNKNOWN_MINUTES
  return end >= 24 * 60 ? LAST : `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

/** Everything that the chosen layers show, and the ghost of a session that is being moved. */
export function eventsOf(week: Shown, layers: readonly Layer[], held: Held | null, t: Words): ScheduleEventData[] {
  const of: Readonly<Record<Layer, () => ScheduleEventData[]>> = {
    sessions: () => week.sessions.map((session) => sessionEvent(session, week.clashes, t)),
    appointments: () => week.appointments.map((each) => appointmentEvent(each, t)),
    special: () => week.specialDays.map(specialEvent),
    routines: () =>
      week.routines.map((each) => ({
        id: `${each.id} ${each.day}`,
        title: each.title,
        start: at(each.day, each.startsAt),
        end: at(each.day, each.endsAt),
        color: ROUTINE_COLOR[each.kind],
        display: 'background' as const,
      })),
    outings: () =>
      week.outings.map((each) => ({
        id: `${each.id} ${each.day}`,
        title: t('timetable.event.outing', { child: each.child, from: each.startsAt, until: each.endsAt ?? '' }),
        start: at(each.day, each.startsAt),
        end: at(each.day, each.endsAt ?? LAST),
        color: 'cielo',
      })),
  }
  const ghost: ScheduleEventData[] = held
    ? [
        {
          id: 'held',
          title: t('timetable.grab.ghost', { from: held.startsAt, until: held.endsAt }),
          start: at(held.day, held.startsAt),
          end: at(held.day, held.endsAt),
          color: 'cempasuchil',
        },
      ]
    : []
  return [...LAYERS.filter((layer) => layers.includes(layer)).flatMap((layer) => of[layer]()), ...ghost]
}

function sessionEvent(session: WeekSession, clashes: readonly ClashFacts[], t: Words): ScheduleEventData {
  const found = clashesOf(clashes, session.id)
  const clashing = found.length
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
    start: at(session.day, session.startsAt),
    end: at(session.day, session.endsAt),
    color: session.cancelledCause ? 'gray' : clashColor(found),
  }
}

/** Red is for what cannot be; what somebody must decide is marigold. */
const clashColor = (found: readonly ClashFacts[]): string =>
  found.some((clash) => clash.level === 'block') ? 'granada' : found.length > 0 ? 'cempasuchil' : 'jacaranda'

const appointmentWords = (each: Pick<WeekAppointment, 'who' | 'ofChild' | 'outside' | 'place'>, t: Words): string =>
  [
    each.who ?? (each.ofChild ? t('timetable.paper.child') : null),
    each.outside ? t('timetable.paper.outside') : (each.place ?? t('timetable.paper.elsewhere')),
  ]
    .filter(Boolean)
    .join(', ')

function appointmentEvent(each: WeekAppointment, t: Words): ScheduleEventData {
  return {
    id: `${each.id} ${each.day}`,
    title: `${each.startsAt}${each.endsAt ? `–${each.endsAt}` : ''} ${appointmentWords(each, t)}`,
    start: at(each.day, each.startsAt),
    end: at(each.day, endOf(each.startsAt, each.endsAt)),
    color: 'nopal',
  }
}

const specialEvent = (special: SpecialDayFacts): ScheduleEventData => ({
  id: special.id,
  title: special.title,
  start: `${special.day} 00:00:00`,
  end: `${special.day} 23:59:59`,
  color: SPECIAL_COLOR[special.kind],
})

/** A line of a day in a table: a session, or something beside it in words. */
export type Line =
  | { readonly id: string; readonly startsAt: string; readonly session: WeekSession }
  | { readonly id: string; readonly startsAt: string; readonly endsAt: string | null; readonly text: string }

/** What a day holds by the hour, of the layers chosen. */
export function linesOf(week: Shown, layers: readonly Layer[], day: string, t: Words): readonly Line[] {
  const sessions = week.sessions.map((session) => ({
    day: session.day,
    id: session.id,
    startsAt: session.startsAt,
    session,
  }))
  const appointments = week.appointments.map(({ id, startsAt, endsAt, ...each }) => ({
    day: each.day,
    id,
    startsAt,
    endsAt,
    text: appointmentWords(each, t),
  }))
  const routines = week.routines.map(({ id, startsAt, endsAt, title, ...each }) => ({
    day: each.day,
    id,
    startsAt,
    endsAt,
    text: title,
  }))
  const outings = week.outings.map(({ id, startsAt, endsAt, child, ...each }) => ({
    day: each.day,
    id,
    startsAt,
    endsAt,
    text: `${child}, ${t('timetable.paper.child.outside')}`,
  }))
  return [
    ...(layers.includes('sessions') ? sessions : []),
    ...(layers.includes('appointments') ? appointments : []),
    ...(layers.includes('routines') ? routines : []),
    ...(layers.includes('outings') ? outings : []),
  ]
    .filter((line) => line.day === day)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

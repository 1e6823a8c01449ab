/** Pure: when and where a session, an appointment or an outing is, and how grave: the part that all its uses share. */
import type { AppointmentKind } from '../../../shared/contract/clash-facts'
import type { ClockTime } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { SESSION_RANK } from './clash-use.rules'
import type { ChildOuting, Errand, HeldSession, NamedUse, Thing } from './clash-world.rules'
import { minuteOf } from './timetable.rules'

const RANK: Readonly<Record<AppointmentKind, number>> = {
  court: 1,
  transfer: 2,
  visit: 3,
  locutory: 3,
  lawyer: 4,
  medical: 5,
  school: 5,
  other: 5,
}
const OUTING_RANK = 4

const END_OF_DAY = 1440
/** A side that is no record of its own. */
export const NOTHING = {
  sessionId: null,
  editionId: null,
  appointmentId: null,
  outingId: null,
  code: null,
  title: null,
}

const thingOfSession = (session: HeldSession): Thing => ({
  ref: `session:${session.id}`,
  is: 'session',
  ...NOTHING,
  sessionId: session.id,
  editionId: session.editionId,
  code: session.code,
  title: session.title,
  room: session.room,
  day: session.day,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  endGuessed: false,
  sensitive: session.sensitive,
  ofChild: false,
})

const clockOf = (minute: number): ClockTime => {
  const last = Math.min(minute, END_OF_DAY - 1)
  return `${String(Math.floor(last / 60)).padStart(2, '0')}:${String(last % 60).padStart(2, '0')}`
}

/** The end that an errand has or, if nobody wrote one, the usual one; never beyond its day. */
export const endOf = (errand: Pick<Errand, 'startsAt' | 'endsAt'>, usualMinutes: number): ClockTime =>
  errand.endsAt ??
  clockOf(Number(errand.startsAt.slice(0, 2)) * 60 + Number(errand.startsAt.slice(3, 5)) + usualMinutes)

/** A use without its resource. */
export type Base = Pick<
  NamedUse,
  'thing' | 'from' | 'until' | 'cancelled' | 'place' | 'rank' | 'of' | 'endGuessed' | 'leaves' | 'nature'
>

/** What an appointment needs, whoever it is of. */
export function baseOfErrand(errand: Errand, usualMinutes: number): Base {
  const endsAt = endOf(errand, usualMinutes)
  const endGuessed = errand.endsAt === null
  const of: Thing = {
    ref: `appointment:${errand.id}`,
    is: errand.is,
    ...NOTHING,
    appointmentId: errand.ahead ? null : errand.id,
    room: errand.where,
    day: errand.day,
    startsAt: errand.startsAt,
    endsAt,
    endGuessed,
    sensitive: false,
    ofChild: errand.childId !== null,
  }
  return {
    of,
    thing: of.ref,
    from: minuteOf(errand.day, errand.startsAt),
    until: minuteOf(errand.day, endsAt),
    cancelled: errand.cancelled,
    place: errand.roomId ?? (errand.where ? `at ${fold(errand.where)}` : of.ref),
    rank: RANK[errand.is],
    endGuessed,
    leaves: errand.outside,
  }
}

/** What a child's outing needs. */
export function baseOfOuting(outing: ChildOuting): Base {
  const of: Thing = {
    ref: `outing:${outing.id}`,
    is: 'outing',
    ...NOTHING,
    outingId: outing.ahead ? null : outing.id,
    code: outing.folio,
    room: null,
    day: outing.leavesOn,
    startsAt: outing.leavesAt,
    endsAt: outing.returnsAt,
    endGuessed: false,
    sensitive: false,
    ofChild: true,
  }
  return {
    of,
    thing: of.ref,
    from: minuteOf(outing.leavesOn, outing.leavesAt),
    until: minuteOf(outing.returnsOn, outing.returnsAt),
    cancelled: outing.cancelled,
    place: of.ref,
    rank: OUTING_RANK,
  }
}

/** What a session needs, whoever it is of. */
export const baseOfSession = (session: HeldSession): Base => ({
  of: thingOfSession(session),
  thing: `session:${session.id}`,
  from: minuteOf(session.day, session.startsAt),
  until: minuteOf(session.day, session.endsAt),
  cancelled: session.cancelled,
  place: session.roomId,
  rank: SESSION_RANK,
})

/** A woman's use of something; her care's, her dormitory's and her pairs' are made of it. */
export interface HerUse extends NamedUse {
  readonly personId: string
}

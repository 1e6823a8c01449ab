/** The figures of a month from what was read: pure. The rate counts as certificates count it (A + R of A + R + F). */
import type { MonthFigures } from '../../../shared/contract/bundles.contract'
import {
  firstDayOf,
  lastDayOf,
  minutesBetween,
  minutesOf,
  type CivilDate,
  type CivilMonth,
} from '../../../shared/kernel/civil-date'

export interface MonthFacts {
  readonly stays: readonly { admittedOn: CivilDate; leftOn: CivilDate | null; leftCause: string | null }[]
  readonly axes: readonly { id: string; name: string }[]
  readonly sessions: readonly {
    axisId: string
    day: CivilDate
    startsAt: string
    endsAt: string
    cancelledCause: string | null
    /** Marks of the session by code. */
    marks: Readonly<Record<string, number>>
  }[]
  readonly certificates: number
  readonly outings: readonly {
    returnsOn: CivilDate
    returnsAt: string
    leavesOn: CivilDate
    cancelled: boolean
    outOn: CivilDate | null
    backOn: CivilDate | null
    backAt: string | null
  }[]
  readonly graceMinutes: number
}

type Session = MonthFacts['sessions'][number]

const markOrder = ['A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S']

/** Everything the Month page shows. */
export function monthFigures(facts: MonthFacts, period: CivilMonth, today: CivilDate): MonthFigures {
  return {
    period,
    over: today > lastDayOf(period),
    women: womenFigures(facts, period),
    sessions: sessionFigures(facts.sessions, today),
    marks: markOrder.map((code) => ({ code, count: sumOf(facts.sessions, code) })),
    axes: facts.axes
      .map((axis) => axisFigures(axis, facts.sessions))
      .filter((axis) => axis.held + axis.cancelled + axis.attended + axis.absent > 0),
    certificates: facts.certificates,
    outings: outingFigures(facts, today),
  }
}

function womenFigures({ stays }: MonthFacts, period: CivilMonth): MonthFigures['women'] {
  const first = firstDayOf(period)
  const last = lastDayOf(period)
  const left = stays.filter((stay) => stay.leftOn !== null && stay.leftOn >= first && stay.leftOn <= last)
  return {
    atStart: stays.filter((stay) => stay.admittedOn < first && (stay.leftOn === null || stay.leftOn >= first)).length,
    admitted: stays.filter((stay) => stay.admittedOn >= first && stay.admittedOn <= last).length,
    left: countBy(left.map((stay) => stay.leftCause ?? 'none')),
    atEnd: stays.filter((stay) => stay.admittedOn <= last && (stay.leftOn === null || stay.leftOn > last)).length,
  }
}

/** Cancelled by its own mark, or because every woman of its list was marked as suspended. */
const isCancelled = ({ cancelledCause, marks }: Session): boolean =>
  cancelledCause !== null || ((marks.S ?? 0) > 0 && Object.keys(marks).every((code) => code === 'S'))
const hasRoll = (session: Session): boolean => Object.keys(session.marks).length > 0
const isHeld = (session: Session): boolean => !isCancelled(session) && hasRoll(session)
const minutesIn = (session: Session): number => minutesOf(session.endsAt) - minutesOf(session.startsAt)
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)
const sumOf = (sessions: readonly Session[], code: string): number =>
  total(sessions.map((session) => session.marks[code] ?? 0))

function sessionFigures(sessions: readonly Session[], today: CivilDate): MonthFigures['sessions'] {
  const cancelled = sessions.filter(isCancelled)
  const open = sessions.filter((session) => !isCancelled(session) && !hasRoll(session))
  const held = sessions.filter(isHeld)
  return {
    planned: sessions.length,
    held: held.length,
    cancelled: countBy(cancelled.map((session) => session.cancelledCause ?? 'none')).map((row) => ({
      ...row,
      minutes: total(cancelled.filter((each) => (each.cancelledCause ?? 'none') === row.code).map(minutesIn)),
    })),
    withoutRoll: open.filter((session) => session.day <= today).length,
    ahead: open.filter((session) => session.day > today).length,
    heldMinutes: total(held.map(minutesIn)),
  }
}

function axisFigures(axis: { id: string; name: string }, all: readonly Session[]): MonthFigures['axes'][number] {
  const sessions = all.filter((session) => session.axisId === axis.id)
  return {
    ...axis,
    held: sessions.filter(isHeld).length,
    cancelled: sessions.filter(isCancelled).length,
    attended: sumOf(sessions, 'A') + sumOf(sessions, 'R'),
    absent: sumOf(sessions, 'F'),
  }
}

function outingFigures({ outings, graceMinutes }: MonthFacts, today: CivilDate): MonthFigures['outings'] {
  const late = outings.filter(
    ({ backOn, backAt, returnsOn, returnsAt }) =>
      backOn && backAt && minutesBetween(returnsOn, returnsAt, backOn, backAt) > graceMinutes,
  )
  return {
    planned: outings.length,
    made: outings.filter((outing) => outing.outOn).length,
    late: late.length,
    cancelled: outings.filter((outing) => outing.cancelled).length,
    notMade: outings.filter((outing) => !outing.outOn && !outing.cancelled && outing.leavesOn <= today).length,
    stillOut: outings.filter((outing) => outing.outOn && !outing.backOn).length,
  }
}

const countBy = (codes: readonly string[]): { code: string; count: number }[] =>
  [...new Set(codes)]
    .map((code) => ({ code, count: codes.filter((each) => each === code).length }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))

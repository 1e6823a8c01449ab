/** What collides: in a period, with one session, and in the weekly patterns. One engine for all (`findClashes`). */
import type { ClashFacts } from '../../../shared/contract/timetable.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inOrder, listName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import * as repo from './timetable.repo'
import * as sessionsRepo from './sessions.repo'
import {
  daysMeet,
  findClashes,
  groupBy,
  minuteOf,
  minuteOfWeek,
  timeOfMinute,
  type Clash,
  type ResourceKind,
  type Use,
} from './timetable.rules'

/** A use that knows its session and how its resource is called. */
interface SessionUse extends Use {
  readonly of: sessionsRepo.SessionRow
  readonly name: string
}

const useOf = (of: sessionsRepo.SessionRow, kind: ResourceKind, resource: string, name: string): SessionUse => ({
  kind,
  resource,
  name,
  of,
  session: of.id,
  from: minuteOf(of.day, of.startsAt),
  until: minuteOf(of.day, of.endsAt),
  cancelled: of.cancelledCause !== null,
})

const usesOf = (sessions: readonly sessionsRepo.SessionRow[], women: readonly repo.WomanUse[]): SessionUse[] => {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  // A place that ended and one that opened the same day are one need.
  const needs = new Map(women.map((woman) => [`${woman.personId} ${woman.sessionId}`, woman]))
  return [
    ...sessions.flatMap((session) => [
      useOf(session, 'room', session.roomId, session.room),
      useOf(session, 'instructor', session.instructorId, session.instructor),
    ]),
    ...[...needs.values()].flatMap((woman) => {
      const session = byId.get(woman.sessionId)
      return session ? [useOf(session, 'woman', woman.personId, listName(woman))] : []
    }),
  ]
}

/** `hides` says of a session whether she who looks may not know which woman goes to it. */
export type Hides = (session: { readonly sensitive: boolean }) => boolean

function toFacts(found: Clash<SessionUse>, hides: Hides): ClashFacts {
  const clash = inSteadyOrder(found)
  const side = ({ of }: SessionUse) => {
    const hidden = clash.kind === 'woman' && hides(of)
    return {
      sessionId: of.id,
      editionId: hidden ? of.id : of.editionId,
      code: hidden ? null : of.code,
      title: hidden ? null : of.title,
      room: of.room,
      startsAt: of.startsAt,
      endsAt: of.endsAt,
    }
  }
  return {
    kind: clash.kind,
    resourceId: clash.resource,
    resource: clash.a.name,
    day: clash.a.of.day,
    from: timeOfMinute(clash.from),
    until: timeOfMinute(clash.until),
    a: side(clash.a),
    b: side(clash.b),
  }
}

/** Two that begin together stand in the order of their codes, not of their random ids. */
const inSteadyOrder = (clash: Clash<SessionUse>): Clash<SessionUse> =>
  clash.a.from === clash.b.from && inOrder(clash.a.of.code, clash.b.of.code) > 0
    ? { ...clash, a: clash.b, b: clash.a }
    : clash

const KIND_ORDER: Record<ResourceKind, number> = { room: 0, instructor: 1, woman: 2 }
const inReadingOrder = (a: ClashFacts, b: ClashFacts): number =>
  inOrder(a.day, b.day) ||
  inOrder(a.from, b.from) ||
  KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
  inOrder(a.resource, b.resource)

/** All clashes of a period, both sides named. */
export async function clashesBetween(
  db: ReadDb,
  from: CivilDate,
  until: CivilDate,
  hides: Hides,
): Promise<ClashFacts[]> {
  const sessions = await sessionsRepo.listSessions(db, { from, until })
  const women = await repo.listWomanUses(db, { from, until })
  return findClashes(usesOf(sessions, women))
    .map((clash) => toFacts(clash, hides))
    .sort(inReadingOrder)
}

/** Clashes that one session would have if it were held then: as it stands, or as it would be moved. */
export async function clashesOf(db: ReadDb, held: sessionsRepo.SessionRow, hides: Hides): Promise<ClashFacts[]> {
  const range = { from: held.day, until: held.day }
  const others = (await sessionsRepo.listSessions(db, range)).filter((session) => session.id !== held.id)
  const placed = await repo.listPlacesBetween(db, held.day, held.day)
  const here = new Set(placed.filter((place) => place.editionId === held.editionId).map((place) => place.personId))
  const women = (await repo.listWomanUses(db, range)).filter(
    (use) => here.has(use.personId) && use.sessionId !== held.id,
  )
  const hers = women.map((woman) => ({ ...woman, sessionId: held.id }))
  return (
    findClashes(usesOf([...others, { ...held, cancelledCause: null }], [...women, ...hers]))
      .filter((clash) => clash.a.session === held.id || clash.b.session === held.id)
      // Of a group that she who looks may know, but not its women: who cannot come would tell who goes.
      .filter((clash) => clash.kind !== 'woman' || !hides(held))
      .map((clash) => toFacts(clash, hides))
      .sort(inReadingOrder)
  )
}

// ——— Weekly patterns

/** Clashes of weekly patterns in the words of the office's own sheets, as the month's report gives them. */
export interface WeeklyClashes {
  readonly room: readonly string[]
  readonly instructor: readonly string[]
  readonly woman: readonly { readonly file: string; readonly editions: readonly string[]; readonly when: string }[]
}

interface PatternUse extends Use {
  readonly of: repo.Pattern
  readonly name: string
  readonly days: { readonly from: CivilDate; readonly until: CivilDate }
}

/** Two-letter weekdays as the spreadsheets write them. */
const WEEKDAY_CODES = ['Lu', 'Ma', 'Mi', 'Ju', 'Vi', 'Sá', 'Do']

/** Which weekly patterns collide in rooms, instructors and women, of all editions that run between two days. */
export async function weeklyClashes(db: ReadDb, from: CivilDate, until: CivilDate): Promise<WeeklyClashes> {
  const patterns = await repo.listPatterns(db, from, until)
  const places = await repo.listPlacesBetween(db, from, until)
  const uses = patternUses(patterns, places)
  const order = new Map(patterns.map((pattern, i) => [pattern.slotId, i]))
  const found = findClashes(uses)
    .filter((clash) => daysMeet(clash.a.days, clash.b.days))
    .map((clash) => inPatternOrder(clash, order))
  const of = (kind: ResourceKind) => groupByDays(found.filter((clash) => clash.kind === kind))
  const line = ({ clash, when }: Grouped): string => `${clash.a.name} ${when}: ${clash.a.of.title}, ${clash.b.of.title}`
  return {
    room: of('room').map(line),
    instructor: of('instructor').map(line),
    woman: of('woman').map(({ clash, when }) => ({
      file: clash.a.name,
      editions: [clash.a.of.code, clash.b.of.code],
      when,
    })),
  }
}

function patternUses(
  patterns: readonly repo.Pattern[],
  places: Awaited<ReturnType<typeof repo.listPlacesBetween>>,
): PatternUse[] {
  const placesOf = groupBy(places, (place) => place.editionId)
  return patterns.flatMap((of) => {
    const days = { from: of.startsOn, until: of.endsOn }
    const base = {
      of,
      session: of.slotId,
      from: minuteOfWeek(of.weekday, of.startsAt),
      until: minuteOfWeek(of.weekday, of.endsAt),
      cancelled: false,
    }
    return [
      { ...base, kind: 'room' as const, resource: of.roomId, name: of.room, days },
      { ...base, kind: 'instructor' as const, resource: of.instructorId, name: of.instructor, days },
      ...(placesOf.get(of.editionId) ?? []).map((place) => ({
        ...base,
        kind: 'woman' as const,
        resource: place.personId,
        name: place.fileNumber,
        days: {
          from: place.openedOn > of.startsOn ? place.openedOn : of.startsOn,
          until: place.endedOn && place.endedOn < of.endsOn ? place.endedOn : of.endsOn,
        },
      })),
    ]
  })
}

/** The two sides in the order in which they begin, then in which their editions were registered. */
const inPatternOrder = (clash: Clash<PatternUse>, order: ReadonlyMap<string, number>): Clash<PatternUse> => {
  const later = (order.get(clash.a.session) ?? 0) > (order.get(clash.b.session) ?? 0)
  return clash.a.from === clash.b.from && later ? { ...clash, a: clash.b, b: clash.a } : clash
}

interface Grouped {
  readonly clash: Clash<PatternUse>
  /** `Ma 10:00-12:00`; days joined where the same pair collides at the same time on several. */
  readonly when: string
}

function groupByDays(clashes: readonly Clash<PatternUse>[]): Grouped[] {
  const groups = groupBy(clashes, ({ resource, a, b, from, until }) =>
    [resource, a.of.editionId, b.of.editionId, timeOfMinute(from), timeOfMinute(until)].join(' '),
  )
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.from - b.from)
    const clash = sorted[0]
    if (!clash) return []
    const days = [...new Set(sorted.map((each) => WEEKDAY_CODES[Math.floor(each.from / 1440)]))].join(' ')
    return [{ clash, when: `${days} ${timeOfMinute(clash.from)}-${timeOfMinute(clash.until)}` }]
  })
}

/** Which weekly patterns collide, in the words of the office's own sheets: for the month's report. */
import { weeksMeet, type WeekOfPattern } from '../../../shared/kernel/two-weeks'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import { SESSION_RANK, type Use } from './clash-use.rules'
import { findClashes, inSteadyOrder, type Clash } from './clash.rules'
import * as repo from './timetable.repo'
import { groupBy } from '../../../shared/kernel/group-by'
import { daysMeet, minuteOfWeek, timeOfMinute } from './timetable.rules'

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
    .filter(({ a, b }) => daysMeet(a.days, b.days) && weeksMeet(weekOf(a), weekOf(b)))
    // The two sides in the order in which they begin, then in which their editions were registered.
    .map((clash) => inSteadyOrder(clash, (a, b) => (order.get(a.thing) ?? 0) < (order.get(b.thing) ?? 0)))
    .toSorted((a, b) => inKeyOrder(a, b))
  const of = (kind: Use['kind']) => groupByDays(found.filter((clash) => clash.kind === kind))
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
      thing: of.slotId,
      from: minuteOfWeek(of.weekday, of.startsAt),
      until: minuteOfWeek(of.weekday, of.endsAt),
      cancelled: false,
      place: of.roomId,
      rank: SESSION_RANK,
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

/** In a two-week pattern the same hour of different weeks is no clash. */
const weekOf = (use: PatternUse): WeekOfPattern => use.of.week

/** By what they share, each resource's in the order in which they come to be. */
const inKeyOrder = (a: Clash, b: Clash): number =>
  compare(`${a.kind} ${a.resource}`, `${b.kind} ${b.resource}`) || a.b.from - b.b.from || a.a.from - b.a.from
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

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

/** Pure: uses of the kinds in which two camps meet: a mother and her child, a group and a dormitory, two kept apart. */
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { fold, inOrder } from '../../../shared/kernel/text'
import { baseOfErrand, baseOfOuting, NOTHING, type Base, type HerUse } from './clash-bases.rules'
import type { Apart, ChildHere, ClashWorld, DormitoryHours, NamedUse, Thing } from './clash-world.rules'
import { namesDormitory } from './special-days.rules'
import { groupBy } from '../../../shared/kernel/group-by'
import { bedOf, minuteOf, timeOfMinute } from './timetable.rules'

const DAY = 1440

/**
 * What children need: their own appointments and outings collide with each other (child) and with what their mothers
 * are expected at (care). A child that is nowhere else is beside its mother; that matters only where she must arrange.
 */
export function childUses(world: ClashWorld, hers: readonly HerUse[]): NamedUse[] {
  const errandsOf = groupBy(
    world.errands.filter((errand) => errand.childId !== null),
    (errand) => errand.childId ?? '',
  )
  const outingsOf = groupBy(world.outings, (outing) => outing.childId)
  const herUsesOf = groupBy(hers, (use) => use.personId)
  return world.children.flatMap((child) => {
    const own = [
      ...(errandsOf.get(child.id) ?? []).map((errand) => ({
        ...baseOfErrand(errand, world.usualMinutes),
        nature: 'errand' as const,
      })),
      ...(outingsOf.get(child.id) ?? []).map((outing) => ({ ...baseOfOuting(outing), nature: 'outing' as const })),
    ]
    const mothers = herUsesOf.get(child.motherId) ?? []
    const arranging = mothers.filter((use) => use.nature === 'mother-arranges' && !use.cancelled)
    if (own.length === 0 && arranging.length === 0) return []
    const named = { name: null, childId: child.id, personId: child.motherId, resource: child.id }
    return [
      ...own.map(({ nature: _nature, ...base }) => ({ ...base, ...named, kind: 'child' as const })),
      ...mothers.map((use) => ({ ...use, ...named, kind: 'care' as const, camp: 'own' as const })),
      ...[...own, ...besideOf(child, own, arranging)].map((use) => ({
        ...use,
        ...named,
        kind: 'care' as const,
        camp: 'other' as const,
      })),
    ]
  })
}

/** The stretches in which a child is with its mother, on the days of sessions at which she must arrange its care. */
function besideOf(
  child: ChildHere,
  away: readonly Base[],
  arranging: readonly Base[],
): (Base & { nature: 'beside' })[] {
  const days = [...new Set(arranging.map((use) => use.of.day))].filter(
    (day) => child.from <= day && (child.until === null || day <= child.until),
  )
  return days.flatMap((day) => {
    const midnight = minuteOf(day, '00:00')
    const gone = away.filter((use) => !use.cancelled).toSorted((a, b) => a.from - b.from)
    const free: { from: number; until: number }[] = []
    let from = midnight
    for (const use of gone) {
      if (use.from > from) free.push({ from, until: Math.min(use.from, midnight + DAY) })
      from = Math.max(from, use.until)
    }
    free.push({ from, until: midnight + DAY })
    return free
      .filter((span) => span.from < span.until && span.from < midnight + DAY)
      .map((span) => ({ ...besideBase(child, day, span), nature: 'beside' as const }))
  })
}

const besideBase = (child: ChildHere, day: CivilDate, span: { from: number; until: number }): Base => {
  const of: Thing = {
    ref: `beside:${child.id}`,
    is: 'beside',
    ...NOTHING,
    room: null,
    day,
    startsAt: timeOfMinute(span.from),
    endsAt: timeOfMinute(span.until - 1),
    endGuessed: false,
    sensitive: false,
    ofChild: true,
  }
  return { of, thing: of.ref, ...span, cancelled: false, place: of.ref, rank: 9 }
}

/** What concerns every dormitory is one thing and not one for each. */
const ALL = '*'

/** Each group against the hours of the dormitories from which its women come. */
export function dormitoryUses(world: ClashWorld, hers: readonly HerUse[]): NamedUse[] {
  if (world.hours.length === 0) return []
  const own = groupsByDormitory(world, hers)
  const dormitories = [...new Set(own.map((use) => use.name))].filter((name) => name !== null).sort(inOrder)
  return [...own, ...world.hours.flatMap((hours) => usesOfHours(hours, dormitories))]
}

/** The hours' side: once for the whole center, or for each dormitory that they name. */
function usesOfHours(hours: DormitoryHours, dormitories: readonly string[]): NamedUse[] {
  const base: Omit<NamedUse, 'name' | 'resource'> = {
    ...baseOfHours(hours),
    personId: null,
    childId: null,
    kind: 'dormitory',
    camp: 'other',
    nature: hours.shuts ? 'shuts' : 'interrupts',
  }
  if (hours.dormitories === null) return [{ ...base, name: null, resource: ALL }]
  return dormitories
    .filter((dormitory) => namesDormitory(hours.dormitories, dormitory))
    .map((dormitory) => ({ ...base, name: dormitory, resource: fold(dormitory) }))
}

/** What women are expected at on days with such hours, once for each dormitory of theirs, with how many they are. */
function groupsByDormitory(world: ClashWorld, hers: readonly HerUse[]): NamedUse[] {
  const bedsOf = groupBy(world.beds, (bed) => bed.personId)
  const days = new Set(world.hours.map((hours) => hours.day))
  const wholeCenter = world.hours.some((hours) => hours.dormitories === null)
  const groups = new Map<string, { use: HerUse; dormitory: string | null; women: number }>()
  const count = (use: HerUse, dormitory: string | null): void => {
    const key = `${use.thing} ${dormitory ?? ALL} ${world.eachWoman ? use.personId : ''}`
    const group = groups.get(key)
    if (group) group.women += 1
    else groups.set(key, { use, dormitory, women: 1 })
  }
  for (const use of hers) {
    if (use.leaves || use.cancelled || !days.has(use.of.day)) continue
    if (wholeCenter) count(use, null)
    const { dormitory } = bedOf(bedsOf.get(use.personId)?.find((each) => isOn(use.of.day, each))?.dormitory ?? null)
    if (dormitory) count(use, dormitory)
  }
  return [...groups.values()].map(({ use: { nature: _nature, personId, ...base }, dormitory, women }) => ({
    ...base,
    kind: 'dormitory',
    camp: 'own',
    resource: dormitory === null ? ALL : fold(dormitory),
    name: dormitory,
    childId: null,
    // Of a group the dormitory is named, of a woman's own affairs she is.
    personId: base.of.is === 'session' && !world.eachWoman ? null : personId,
    women,
  }))
}

function baseOfHours(hours: DormitoryHours): Base {
  const startsAt = hours.startsAt ?? '00:00'
  const of: Thing = {
    ref: `hours:${hours.id}:${hours.day}`,
    is: hours.is,
    ...NOTHING,
    title: hours.title,
    room: null,
    day: hours.day,
    startsAt,
    endsAt: hours.endsAt ?? '23:59',
    endGuessed: false,
    sensitive: false,
    ofChild: false,
  }
  const until = hours.endsAt ? minuteOf(hours.day, hours.endsAt) : minuteOf(addDays(hours.day, 1), '00:00')
  return { of, thing: of.ref, from: minuteOf(hours.day, startsAt), until, cancelled: false, place: of.ref, rank: 1 }
}

const isOn = (day: CivilDate, of: { readonly from: CivilDate; readonly until: CivilDate | null }): boolean =>
  of.from <= day && (of.until === null || day <= of.until)

/** What two women who may not meet are both expected at, inside the center. */
export function apartUses(world: ClashWorld, hers: readonly HerUse[]): NamedUse[] {
  if (world.apart.length === 0) return []
  const herUsesOf = groupBy(
    hers.filter((use) => !use.leaves),
    (use) => use.personId,
  )
  const campOf = (pair: Apart, personId: string, camp: 'own' | 'other'): NamedUse[] =>
    (herUsesOf.get(personId) ?? [])
      .filter((use) => isOn(use.of.day, pair))
      .map((use) => ({
        ...use,
        kind: 'keep-apart',
        resource: pair.id,
        name: null,
        childId: null,
        camp,
        nature: `${pair.level}:${pair.scope}`,
      }))
  return world.apart.flatMap((pair) => [...campOf(pair, pair.a, 'own'), ...campOf(pair, pair.b, 'other')])
}

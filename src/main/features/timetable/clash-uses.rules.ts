/** Pure: what the timetable, the appointments and the outings need of whom and of what, as uses for the engine. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { baseOfErrand, baseOfSession, type Base, type HerUse } from './clash-bases.rules'
import { apartUses, childUses, dormitoryUses } from './clash-camps.rules'
import type { ClashWorld, HeldPlace, HeldSession, NamedUse } from './clash-world.rules'
import { groupBy } from '../../../shared/kernel/group-by'

const NO_NAME = { name: null, personId: null, childId: null }

/** All uses of a stretch of days. */
export function usesOf(world: ClashWorld): NamedUse[] {
  const uses: NamedUse[] = []
  const hers: HerUse[] = []
  const placesOf = groupBy(world.places, (place) => place.editionId)
  const kitsOf = groupBy(world.kits, (kit) => kit.workshopId)
  for (const session of world.sessions) {
    const base = baseOfSession(session)
    uses.push(
      { ...base, ...NO_NAME, kind: 'room', resource: session.roomId, name: session.room },
      { ...base, ...NO_NAME, kind: 'instructor', resource: session.instructorId, name: session.instructor },
    )
    const women = womenOf(session, placesOf.get(session.editionId) ?? [], world.off)
    const own = session.care === 'mother-arranges' ? { ...base, nature: 'mother-arranges' as const } : base
    for (const personId of women) hers.push(hersOf(own, personId))
    for (const kit of kitsOf.get(session.workshopId) ?? [])
      uses.push({
        ...base,
        ...NO_NAME,
        kind: 'kit',
        resource: kit.id,
        name: kit.tool,
        pieces: Math.min(kit.quantity, women.length),
        exist: kit.quantity,
      })
  }
  for (const errand of world.errands) {
    const base = baseOfErrand(errand, world.usualMinutes)
    if (errand.roomId)
      uses.push({ ...base, ...NO_NAME, kind: 'room', resource: errand.roomId, name: errand.where, nature: 'errand' })
    if (errand.personId) hers.push(hersOf(base, errand.personId))
  }
  return uses.concat(hers, childUses(world, hers), dormitoryUses(world, hers), apartUses(world, hers))
}

const hersOf = (base: Base, personId: string): HerUse => ({
  ...base,
  kind: 'woman',
  resource: personId,
  name: null,
  personId,
  childId: null,
})

const isOn = (day: CivilDate, from: CivilDate, until: CivilDate | null): boolean =>
  from <= day && (until === null || day <= until)

/** Who is expected at a session: every woman with a place that day, each once, but those who are excused from it. */
export const womenOf = (
  session: Pick<HeldSession, 'id' | 'day'>,
  places: readonly HeldPlace[],
  off: ReadonlySet<string>,
): string[] => {
  const women = new Set<string>()
  for (const place of places)
    if (
      isOn(session.day, place.openedOn, place.endedOn) &&
      !(off.size > 0 && off.has(`${session.id} ${place.personId}`))
    )
      women.add(place.personId)
  return [...women]
}

/** Gathers what may collide in a stretch of days, and answers clashes by name as she who looks may see them. */
import type { ClashFacts, SideType } from '../../../shared/contract/clash-facts'
import { KEEP_APART_READERS } from '../../../shared/contract/keep-apart.contract'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import { daysFromTo, weekdayOf } from '../../../shared/kernel/civil-date'
import { CHILDREN } from '../../../shared/kernel/roles'
import type { SpecialKind } from '../../../shared/kernel/special-days'
import { listName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import * as repo from './clashes.repo'
import { mayHearOf, onceEach, toFacts, type Hides } from './clash-facts.rules'
import { walksOf, type Walks } from './clash-use.rules'
import type { Clash } from './clash.rules'
import type { ClashWorld, DormitoryHours, HeldPlace, HeldSession, NamedUse } from './clash-world.rules'
import { effectOf } from './special-days.rules'

/** What the signed-in role may not know beside a woman's name. */
export const hidesFrom = ({ actor, today }: Pick<Look, 'actor' | 'today'>): Hides => ({
  today,
  session: ({ sensitive }) => sensitive && !SENSITIVE_READERS.includes(actor.role),
  children: !CHILDREN.includes(actor.role),
  pairs: !KEEP_APART_READERS.includes(actor.role),
})

/** The parts of a world that are read alike whatever is asked. */
export interface Surroundings {
  readonly walks: Walks
  readonly rest: Omit<ClashWorld, 'sessions' | 'places' | 'off'>
}

export async function surroundingsOf(db: ReadDb, range: repo.Range, { today }: Hides): Promise<Surroundings> {
  const settings = await settingsOn(db, range.from)
  const hours = await hoursOf(db, range)
  return {
    walks: walksOf(settings.walkingMinutes, await repo.listWalks(db)),
    rest: {
      errands: await repo.listErrands(db, range),
      outings: (await repo.listChildOutings(db, range)).filter(
        (outing) => outing.left || today === null || outing.leavesOn >= today,
      ),
      children: await repo.listChildrenHere(db, range),
      hours,
      beds: hours.length > 0 ? await repo.listBeds(db, range) : [],
      kits: await repo.listKits(db),
      apart: await repo.listApart(db, range),
      usualMinutes: settings.appointmentMinutes,
    },
  }
}

/** Everything that is held between two days. */
export async function worldOf(
  db: ReadDb,
  range: repo.Range,
  hides: Hides,
): Promise<{ world: ClashWorld; walks: Walks }> {
  const { walks, rest } = await surroundingsOf(db, range, hides)
  const sessions = await repo.listHeldSessions(db, range)
  const places = await repo.listHeldPlaces(db, range)
  return { walks, world: { ...rest, sessions, places, off: await repo.listOff(db, range) } }
}

/** The women with a place in the editions of some sessions. */
export const placesOfSessions = (
  db: ReadDb,
  range: repo.Range,
  sessions: readonly HeldSession[],
  people?: readonly string[],
): Promise<HeldPlace[]> => {
  const editionIds = [...new Set(sessions.map((session) => session.editionId))]
  return repo.listHeldPlaces(db, range, { editionIds, ...(people && { people }) })
}

const sideOfSpecial = (kind: SpecialKind): SideType => (kind === 'visit' ? 'visit-day' : kind)

/** The hours of each day that belong to the dormitories: routine and special days that take or interrupt. */
async function hoursOf(db: ReadDb, range: repo.Range): Promise<DormitoryHours[]> {
  const special = (await repo.listSpecialHours(db, range)).map((day) => {
    const kind = day.kind as SpecialKind
    const facts = { kind, dormitories: null, effect: day.effect as 'cancels' | 'shortens' | 'warns' | null }
    return { ...day, is: sideOfSpecial(kind), shuts: effectOf(facts) === 'cancels' }
  })
  const routine = await repo.listRoutine(db, range)
  if (routine.length === 0) return special
  const days = daysFromTo(range.from, range.until)
  return [
    ...special,
    ...routine.flatMap((row) =>
      days
        .filter((day) => weekdayOf(day) === row.weekday && row.from <= day && (row.until === null || day <= row.until))
        .map((day) => ({
          ...row,
          day,
          is: row.kind as 'count' | 'meal' | 'lock-up',
          shuts: row.kind === 'lock-up',
        })),
    ),
  ]
}

/** Clashes with the names of those who are in them. */
export async function named(db: ReadDb, found: readonly Clash<NamedUse>[], hides: Hides): Promise<ClashFacts[]> {
  const heard = found.filter((clash) => mayHearOf(clash, hides))
  const names = await namesOf(db, heard)
  return onceEach(heard.map((clash) => toFacts(clash, names, hides)))
}

/** How the women and children of some clashes are called. */
export async function namesOf(db: ReadDb, found: readonly Clash<NamedUse>[]): Promise<ReadonlyMap<string, string>> {
  const sides = found.flatMap(({ a, b }) => [a, b])
  const idsOf = (pick: (use: NamedUse) => string | null): string[] => [
    ...new Set(sides.map(pick).filter((id) => id !== null)),
  ]
  const people = idsOf((use) => use.personId)
  const children = idsOf((use) => use.childId)
  return new Map([
    ...(people.length > 0 ? await repo.listWomen(db, people) : []).map((one) => [one.id, listName(one)] as const),
    ...(children.length > 0 ? await repo.listChildNames(db, children) : []).map(
      (one) => [one.id, listName(one)] as const,
    ),
  ])
}

/** What would collide with something that is not there yet: a place, an appointment, an outing. Asked by other slices. */
import type { AppointmentKind, ClashFacts } from '../../../shared/contract/clash-facts'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import * as repo from './clashes.repo'
import { onceEach, toFacts, mayHearOf, type Hides } from './clash-facts.rules'
import { usesOf } from './clash-uses.rules'
import { findClashes, type Clash } from './clash.rules'
import type { ChildOuting, ClashWorld, Errand, HeldPlace, HeldSession, NamedUse } from './clash-world.rules'
import { named, namesOf, placesOfSessions, surroundingsOf } from './clash-world.service'
import { areNear } from './clashes.service'
import { groupBy } from '../../../shared/kernel/group-by'

const LAST_DAY: CivilDate = '9999-12-31'

export interface PlaceAhead {
  readonly editionId: string
  readonly from: CivilDate
  /** Everybody who is here if absent. */
  readonly people?: readonly string[]
  /** All of them would get a place: then two of them who are kept apart collide with each other. */
  readonly together?: boolean
}

/**
 * What each woman would collide with if she were given a place in an edition from a day on: her other groups, her
 * appointments, her child, her dormitory, whom she may not meet. A woman without a clash is not in the answer.
 */
export async function clashesIfPlaced(
  db: ReadDb,
  asked: PlaceAhead,
  hides: Hides,
): Promise<ReadonlyMap<string, ClashFacts[]>> {
  const people = asked.people ?? (await repo.listWomenHere(db, asked.from))
  const own = await repo.listHeldSessions(db, { from: asked.from, until: LAST_DAY }, asked.editionId)
  if (own.length === 0 || people.length === 0) return new Map()
  const last = own.reduce((day, session) => (session.day > day ? session.day : day), asked.from)
  const range = { from: asked.from, until: last }
  const { walks, rest } = await surroundingsOf(db, range, hides)
  const asking = new Set(people)
  const sessions = [...(await othersNear(db, range, own, walks.most)), ...own]
  const apart = rest.apart.filter((pair) => asking.has(pair.a) || asking.has(pair.b))
  const mates = new Set(apart.flatMap((pair) => [pair.a, pair.b]))
  const standing = await placesOfSessions(db, range, sessions)
  const here = new Set(standing.filter((place) => place.editionId === asked.editionId).map((each) => each.personId))
  const places = [
    ...standing.filter((place) =>
      asking.has(place.personId) ? place.editionId !== asked.editionId : mates.has(place.personId),
    ),
    ...people.map((personId): HeldPlace => ({ ...asked, personId, openedOn: asked.from, endedOn: null })),
  ]
  const world = { ...rest, apart, kits: [], eachWoman: true, sessions, places, off: await repo.listOff(db, range) }
  const mine = new Set(own.map((session) => `session:${session.id}`))
  const found = findClashes(usesOf(world), walks).flatMap((clash) =>
    whom(clash, { mine, here, together: asked.together ?? false }).map((personId) => ({ personId, clash })),
  )
  const asks = found.filter(({ personId, clash }) => asking.has(personId) && mayHearOf(clash, hides))
  const names = await namesOf(
    db,
    asks.map((each) => each.clash),
  )
  return new Map(
    [...groupBy(asks, (each) => each.personId)].map(([personId, each]) => [
      personId,
      onceEach(each.map(({ clash }) => toFacts(clash, names, hides))),
    ]),
  )
}

/** Sessions of other editions that come near one of this edition's. */
async function othersNear(db: ReadDb, range: repo.Range, own: readonly HeldSession[], walk: number) {
  const ownOn = groupBy(own, (session) => session.day)
  const all = await repo.listHeldSessions(db, range)
  return all.filter(
    (session) =>
      session.editionId !== own[0]?.editionId &&
      (ownOn.get(session.day) ?? []).some((one) => areNear(session, one, walk)),
  )
}

/** Whom a clash with the edition asked about concerns. */
function whom(
  { kind, a, b }: Clash<NamedUse>,
  of: { readonly mine: ReadonlySet<string>; readonly here: ReadonlySet<string>; readonly together: boolean },
): string[] {
  const sides = [a, b].filter((use) => of.mine.has(use.thing))
  if (kind !== 'keep-apart') return [...new Set(sides.map((use) => use.personId).filter((id) => id !== null))]
  // Two who are both only asked about meet nobody yet, unless both would come.
  return sides.flatMap((use) => {
    const other = use === a ? b : a
    const isThere = !of.mine.has(other.thing) || of.here.has(other.personId ?? '') || of.together
    return isThere && use.personId ? [use.personId] : []
  })
}

/** Something that happens once, as it would be written down. */
export interface OneOff {
  /** Its own id if it is written already: it does not collide with itself. */
  readonly id?: string | undefined
  readonly is: AppointmentKind | 'outing'
  readonly personId?: string | undefined
  readonly childId?: string | undefined
  readonly roomId?: string | null | undefined
  /** In words, where it is no room. */
  readonly place?: string | null | undefined
  readonly outside?: boolean | undefined
  readonly day: CivilDate
  readonly startsAt: ClockTime
  /** Null: nobody knows; the usual length is taken. */
  readonly endsAt: ClockTime | null
  /** The day on which it ends, if that is another. */
  readonly untilDay?: CivilDate | undefined
}

/** What an appointment or an outing collides with, as it stands or as it would be. */
export async function clashesOfUse(db: ReadDb, asked: OneOff, hides: Hides): Promise<ClashFacts[]> {
  return (await clashesOfUses(db, [asked], hides))[0] ?? []
}

/** The same of several together: an appointment of a group of women, who may collide with each other too. */
export async function clashesOfUses(db: ReadDb, asked: readonly OneOff[], hides: Hides): Promise<ClashFacts[][]> {
  const days = asked.flatMap((one) => [one.day, one.untilDay ?? one.day]).sort()
  const range = { from: days[0] ?? LAST_DAY, until: days.at(-1) ?? LAST_DAY }
  const { walks, rest } = await surroundingsOf(db, range, hides)
  const people = new Set(asked.flatMap((one) => whoseAre(one, rest)))
  const apart = rest.apart.filter((pair) => people.has(pair.a) || people.has(pair.b))
  const sessions = await repo.listHeldSessions(db, range)
  const needed = [...new Set([...people, ...apart.flatMap((pair) => [pair.a, pair.b])])]
  const places = needed.length > 0 ? await repo.listHeldPlaces(db, range, { people: needed }) : []
  const standing: ClashWorld = { ...rest, apart, kits: [], sessions, places, off: await repo.listOff(db, range) }
  const found = findClashes(usesOf(asked.reduce(withOneOff, standing)), walks)
  const answers: ClashFacts[][] = []
  for (const one of asked) {
    const own = refOf(one)
    answers.push(
      await named(
        db,
        found.filter(({ a, b }) => a.thing === own || b.thing === own),
        hides,
      ),
    )
  }
  return answers
}

/** Its own id, or one of her who goes until it has been written. */
const idOf = (one: OneOff): string => one.id ?? `ahead:${one.personId ?? one.childId ?? ''}`
const refOf = (one: OneOff): string => `${one.is === 'outing' ? 'outing' : 'appointment'}:${idOf(one)}`

/** The woman whose day it takes: her own, or the mother of the child. */
const whoseAre = (one: OneOff, rest: Pick<ClashWorld, 'children'>): string[] => [
  ...(one.personId ? [one.personId] : []),
  ...rest.children.filter((child) => child.id === one.childId).map((child) => child.motherId),
]

function withOneOff(world: ClashWorld, one: OneOff): ClashWorld {
  const id = idOf(one)
  const ahead = one.id === undefined
  if (one.is === 'outing') {
    const outing: ChildOuting = {
      id,
      ahead,
      folio: world.outings.find((each) => each.id === id)?.folio ?? '',
      childId: one.childId ?? '',
      leavesOn: one.day,
      leavesAt: one.startsAt,
      returnsOn: one.untilDay ?? one.day,
      returnsAt: one.endsAt ?? '23:59',
      cancelled: false,
    }
    return { ...world, outings: [...world.outings.filter((each) => each.id !== id), outing] }
  }
  const errand: Errand = {
    id,
    ahead,
    is: one.is,
    personId: one.personId ?? null,
    childId: one.childId ?? null,
    day: one.day,
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    roomId: one.roomId ?? null,
    where: one.place ?? null,
    outside: one.outside ?? false,
    cancelled: false,
  }
  return { ...world, errands: [...world.errands.filter((each) => each.id !== id), errand] }
}

/** What collides: in a period, and with one session as it stands or would be moved. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import * as repo from './clashes.repo'
import type { Hides } from './clash-facts.rules'
import { usesOf } from './clash-uses.rules'
import { findClashes, type Clash } from './clash.rules'
import type { HeldSession, NamedUse } from './clash-world.rules'
import { named, placesOfSessions, surroundingsOf, worldOf } from './clash-world.service'

/** All clashes of a period, both sides named. */
export async function clashesBetween(
  db: ReadDb,
  from: CivilDate,
  until: CivilDate,
  hides: Hides,
): Promise<ClashFacts[]> {
  const { world, walks } = await worldOf(db, { from, until }, hides)
  return named(db, findClashes(usesOf(world), walks), hides)
}

/** A session as it stands or as it would be: when, where and with whom; null asks for what its edition has. */
export interface SessionAsHeld {
  readonly id: string
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly sensitive: boolean
  readonly roomId: string
  readonly room: string
  readonly instructorId: string
  readonly instructor: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** Clashes that one session would have if it were held then: as it stands, or as it would be moved. */
export async function clashesOf(db: ReadDb, held: SessionAsHeld, hides: Hides): Promise<ClashFacts[]> {
  const found = await clashesOfSession(db, held, hides)
  // Of a group that she who looks may know, but not its women: who cannot come would tell who goes.
  return named(db, hides.session(held) ? found.filter((clash) => !ABOUT_WOMEN.has(clash.kind)) : found, hides)
}

const ABOUT_WOMEN: ReadonlySet<string> = new Set(['woman', 'child', 'care', 'keep-apart'])

async function clashesOfSession(db: ReadDb, held: SessionAsHeld, hides: Hides): Promise<Clash<NamedUse>[]> {
  const range = { from: held.day, until: held.day }
  const { walks, rest } = await surroundingsOf(db, range, hides)
  const own = await asHeld(db, held)
  const sessions = (await repo.listHeldSessions(db, range)).filter((session) => session.id !== held.id)
  const near = [...sessions.filter((session) => areNear(session, own, walks.most)), own]
  const women = await placesOfSessions(db, range, [own])
  const people = [...new Set(women.map((place) => place.personId))]
  const apart = rest.apart.filter((pair) => people.includes(pair.a) || people.includes(pair.b))
  const others = people.concat(apart.flatMap((pair) => [pair.a, pair.b]))
  const kits = rest.kits.filter((kit) => kit.workshopId === own.workshopId)
  // Of other groups only those women matter who would be in two; how many a kit serves needs all of its workshop.
  const places = [
    ...(await placesOfSessions(db, range, near, [...new Set(others)])),
    ...(kits.length > 0
      ? await placesOfSessions(
          db,
          range,
          near.filter((one) => one.workshopId === own.workshopId),
        )
      : []),
  ]
  const off = await repo.listOff(db, range)
  const uses = usesOf({ ...rest, apart, kits, sessions: near, places, off })
  return findClashes(uses, walks).filter(({ a, b }) => isOf(a, held.id) || isOf(b, held.id))
}

const isOf = (use: NamedUse, sessionId: string): boolean => use.of.sessionId === sessionId

/** True if two sessions of one day come so near that a walk lies between them, or nearer. */
export const areNear = (
  session: Pick<HeldSession, 'day' | 'startsAt' | 'endsAt'>,
  own: Pick<HeldSession, 'day' | 'startsAt' | 'endsAt'>,
  walk: number,
): boolean => {
  if (session.day !== own.day) return false
  const begins = (one: typeof session): number => minutesOf(one.startsAt) - walk
  return begins(session) < minutesOf(own.endsAt) && begins(own) < minutesOf(session.endsAt)
}

/** What the session's row does not say of itself: its workshop and its care arrangement. */
async function asHeld(db: ReadDb, held: SessionAsHeld): Promise<HeldSession> {
  const { workshopId, care } = await repo.findTeaching(db, held.editionId, held.id)
  const { id, editionId, code, title, sensitive, roomId, room, instructorId, instructor, day, startsAt, endsAt } = held
  const own = { id, editionId, code, title, sensitive, roomId, room, instructorId, instructor, day, startsAt, endsAt }
  return { ...own, workshopId, care, cancelled: false }
}

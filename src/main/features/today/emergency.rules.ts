/** Rules of the emergency list: everybody stands in exactly one place, and the totals are those of the places. */
import type { EmergencyList, EmergencyPlace } from '../../../shared/contract/emergency.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { inOrder, listName, type NameParts } from '../../../shared/kernel/text'

export interface WomanHere extends NameParts {
  readonly personId: string
  /** As the register has it, `B-04`. */
  readonly bed: string | null
  /** Its dormitory, `B`; empty where none is noted. */
  readonly dormitory: string
}

export interface Running {
  readonly id: string
  readonly room: string
  readonly instructor: string
  /** 1 for a group of a sensitive axis: its instructor is counted, but not named beside the women. */
  readonly sensitive: number
  readonly endsAt: ClockTime
  /** What becomes of a child whose mother comes to it; null where nothing was arranged: then it comes along. */
  readonly care: string | null
}

/** She is called away at this minute: to a place in the center, or out of it (`place` null). */
export interface CalledAway {
  readonly personId: string
  readonly place: string | null
}

/** She is out of the center for a time. */
export interface WomanAway {
  readonly personId: string
  readonly leftOn: CivilDate
  readonly expectedOn: CivilDate | null
}

export interface ChildHere extends NameParts {
  readonly id: string
  readonly motherId: string
}

export interface ChildOutside extends NameParts {
  readonly childId: string
  readonly adult: string
  readonly phone: string | null
  readonly leftOn: CivilDate
  readonly leftAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
}

export interface EmergencyFacts {
  readonly day: CivilDate
  readonly time: ClockTime
  readonly dormitoryWord: EmergencyList['dormitoryWord']
  /** By surnames. */
  readonly women: readonly WomanHere[]
  /** In the order in which they began. */
  readonly running: readonly Running[]
  readonly expected: readonly { readonly sessionId: string; readonly personId: string }[]
  readonly away: readonly WomanAway[]
  readonly called: readonly CalledAway[]
  readonly children: readonly ChildHere[]
  /** Who came into the childcare room today, and whether she is still in it. */
  readonly room: readonly { readonly childId: string; readonly inside: boolean }[]
  readonly outside: readonly ChildOutside[]
}

/**
 * Who should be where. A woman is out of the center if she is away or was called out of it; in the place to which she
 * was called; in the room of the session of hers that runs now (the first that began, if she is expected in two: the
 * other room stands beside her name); everyone else in her dormitory. A child is out with somebody if the gate saw it
 * leave and not come back; in childcare if it came into the room and was not fetched, or, where nothing was written down
 * there today, if its mother's session says so; otherwise with its mother. Nobody stands in two places, nobody in none.
 */
export function emergencyOf(facts: EmergencyFacts, namesChildren: boolean): EmergencyList {
  const gone = womenOutside(facts)
  const women = facts.women.filter((woman) => !gone.has(woman.personId))
  const out = new Set(facts.outside.map((each) => each.childId))
  const inside = facts.children.filter((child) => !out.has(child.id))
  const present = new Set(women.map((woman) => woman.personId))
  const cared = inside.filter((child) => isCaredFor(child, present, facts))
  const lone = inside.filter((child) => !present.has(child.motherId) && !cared.includes(child))
  const beside = inside.filter((child) => !cared.includes(child))
  const rooms = roomsOf(facts)
  const places = [
    ...placesOf('room', women, (woman) => rooms.get(woman.personId)?.[0]),
    ...placesOf('dormitory', women.toSorted(byBed), (woman) =>
      rooms.has(woman.personId) ? undefined : woman.dormitory,
    ),
  ].map((place) => placeFacts(place, facts, beside, rooms, namesChildren))
  const withEmptyRooms = [...places, ...roomsWithNobody(facts, places)].sort(inPlaceOrder)
  const count = (kinds: readonly EmergencyPlace['kind'][]): number =>
    withEmptyRooms.filter(({ kind }) => kinds.includes(kind)).reduce((sum, each) => sum + each.women.length, 0)
  return {
    day: facts.day,
    time: facts.time,
    dormitoryWord: facts.dormitoryWord,
    totals: {
      women: women.length,
      womenOut: gone.size,
      inRooms: count(['room']),
      inDormitories: count(['dormitory', 'unknown']),
      children: inside.length,
      childrenOut: out.size,
      instructors: new Set(facts.running.map((session) => session.instructor)).size,
    },
    places: withEmptyRooms,
    womenOutside: facts.women.flatMap((woman) => {
      const absence = gone.get(woman.personId)
      return absence ? [{ name: listName(woman), bed: woman.bed, ...absence }] : []
    }),
    outside: namesChildren ? facts.outside.map(outsideOf) : null,
    withoutMother: namesChildren ? lone.map(listName) : null,
    childrenWithoutMother: lone.length,
    inChildcare: namesChildren ? cared.map(listName) : null,
    childrenInChildcare: cared.length,
  }
}

interface Absence {
  readonly leftOn: CivilDate
  readonly expectedOn: CivilDate | null
}

/** Women who live here and are out of the center now; whoever was called out for an hour left today. */
function womenOutside({ women, away, called, day }: EmergencyFacts): ReadonlyMap<string, Absence> {
  const here = new Set(women.map((woman) => woman.personId))
  const gone = new Map<string, Absence>()
  for (const { personId, place } of called)
    if (place === null && here.has(personId)) gone.set(personId, { leftOn: day, expectedOn: day })
  for (const { personId, leftOn, expectedOn } of away)
    if (here.has(personId)) gone.set(personId, { leftOn, expectedOn })
  return gone
}

/** What was written down in the room today stands, even if the mother has left; else what the timetable arranged. */
function isCaredFor(child: ChildHere, present: ReadonlySet<string>, facts: EmergencyFacts): boolean {
  const seen = facts.room.find((each) => each.childId === child.id)
  return seen ? seen.inside : present.has(child.motherId) && isInChildcare(child.motherId, facts)
}

/** True if the session at which a mother is expected now has childcare, and nothing else has called her away from it. */
function isInChildcare(motherId: string, { running, expected, called }: EmergencyFacts): boolean {
  if (called.some((each) => each.personId === motherId)) return false
  const hers = new Set(expected.filter((each) => each.personId === motherId).map((each) => each.sessionId))
  return running.find((session) => hers.has(session.id))?.care === 'childcare'
}

/** As one walks along the beds; surnames within one. */
const byBed = (a: WomanHere, b: WomanHere): number => inOrder(a.bed ?? '', b.bed ?? '')

/** The places in which a woman is expected now: where she was called before her sessions, in the order they began; each once. */
function roomsOf({ running, expected, called }: EmergencyFacts): ReadonlyMap<string, readonly string[]> {
  const who = new Map<string, string[]>()
  for (const { sessionId, personId } of expected) who.set(sessionId, [...(who.get(sessionId) ?? []), personId])
  const rooms = new Map<string, string[]>()
  for (const { personId, place } of called) if (place !== null) rooms.set(personId, [place])
  for (const { id, room } of running)
    for (const personId of who.get(id) ?? []) {
      const hers = rooms.get(personId) ?? []
      if (!hers.includes(room)) rooms.set(personId, [...hers, room])
    }
  return rooms
}

interface Gathered {
  readonly kind: EmergencyPlace['kind']
  readonly name: string
  readonly women: readonly WomanHere[]
}

function placesOf(
  kind: 'room' | 'dormitory',
  women: readonly WomanHere[],
  placeOf: (woman: WomanHere) => string | undefined,
): Gathered[] {
  const groups = new Map<string, WomanHere[]>()
  for (const woman of women) {
    const name = placeOf(woman)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group) group.push(woman)
    else groups.set(name, [woman])
  }
  return [...groups].map(([name, of]) => ({
    kind: kind === 'dormitory' && name === '' ? 'unknown' : kind,
    name,
    women: of,
  }))
}

function placeFacts(
  { kind, name, women }: Gathered,
  facts: EmergencyFacts,
  inside: readonly ChildHere[],
  rooms: ReadonlyMap<string, readonly string[]>,
  namesChildren: boolean,
): EmergencyPlace {
  const hers = (woman: WomanHere): readonly ChildHere[] => inside.filter((child) => child.motherId === woman.personId)
  return {
    ...roomFacts(kind === 'room' ? name : null, facts.running),
    kind,
    name,
    women: women.map((woman) => ({
      name: listName(woman),
      bed: woman.bed,
      orIn: rooms.get(woman.personId)?.slice(1).join(', ') || null,
      children: namesChildren ? hers(woman).map(listName) : [],
    })),
    children: women.reduce((sum, woman) => sum + hers(woman).length, 0),
  }
}

function roomFacts(room: string | null, running: readonly Running[]): Pick<EmergencyPlace, 'until' | 'instructors'> {
  const sessions = running.filter((session) => session.room === room)
  return {
    until:
      sessions
        .map((session) => session.endsAt)
        .sort()
        .at(-1) ?? null,
    instructors: [...new Set(sessions.filter(({ sensitive }) => sensitive === 0).map((session) => session.instructor))],
  }
}

/** A session whose list is empty still has its instructor in the room. */
const roomsWithNobody = ({ running }: EmergencyFacts, places: readonly EmergencyPlace[]): EmergencyPlace[] =>
  [...new Set(running.map((session) => session.room))]
    .filter((room) => !places.some((place) => place.kind === 'room' && place.name === room))
    .map((room) => ({ ...roomFacts(room, running), kind: 'room', name: room, women: [], children: 0 }))

const KINDS: readonly EmergencyPlace['kind'][] = ['room', 'dormitory', 'unknown']
const inPlaceOrder = (a: EmergencyPlace, b: EmergencyPlace): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || inOrder(a.name, b.name)

const outsideOf = (child: ChildOutside): NonNullable<EmergencyList['outside']>[number] => ({
  child: listName(child),
  adult: child.adult,
  phone: child.phone,
  leftOn: child.leftOn,
  leftAt: child.leftAt,
  returnsOn: child.returnsOn,
  returnsAt: child.returnsAt,
})

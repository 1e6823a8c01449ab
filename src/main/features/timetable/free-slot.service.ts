/** Finds when a group could meet: room and instructor free, and as many of its women as can be. */
import type { Input, Output } from '../../../shared/contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { MOST_WOMEN } from '../../../shared/contract/appointments.contract'
import { MOST_SLOT_DAYS } from '../../../shared/contract/clashes.contract'
import { daysBetween } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, inOrder, listName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Look } from '../../platform/seam/act'
import type { Hides } from './clash-facts.rules'
import { mayHearOf, onceEach, toFacts } from './clash-facts.rules'
import { usesOf } from './clash-uses.rules'
import { findClashes, type Clash } from './clash.rules'
import type { ClashWorld, HeldSession, NamedUse } from './clash-world.rules'
import { hidesFrom, namesOf, surroundingsOf, type Surroundings } from './clash-world.service'
import * as repo from './clashes.repo'
import { byUse, isTaken, slotsOf, type Slot, type WeighedSlot } from './free-slot.rules'
import { AHEAD, findSlotEdition, listMeant, listWomenOfEdition, type SlotEdition } from './free-slot.repo'
import { closureOf } from './special-days.rules'
import { groupBy } from '../../../shared/kernel/group-by'
import { listSpecialDays } from './timetable.repo'

type Wish = Input<'timetable.freeSlots'>
type Answer = Output<'timetable.freeSlots'>

/** As many slots as anybody would compare. */
const SHOWN = 24

export async function freeSlots(
  look: Look,
  wish: Wish,
): Promise<
  Outcome<
    Answer,
    'times-reversed' | 'period-too-long' | 'nobody-named' | 'too-many-women' | 'unknown-edition' | 'sensitive-group'
  >
> {
  if (wish.closesAt <= wish.opensAt || wish.until < wish.from) return refuse('times-reversed', undefined, 'closesAt')
  if (daysBetween(wish.from, wish.until) >= MOST_SLOT_DAYS) return refuse('period-too-long', { days: MOST_SLOT_DAYS })
  const edition = wish.women.from === 'edition' ? await findSlotEdition(look.db, wish.women.editionId) : undefined
  if (wish.women.from === 'edition' && !edition) return refuse('unknown-edition')
  const hides = hidesFrom(look)
  if (edition && hides.session(edition)) return refuse('sensitive-group')
  const { ids, unknown } = await whoIsMeant(look, wish.women)
  if (ids.length === 0) return refuse('nobody-named')
  if (ids.length > MOST_WOMEN) return refuse('too-many-women', { most: MOST_WOMEN })
  const women = (await repo.listWomen(look.db, ids)).map((row) => ({ id: row.id, who: listName(row) }))
  women.sort((a, b) => inOrder(a.who, b.who))
  const found = await weighAll(look.db, wish, { edition, women, hides })
  return done({ women, unknown, ...found })
}

/** The women of a group, or those whom the lines of a list name without doubt. */
async function whoIsMeant(look: Look, women: Wish['women']): Promise<{ ids: string[]; unknown: string[] }> {
  if (women.from === 'edition') return { ids: await listWomenOfEdition(look.db, women.editionId), unknown: [] }
  const ids = new Set<string>()
  const unknown: string[] = []
  for (const line of women.text
    .split(/[\n;]/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const words = fold(line).split(' ').filter(Boolean)
    const meant = words.length > 0 ? await listMeant(look.db, words, look.today) : []
    const [only] = meant
    if (only && meant.length === 1) ids.add(only)
    else unknown.push(line)
  }
  return { ids: [...ids], unknown }
}

interface Asking {
  readonly edition: SlotEdition | undefined
  readonly women: readonly { readonly id: string; readonly who: string }[]
  readonly hides: Hides
}

async function weighAll(db: ReadDb, wish: Wish, asking: Asking): Promise<Omit<Answer, 'women' | 'unknown'>> {
  const range = { from: wish.from, until: wish.until }
  const around = await surroundingsOf(db, range, asking.hides)
  const special = await listSpecialDays(db, range.from, range.until)
  const worldOn = await worldsOf(db, range, wish, asking, around)
  const slots = slotsOf(wish)
  const open = slots.filter((slot) => !closureOf(slot, special))
  const weighed: { slot: Slot; found: Clash<NamedUse>[] }[] = open.map((slot) => ({
    slot,
    found: clashesAt(worldOn(slot.day), slot, wish, asking, around),
  }))
  const serving = weighed.filter(({ found }) => !found.some(blocksAll))
  const names = await namesOf(
    db,
    serving.flatMap(({ found }) => found),
  )
  const judged = serving.map(({ slot, found }) => judge(slot, found, names, asking))
  const enough = judged.filter((slot) => slot.free >= wish.least)
  return {
    slots: enough.sort(byUse).slice(0, SHOWN).map(toAnswer),
    looked: slots.length,
    leftOut: {
      closed: slots.length - open.length,
      taken: weighed.length - serving.length,
      few: judged.length - enough.length,
    },
  }
}

const toAnswer = (slot: WeighedSlot): Answer['slots'][number] => ({
  ...slot,
  taken: slot.taken.map((woman) => ({ ...woman, clashes: [...woman.clashes] })),
  others: [...slot.others],
})

/** Room and instructor are needed by all: without them there is no session. */
const blocksAll = (clash: Clash<NamedUse>): boolean =>
  clash.level === 'block' && (clash.kind === 'room' || clash.kind === 'instructor')

/** For each day what could stand in the way: sessions that these women, this room or this instructor have. */
async function worldsOf(
  db: ReadDb,
  range: repo.Range,
  wish: Wish,
  { edition, women }: Asking,
  { rest }: Surroundings,
): Promise<(day: string) => ClashWorld> {
  const people = women.map((woman) => woman.id)
  const asked = new Set(people)
  const apart = rest.apart.filter((pair) => asked.has(pair.a) || asked.has(pair.b))
  const places = await repo.listHeldPlaces(db, range, {
    people: [...new Set([...people, ...apart.flatMap((pair) => [pair.a, pair.b])])],
  })
  const editions = new Set(places.map((place) => place.editionId))
  const sessions = (await repo.listHeldSessions(db, range)).filter(
    (session) =>
      session.id !== wish.sessionId &&
      (editions.has(session.editionId) ||
        session.roomId === wish.roomId ||
        session.instructorId === wish.instructorId ||
        session.workshopId === edition?.workshopId),
  )
  const kits = rest.kits.filter((kit) => kit.workshopId === edition?.workshopId)
  const mates = kits.length > 0 ? await placesOfWorkshop(db, range, sessions, edition) : []
  const off = await repo.listOff(db, range)
  const ofDay = groupBy(sessions, (session) => session.day)
  const errandsOf = groupBy(rest.errands, (errand) => errand.day)
  const hoursOf = groupBy(rest.hours, (hours) => hours.day)
  return (day) => ({
    ...rest,
    apart,
    kits,
    off,
    eachWoman: true,
    sessions: ofDay.get(day) ?? [],
    errands: errandsOf.get(day) ?? [],
    hours: hoursOf.get(day) ?? [],
    outings: rest.outings.filter((outing) => outing.leavesOn <= day && day <= outing.returnsOn),
    places: [
      ...places,
      ...mates,
      ...people.map((personId) => ({ personId, editionId: AHEAD, openedOn: range.from, endedOn: null })),
    ],
  })
}

const placesOfWorkshop = (
  db: ReadDb,
  range: repo.Range,
  sessions: readonly HeldSession[],
  edition: SlotEdition | undefined,
) => {
  const editionIds = sessions.filter((one) => one.workshopId === edition?.workshopId).map((one) => one.editionId)
  return repo.listHeldPlaces(db, range, { editionIds: [...new Set(editionIds)] })
}

/** What a session at that time would collide with. */
function clashesAt(
  world: ClashWorld,
  slot: Slot,
  wish: Wish,
  { edition }: Asking,
  { walks }: Surroundings,
): Clash<NamedUse>[] {
  const session: HeldSession = {
    id: AHEAD,
    editionId: AHEAD,
    workshopId: edition?.workshopId ?? AHEAD,
    code: '',
    title: '',
    sensitive: edition?.sensitive ?? false,
    roomId: wish.roomId ?? AHEAD,
    room: '',
    instructorId: wish.instructorId ?? AHEAD,
    instructor: '',
    ...slot,
    cancelled: false,
    care: null,
  }
  const uses = usesOf({ ...world, sessions: [...world.sessions, session] })
  return findClashes(uses, walks).filter(({ a, b }) => isAhead(a) || isAhead(b))
}

const isAhead = (use: NamedUse): boolean => use.of.sessionId === AHEAD

function judge(
  slot: Slot,
  found: readonly Clash<NamedUse>[],
  names: ReadonlyMap<string, string>,
  { women, hides }: Asking,
): WeighedSlot {
  const heard = found.filter((clash) => mayHearOf(clash, hides))
  const facts = (clashes: readonly Clash<NamedUse>[]) =>
    onceEach(clashes.map((clash) => toFacts(clash, names, hides))).map(withoutAhead)
  const of = (id: string) => heard.filter((clash) => clash.a.personId === id || clash.b.personId === id)
  const taken = women
    .map(({ id, who }) => ({ id, who, clashes: facts(of(id)) }))
    .filter((woman) => isTaken(woman.clashes))
  const others = facts(heard.filter((clash) => clash.a.personId === null && clash.b.personId === null))
  return { ...slot, free: women.length - taken.length, taken, others }
}

/** What stands there first; the session that would be is no record yet. */
function withoutAhead(clash: ClashFacts): ClashFacts {
  const [there, ahead] = clash.a.sessionId === AHEAD ? [clash.b, clash.a] : [clash.a, clash.b]
  const resourceId = clash.resourceId === AHEAD ? null : clash.resourceId
  return { ...clash, resourceId, a: there, b: { ...ahead, sessionId: null, editionId: null, title: null } }
}

/** Appointments of women and of children: what is shown, what each would collide with, and writing them down. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import type { AppointmentRow } from '../../../shared/contract/appointments.contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { Deciding } from '../../../shared/kernel/clash-stand'
import { daysBetween } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, listName } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { Act, Look } from '../../platform/seam/act'
import * as repo from './appointments.repo'
import { goneOnWith, inTheWay, namesOfClashes } from './clash-decision.rules'
import type { Hides } from './clash-facts.rules'
import { hidesFrom } from './clash-world.service'
import { clashesOfUses, type OneOff } from './clashes-ahead.service'
import { listChildNames, listWomen } from './clashes.repo'
import { formatShortDay } from '../../../shared/i18n/format'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'

const LONGEST_PERIOD = 366

/** Appointments of a period. Of a child's who may not know of it learns that her mother is taken up, and when. */
export async function list(
  look: Look,
  input: Required<Pick<Input<'timetable.appointments'>, 'withCancelled'>> & Input<'timetable.appointments'>,
) {
  if (daysBetween(input.from, input.until) > LONGEST_PERIOD) return refuse('period-too-long', { days: LONGEST_PERIOD })
  const rows = await repo.listAppointments(look.db, input)
  const hides = hidesFrom(look)
  return done(rows.map((row) => toRow(row, hides)))
}

function toRow(row: repo.AppointmentRecord, hides: Hides): AppointmentRow {
  const care = row.childId !== null && hides.children
  const ofChild = row.childId !== null && !care
  return {
    id: row.id,
    version: row.version,
    personId: ofChild ? null : row.herId,
    childId: ofChild ? row.childId : null,
    who: ofChild
      ? listName({
          surname1: row.childSurname1 ?? '',
          surname2: row.childSurname2,
          givenNames: row.childGivenNames ?? '',
        })
      : listName(row),
    fileNumber: ofChild ? null : row.fileNumber,
    kind: care ? 'care' : row.kind,
    day: row.day,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    roomId: care ? null : row.roomId,
    place: care ? null : (row.room ?? row.place),
    outside: !care && row.outside,
    note: care ? null : row.note,
    cancelledOn: row.cancelledOn,
    cancelledReason: care ? null : row.cancelledReason,
  }
}

/** When and where, without whose. */
type Facts = Omit<Input<'timetable.addAppointments'>, 'personIds' | 'note' | 'despite'>

/** A room of the timetable is a place of its own, inside. */
const cleaned = <F extends Facts>(facts: F): F =>
  facts.roomId ? { ...facts, place: null, outside: false } : { ...facts }

interface Goer {
  readonly id: string
  readonly who: string
  readonly personId: string | null
  readonly childId: string | null
}

/** What each who would go would collide with, and the rooms to choose from. */
export async function previewWomen(look: Look, input: Input<'timetable.previewAppointment'>) {
  if (reversed(input)) return refuse('times-reversed', undefined, 'endsAt')
  const goers = await womenOf(look, input.personIds)
  if (!goers) return refuse('unknown-person')
  return done(await previewOf(look, goers, input))
}

/** The same for a child. */
export async function previewChild(look: Look, input: Input<'timetable.previewChildAppointment'>) {
  if (reversed(input)) return refuse('times-reversed', undefined, 'endsAt')
  const goers = input.childId === null ? [] : await childrenOf(look, [input.childId])
  if (!goers) return refuse('unknown-child')
  return done(await previewOf(look, goers, input))
}

async function previewOf(
  look: Look,
  goers: readonly Goer[],
  facts: Facts & { id?: string | undefined },
): Promise<Output<'timetable.previewAppointment'>> {
  const clashes = await clashesOfGoers(look, goers, facts, facts.id)
  return {
    goers: goers.map(({ id, who }, i) => ({ id, who, clashes: clashes[i] ?? [] })),
    rooms: await repo.listOpenRooms(look.db),
  }
}

const reversed = ({ startsAt, endsAt }: Pick<Facts, 'startsAt' | 'endsAt'>): boolean =>
  endsAt !== null && endsAt <= startsAt

async function womenOf(look: Look, ids: readonly string[]): Promise<Goer[] | undefined> {
  const wanted = [...new Set(ids)]
  const names = new Map(
    (wanted.length > 0 ? await listWomen(look.db, wanted) : []).map((row) => [row.id, listName(row)]),
  )
  if (names.size < wanted.length) return undefined
  return wanted.map((id) => ({ id, who: names.get(id) ?? '', personId: id, childId: null }))
}

async function childrenOf(look: Look, ids: readonly string[]): Promise<Goer[] | undefined> {
  const names = await listChildNames(look.db, ids)
  if (names.length < ids.length) return undefined
  return names.map((row) => ({ id: row.id, who: listName(row), personId: null, childId: row.id }))
}

async function clashesOfGoers(
  look: Look,
  goers: readonly Goer[],
  facts: Facts,
  id: string | undefined,
): Promise<ClashFacts[][]> {
  if (goers.length === 0) return []
  const at = cleaned(facts)
  const asked = goers.map(({ personId, childId }): OneOff => ({
    is: at.kind,
    day: at.day,
    startsAt: at.startsAt,
    endsAt: at.endsAt,
    roomId: at.roomId,
    place: at.place,
    outside: at.outside,
    ...(id && { id }),
    ...(personId && { personId }),
    ...(childId && { childId }),
  }))
  return clashesOfUses(look.db, asked, hidesFrom(look))
}

type Despite = Input<'timetable.addAppointments'>['despite']
type WriteRefusal = 'times-reversed' | 'unknown-room' | 'clash-blocks' | 'clash-unseen'

/** The keys she goes on with, or why not: an appointment is about those who go, so what blocks one of them forbids it. */
async function weigh(
  act: Act,
  goers: readonly Goer[],
  facts: Facts & { readonly despite: Despite },
  id?: string,
): Promise<Outcome<readonly string[], WriteRefusal>> {
  if (reversed(facts)) return refuse('times-reversed', undefined, 'endsAt')
  if (facts.roomId && !(await repo.listOpenRooms(act.db)).some((room) => room.id === facts.roomId))
    return refuse('unknown-room', undefined, 'roomId')
  const clashes = (await clashesOfGoers(act, goers, facts, id)).flat()
  const deciding: Deciding = { director: act.actor.role === 'director', group: false }
  const { forbidding, unseen } = inTheWay(clashes, facts.despite?.keys, deciding)
  const problems = [
    ...(forbidding.length > 0 ? [{ code: 'clash-blocks' as const, facts: { with: namesOfClashes(forbidding) } }] : []),
    ...(unseen.length > 0 ? [{ code: 'clash-unseen' as const, facts: { with: namesOfClashes(unseen) } }] : []),
  ]
  return problems.length > 0 ? refused(...problems) : done(goneOnWith(clashes, deciding))
}

/** Writes down an appointment of one woman or of several, who can then be taken back together. */
export async function addForWomen(act: Act, input: Input<'timetable.addAppointments'>) {
  const goers = await womenOf(act, input.personIds)
  if (!goers) return refuse('unknown-person')
  return add(act, goers, input)
}

/** Writes down an appointment of a child. */
export async function addForChild(act: Act, input: Input<'timetable.addChildAppointment'>) {
  const goers = await childrenOf(act, [input.childId])
  if (!goers) return refuse('unknown-child')
  return add(act, goers, input)
}

type Added = Output<'timetable.addAppointments'>

async function add(
  act: Act,
  goers: readonly Goer[],
  input: Facts & { readonly note: string | null; readonly despite: Despite },
): Promise<Outcome<Added, WriteRefusal>> {
  const weighed = await weigh(act, goers, input)
  if (!weighed.ok) return weighed
  const write = async (): Promise<Outcome<string[], never>> => {
    const ids: string[] = []
    for (const goer of goers) ids.push(await addOne(act, goer, input, weighed.value))
    return done(ids)
  }
  if (goers.length === 1) {
    const one = await write()
    return one.ok ? done({ ids: one.value, batchId: null }) : one
  }
  const words = wordsIn(PAPER_LANGUAGE)
  const what = `${words(`timetable.appointment.${input.kind}`)} · ${formatShortDay(input.day, PAPER_LANGUAGE)}`
  const title = words('timetable.appointment.batch', { what, count: goers.length })
  const batch = await inBatch(act, { kind: 'appointments', title }, ['appointment'], write)
  return batch.ok ? done({ ids: batch.value.result, batchId: batch.value.batchId }) : batch
}

async function addOne(
  act: Act,
  { personId, childId }: Goer,
  input: Facts & { readonly note: string | null; readonly despite: Despite },
  despite: readonly string[],
): Promise<string> {
  const id = randomUUID()
  const { kind, day, startsAt, endsAt, roomId, place, outside } = cleaned(input)
  const facts = { kind, day, startsAt, endsAt, roomId, place, outside, note: input.note }
  await repo.insertAppointment(act.trx, { ...facts, id, personId, childId, recordedBy: act.actor.id })
  await act.audit({
    event: 'appointment.added',
    subjectType: 'appointment',
    subjectId: id,
    after: { personId, childId, ...facts, ...(despite.length > 0 && { despite }) },
    reason: despite.length > 0 ? input.despite?.reason : undefined,
  })
  return id
}

/** The appointment of a woman, or of a child, that the channel may write: the other kind is not there for it. */
async function standing(act: Act, id: string, of: 'woman' | 'child') {
  const found = await repo.findAppointment(act.db, id)
  if (!found || (found.childId !== null) !== (of === 'child')) return refuse('unknown-appointment')
  return found.cancelledOn ? refuse('appointment-cancelled', { day: found.cancelledOn }) : done(found)
}

const factsOf = ({ kind, day, startsAt, endsAt, roomId, place, outside, note }: repo.AppointmentFacts) => ({
  kind,
  day,
  startsAt,
  endsAt,
  roomId,
  place,
  outside,
  note,
})

/** Changes when, where or what. */
export async function changeOf(act: Act, input: Input<'timetable.changeAppointment'>, of: 'woman' | 'child') {
  const found = await standing(act, input.id, of)
  if (!found.ok) return found
  const { personId, childId, herId } = found.value
  const goer: Goer = { id: childId ?? herId, who: '', personId, childId }
  const weighed = await weigh(act, [goer], input, input.id)
  if (!weighed.ok) return weighed
  const after = factsOf(cleaned(input))
  if (!(await repo.markAppointment(act.trx, input, after))) return refuse('stale')
  await act.audit({
    event: 'appointment.changed',
    subjectType: 'appointment',
    subjectId: input.id,
    before: factsOf(found.value),
    after: { ...after, ...(weighed.value.length > 0 && { despite: weighed.value }) },
    reason: weighed.value.length > 0 ? input.despite?.reason : undefined,
  })
  return done(null)
}

/** Calls an appointment off. It stays readable, and collides with nothing any more. */
export async function cancelOf(act: Act, input: Input<'timetable.cancelAppointment'>, of: 'woman' | 'child') {
  const found = await standing(act, input.id, of)
  if (!found.ok) return found
  const set = { cancelledOn: act.today, cancelledReason: input.reason }
  if (!(await repo.markAppointment(act.trx, input, set))) return refuse('stale')
  await act.audit({
    event: 'appointment.cancelled',
    subjectType: 'appointment',
    subjectId: input.id,
    before: factsOf(found.value),
    reason: input.reason,
  })
  return done(null)
}

/** Children who live here, by name. */
export async function children(look: Look): Promise<Outcome<Output<'timetable.children'>, never>> {
  const rows = await repo.listChildren(look.db, look.today)
  return done(
    rows
      .map((row) => ({
        id: row.id,
        name: listName(row),
        mother: listName({
          surname1: row.motherSurname1,
          surname2: row.motherSurname2,
          givenNames: row.motherGivenNames,
          chosenName: row.motherChosenName,
        }),
      }))
      .sort((a, b) => inOrder(a.name, b.name)),
  )
}

/** Writing down appointments: adding one for a woman, for several or for a child, changing it, calling it off. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatShortDay } from '../../../shared/i18n/format'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { inBatch } from '../../platform/batches/batches'
import type { Act } from '../../platform/seam/act'
import * as repo from './appointments.repo'
import { childrenOf, clashesOfGoers, cleaned, reversed, womenOf, type Facts, type Goer } from './appointments.service'
import { goneOnWith, inTheWay, namesOfClashes } from './clash-decision.rules'

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
  const deciding = { director: act.actor.role === 'director', group: false }
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

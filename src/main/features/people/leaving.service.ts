/** A woman leaves: what would follow is shown first, then done as one batch; a leaving that was wrong is put right. */
import type { Input, Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { absencesContract, staysContract } from '../../../shared/contract/stays.contract'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import { listName } from '../../../shared/kernel/text'
import { findOpenBatch, inBatch, undoBatch } from '../../platform/batches/batches'
import { sha256Hex } from '../../platform/crypto/digest'
import type { Act, Look } from '../../platform/seam/act'
import { endPlacesOf } from '../places'
import { cancelAppointmentsOf } from '../timetable'
import * as facts from './consequences.repo'
import { seenText, shown, type LeavingFacts } from './leaving.rules'
import { leavingFault } from './people.rules'
import * as repo from './stay.repo'
import { findStanding, type Standing } from './standing.service'

type Contract = typeof staysContract & typeof absencesContract
type Parsed<Name extends keyof Contract> = ParsedInputOf<Contract[Name]>

/** Every table that a leaving writes. */
const LEAVING_TABLES = [
  'stay',
  'stay_absence',
  'place',
  'place_exclusion',
  'place_suspension',
  'wait',
  'wait_step',
  'wait_jump',
  'offer',
  'appointment',
] as const

/** Appointments of a day that is over fall away from its end; of today, from now on. */
const momentOf = (look: Look, day: CivilDate): facts.LeavingMoment => ({
  day,
  time: day === look.today ? look.time : '24:00',
})

type Staying = Standing & { readonly open: repo.StayRow }

async function factsOf(look: Look, her: Staying, leftOn: CivilDate): Promise<LeavingFacts> {
  const { id } = her.person
  return {
    stay: her.open,
    places: await facts.listOpenPlaces(look.db, id),
    waits: await facts.listOpenWaits(look.db, id),
    ...(await facts.listOpenLimits(look.db, id, leftOn)),
    sessions: await facts.listSessionsAhead(look.db, id, leftOn),
    marksAfter: await facts.listMarksAfter(look.db, id, leftOn),
    appointments: await facts.listAppointments(look.db, id, momentOf(look, leftOn)),
    absence: her.away ?? null,
    children: await facts.listChildrenHere(look.db, id, leftOn),
    outings: await facts.listOpenOutings(look.db, id, leftOn),
    undelivered: await facts.listUndelivered(look.db, id),
  }
}

const seenOf = (known: LeavingFacts): string => sha256Hex(seenText(known))

/** Her open stay if she may leave on the day. */
async function findLeaving(look: Look, id: string, leftOn: CivilDate) {
  const her = await findStanding(look, id, 'leave')
  if (!her.ok) return her
  const { open } = her.value
  if (!open) return refuse('person-not-here')
  const fault = leavingFault(leftOn, { today: look.today, admittedOn: her.value.away?.leftOn ?? open.admittedOn })
  if (fault === 'day-in-the-future') return refuse(fault, undefined, 'leftOn')
  if (fault === 'before-admission')
    return her.value.away
      ? refuse('before-absence', { day: her.value.away.leftOn }, 'leftOn')
      : refuse('before-admission', { day: open.admittedOn }, 'leftOn')
  return done({ ...her.value, open })
}

/** What would follow from her leaving on a day; who may not know a group or a child reads how many. */
export async function previewLeaving(look: Look, input: Input<'people.previewLeaving'>) {
  const her = await findLeaving(look, input.id, input.leftOn)
  if (!her.ok) return her
  const known = await factsOf(look, her.value, input.leftOn)
  const { role } = look.actor
  return done({
    seen: seenOf(known),
    ...shown(known, { sensitive: SENSITIVE_READERS.includes(role), children: CHILDREN.includes(role) }),
  } satisfies Output<'people.previewLeaving'>)
}

/** Closes her stay and all that the preview named, as one batch. Refused if anything has changed since it was shown. */
export async function recordLeaving(act: Act, input: Parsed<'people.recordLeaving'>) {
  const her = await findLeaving(act, input.id, input.leftOn)
  if (!her.ok) return her
  if (her.value.open.version !== input.stayVersion) return refuse('stale')
  const known = await factsOf(act, her.value, input.leftOn)
  if (seenOf(known) !== input.seen) return refuse('stale')
  return leave(act, her.value, input, 'person.left')
}

type Leaving = Pick<Parsed<'people.recordLeaving'>, 'id' | 'leftOn' | 'cause' | 'note'>

async function leave(act: Act, her: Staying, input: Leaving, event: 'person.left' | 'person.leavingCorrected') {
  const { open, away, person } = her
  const batch = { kind: 'leaving', title: listName(person.facts), subjectId: open.id }
  const batched = await inBatch(act, batch, LEAVING_TABLES, async (): Promise<Outcome<Ended, 'stale'>> => {
    const left = { left_on: input.leftOn, left_cause: input.cause }
    if (!(await repo.markStay(act.trx, open.id, open.version, left))) return refuse('stale')
    if (away) await repo.markAbsence(act.trx, away.id, away.version, { ended_on: input.leftOn, end_kind: 'left' })
    const ended = await endPlacesOf(act, input.id, input.leftOn, input.cause)
    const appointments = await cancelAppointmentsOf(
      act,
      input.id,
      momentOf(act, input.leftOn),
      `egreso ${input.leftOn}`,
    )
    return done({ places: ended.places, waits: ended.waits, appointments })
  })
  if (!batched.ok) return batched
  const { batchId, result } = batched.value
  await act.audit({
    event,
    subjectType: 'person',
    subjectId: input.id,
    before: { admittedOn: open.admittedOn, dormitory: open.dormitory },
    after: {
      leftOn: input.leftOn,
      cause: input.cause,
      placesEnded: result.places,
      waitsClosed: result.waits,
      appointmentsCancelled: result.appointments,
      batchId,
    },
    reason: input.note || undefined,
  })
  return done({ ...result, batchId })
}

interface Ended {
  readonly places: number
  readonly waits: number
  readonly appointments: number
}

/** She has been away for long: what a leaving would end of her places and waits ends, and she may still come back. */
export async function endPlacesAway(act: Act, input: Parsed<'people.endPlacesAway'>) {
  const her = await findStanding(act, input.id, 'comeBack')
  if (!her.ok) return her
  const leaving = await findLeaving(act, input.id, act.today)
  if (!leaving.ok) return leaving
  const { away, open, person } = leaving.value
  if (!away) return refuse('person-not-away')
  if (seenOf(await factsOf(act, leaving.value, act.today)) !== input.seen) return refuse('stale')
  const batch = { kind: 'away-places', title: listName(person.facts), subjectId: away.id }
  const batched = await inBatch(act, batch, LEAVING_TABLES, async (): Promise<Outcome<Ended, never>> => {
    const ended = await endPlacesOf(act, input.id, act.today, 'other')
    return done({ ...ended, appointments: 0 })
  })
  if (!batched.ok) return batched
  const { batchId, result } = batched.value
  await act.audit({
    event: 'person.placesEndedAway',
    subjectType: 'person',
    subjectId: input.id,
    before: { stayId: open.id, leftOn: away.leftOn },
    after: { placesEnded: result.places, waitsClosed: result.waits, batchId },
    reason: input.reason,
  })
  return done({ ...result, batchId })
}

/**
 * The day or the cause of her last leaving was wrong. If what it ended can be taken back, it is, and ended anew with the
 * right ones; if the leaving came from a file or its month is closed, only the stay is corrected, and the answer says so.
 */
export async function correctLeaving(act: Act, input: Parsed<'people.correctLeaving'>) {
  const her = await findStanding(act, input.id, 'correctLeaving')
  if (!her.ok) return her
  const [last] = her.value.stays
  if (!last?.leftOn) return refuse('person-has-not-left')
  if (last.version !== input.stayVersion) return refuse('stale')
  if (last.leftOn === input.leftOn && last.leftCause === input.cause) return refuse('nothing-changed')
  const fault = leavingFault(input.leftOn, { today: act.today, admittedOn: last.admittedOn })
  if (fault) return refuse(fault, { day: last.admittedOn }, 'leftOn')
  const batch = await findOpenBatch(act.db, 'leaving', last.id)
  if (!batch || batch.closed) return correctStayOnly(act, input, last)
  const undone = await undoBatch(act, batch.id)
  if (!undone.ok) return refuse('batch-in-use', undone.refusals[0]?.facts)
  const again = await findLeaving(act, input.id, input.leftOn)
  if (!again.ok) return again
  const done_ = await leave(act, again.value, { ...input, note: input.reason }, 'person.leavingCorrected')
  return done_.ok ? done({ followed: true }) : done_
}

async function correctStayOnly(act: Act, input: Parsed<'people.correctLeaving'>, last: repo.StayRow) {
  const after = { left_on: input.leftOn, left_cause: input.cause }
  if (!(await repo.markStay(act.trx, last.id, last.version, after))) return refuse('stale')
  await act.audit({
    event: 'person.leavingCorrected',
    subjectType: 'person',
    subjectId: input.id,
    before: { leftOn: last.leftOn, cause: last.leftCause },
    after: { leftOn: input.leftOn, cause: input.cause },
    reason: input.reason,
  })
  return done({ followed: false })
}

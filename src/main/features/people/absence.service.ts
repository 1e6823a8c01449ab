/** A woman is away for a time and comes back: her places are kept, suspended, and given back just as they were. */
import { randomUUID } from 'node:crypto'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { absencesContract } from '../../../shared/contract/stays.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { Act } from '../../platform/seam/act'
import { restorePlacesAfterAway, suspendPlacesWhileAway } from '../places'
import * as repo from './stay.repo'
import { absenceFault } from './stay.rules'
import { findStanding } from './standing.service'

type Parsed<Name extends keyof typeof absencesContract> = ParsedInputOf<(typeof absencesContract)[Name]>

/** Every table that an absence or its end writes. */
const ABSENCE_TABLES = ['stay_absence', 'place', 'place_suspension'] as const

/** Records that she is away from a day on; her open places are suspended, not ended. */
export async function recordAbsence(act: Act, input: Parsed<'people.recordAbsence'>) {
  const her = await findStanding(act, input.id, 'goAway')
  if (!her.ok) return her
  const { open, person, absences } = her.value
  if (!open) return refuse('person-not-here')
  if (open.version !== input.stayVersion) return refuse('stale')
  const fault = absenceFault(input, { today: act.today, admittedOn: open.admittedOn })
  if (fault) return refuse(fault, { day: open.admittedOn }, fault === 'back-before-leaving' ? 'expectedOn' : 'leftOn')
  const backSince = absences.find((each) => each.endedOn !== null && each.endedOn > input.leftOn)?.endedOn
  if (backSince) return refuse('before-return', { day: backSince }, 'leftOn')
  const absence = {
    id: randomUUID(),
    stayId: open.id,
    reason: input.reason,
    leftOn: input.leftOn,
    expectedOn: input.expectedOn,
    note: input.note || null,
  }
  const batch = { kind: 'absence', title: listName(person.facts), subjectId: absence.id }
  const batched = await inBatch(act, batch, ABSENCE_TABLES, async (): Promise<Outcome<number, never>> => {
    await repo.insertAbsence(act.trx, absence)
    return done(await suspendPlacesWhileAway(act, input.id, absence.id, input.leftOn))
  })
  if (!batched.ok) return batched
  const { batchId, result: suspended } = batched.value
  const { reason, leftOn, expectedOn } = absence
  await act.audit({
    event: 'person.wentAway',
    subjectType: 'person',
    subjectId: input.id,
    after: { reason, leftOn, expectedOn, placesSuspended: suspended, batchId },
    reason: input.note || undefined,
  })
  return done({ suspended, batchId })
}

/** Another day on which she is expected back, or another note. */
export async function changeAbsence(act: Act, input: Parsed<'people.changeAbsence'>) {
  const her = await findStanding(act, input.id, 'comeBack')
  if (!her.ok) return her
  const { away } = her.value
  if (!away) return refuse('person-not-away')
  const note = input.note || null
  if (away.expectedOn === input.expectedOn && away.note === note) return refuse('nothing-changed')
  if (input.expectedOn !== null && input.expectedOn < away.leftOn)
    return refuse('back-before-leaving', { day: away.leftOn }, 'expectedOn')
  const after = { expected_on: input.expectedOn, note }
  if (!(await repo.markAbsence(act.trx, away.id, input.version, after))) return refuse('stale')
  await act.audit({
    event: 'person.absenceChanged',
    subjectType: 'person',
    subjectId: input.id,
    before: { expectedOn: away.expectedOn },
    after: { expectedOn: input.expectedOn },
    reason: note ?? undefined,
  })
  return done(null)
}

/** She is back: what her absence suspended is hers again; what somebody suspended by hand stays so. */
export async function recordReturn(act: Act, input: Parsed<'people.recordReturn'>) {
  const her = await findStanding(act, input.id, 'comeBack')
  if (!her.ok) return her
  const { away, person } = her.value
  if (!away) return refuse('person-not-away')
  if (input.returnedOn > act.today) return refuse('day-in-the-future', undefined, 'returnedOn')
  if (input.returnedOn < away.leftOn) return refuse('back-before-leaving', { day: away.leftOn }, 'returnedOn')
  const batch = { kind: 'return', title: listName(person.facts), subjectId: away.id }
  const batched = await inBatch(act, batch, ABSENCE_TABLES, async (): Promise<Outcome<number, 'stale'>> => {
    const back = { ended_on: input.returnedOn, end_kind: 'returned' as const }
    if (!(await repo.markAbsence(act.trx, away.id, input.version, back))) return refuse('stale')
    return done(await restorePlacesAfterAway(act, away.id, input.returnedOn))
  })
  if (!batched.ok) return batched
  const { batchId, result: restored } = batched.value
  await act.audit({
    event: 'person.cameBack',
    subjectType: 'person',
    subjectId: input.id,
    before: { leftOn: away.leftOn, reason: away.reason },
    after: { returnedOn: input.returnedOn, placesRestored: restored, batchId },
  })
  return done({ restored, batchId })
}

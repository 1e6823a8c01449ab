/** A woman's stays: that she is expected, that she came, where she sleeps, that she came back. Leaving: `leaving.service.ts`. */
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { staysContract } from '../../../shared/contract/stays.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { findOpenBatch } from '../../platform/batches/batches'
import { settingsOn } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import { listMerged } from './merge.repo'
import { admissionFault } from './people.rules'
import * as repo from './stay.repo'
import { awayLimit } from './stay.rules'
import { findStanding, standingOf, type Standing } from './standing.service'

type Parsed<Name extends keyof typeof staysContract> = ParsedInputOf<(typeof staysContract)[Name]>

/** Where she stands, what may still be taken back, and what the limit of days away says. */
export async function stayOf(
  look: Look,
  input: { readonly id: string },
): Promise<Outcome<Output<'people.stay'>, 'unknown-person'>> {
  const her = await standingOf(look, input.id)
  if (!her) return refuse('unknown-person')
  const { state, stays, open, arrival, absences } = her
  const stay = open ?? stays[0]
  return done({
    state,
    stayId: stay?.id ?? null,
    stayVersion: stay?.version ?? null,
    arrival: arrival ? withoutPerson(arrival) : null,
    away: await awayOf(look, her),
    absences: absences.map(plain),
    leaving: state === 'left' ? await leavingOf(look, stays[0]) : null,
    merges: await mergesOf(look, input.id),
  })
}

const withoutPerson = ({ personId: _personId, ...arrival }: repo.ArrivalRow) => arrival
const plain = ({ stayId: _stayId, ...absence }: repo.AbsenceRow) => absence

async function awayOf(look: Look, her: Standing): Promise<Output<'people.stay'>['away']> {
  if (!her.away) return null
  return { ...plain(her.away), ...awayLimit(her.away.leftOn, look.today, await settingsOn(look.db, look.today)) }
}

async function leavingOf(look: Look, last: repo.StayRow | undefined): Promise<Output<'people.stay'>['leaving']> {
  if (!last?.leftOn) return null
  const batch = await findOpenBatch(look.db, 'leaving', last.id)
  return {
    stayId: last.id,
    stayVersion: last.version,
    leftOn: last.leftOn,
    cause: last.leftCause ?? 'other',
    batchId: batch?.id ?? null,
    closed: batch?.closed ?? false,
  }
}

async function mergesOf(look: Look, id: string): Promise<Output<'people.stay'>['merges']> {
  const merged = await listMerged(look.db, id)
  return Promise.all(
    merged.map(async ({ loserId, fileNumber, mergedOn, ...names }) => {
      const batch = await findOpenBatch(look.db, 'merge', loserId)
      return {
        loserId,
        name: listName(names),
        fileNumber,
        mergedOn,
        batchId: batch?.id ?? null,
        closed: batch?.closed ?? false,
      }
    }),
  )
}

/** Moves her to another dormitory. */
export async function setDormitory(act: Act, input: Parsed<'people.setDormitory'>) {
  const her = await findStanding(act, input.id, 'move')
  if (!her.ok) return her
  const { open } = her.value
  if (!open) return refuse('person-not-here')
  if (open.dormitory === input.dormitory) return refuse('nothing-changed', undefined, 'dormitory')
  if (!(await repo.markStay(act.trx, open.id, input.stayVersion, { dormitory: input.dormitory })))
    return refuse('stale')
  await act.audit({
    event: 'person.moved',
    subjectType: 'person',
    subjectId: input.id,
    before: { dormitory: open.dormitory },
    after: { dormitory: input.dormitory },
  })
  return done(null)
}

/** Announces her: she is in the register and on no list until somebody confirms that she is here. */
export async function announce(act: Act, input: Parsed<'people.expect'>) {
  const her = await findStanding(act, input.id, 'expect')
  if (!her.ok) return her
  const lastLeft = her.value.stays[0]?.leftOn
  if (lastLeft && input.expectedOn < lastLeft) return refuse('before-leaving', { day: lastLeft }, 'expectedOn')
  const arrival = { expectedOn: input.expectedOn, dormitory: input.dormitory, note: input.note || null }
  await repo.insertArrival(act.trx, { personId: input.id, ...arrival })
  await act.audit({ event: 'person.expected', subjectType: 'person', subjectId: input.id, after: arrival })
  return done(null)
}

/** She is here: her stay begins. */
export async function confirmArrival(act: Act, input: Parsed<'people.confirmArrival'>) {
  const her = await findStanding(act, input.id, 'arrive')
  if (!her.ok) return her
  const { arrival } = her.value
  if (!arrival) return refuse('person-not-expected')
  const fault = admissionFaultOf(act, her.value, input.admittedOn)
  if (fault) return fault
  const settled = { on: act.today, outcome: 'arrived' as const }
  if (!(await repo.settleArrival(act.trx, arrival.id, input.version, settled))) return refuse('stale')
  const stay = { admittedOn: input.admittedOn, dormitory: input.dormitory }
  await repo.insertStay(act.trx, { personId: input.id, ...stay })
  await act.audit({
    event: 'person.arrived',
    subjectType: 'person',
    subjectId: input.id,
    before: { expectedOn: arrival.expectedOn },
    after: stay,
  })
  return done(null)
}

/** She will not come. */
export async function cancelArrival(act: Act, input: Parsed<'people.cancelArrival'>) {
  const her = await findStanding(act, input.id, 'cancelArrival')
  if (!her.ok) return her
  const { arrival } = her.value
  if (!arrival) return refuse('person-not-expected')
  const settled = { on: act.today, outcome: 'cancelled' as const }
  if (!(await repo.settleArrival(act.trx, arrival.id, input.version, settled))) return refuse('stale')
  await act.audit({
    event: 'person.arrivalCancelled',
    subjectType: 'person',
    subjectId: input.id,
    before: { expectedOn: arrival.expectedOn },
    reason: input.reason,
  })
  return done(null)
}

/** Opens a new stay for a woman who came back; her record and its history go on. */
export async function readmit(act: Act, input: Parsed<'people.readmit'>) {
  const her = await findStanding(act, input.id, 'admit')
  if (!her.ok) return her
  const fault = admissionFaultOf(act, her.value, input.admittedOn)
  if (fault) return fault
  const stay = { admittedOn: input.admittedOn, dormitory: input.dormitory }
  await repo.insertStay(act.trx, { personId: input.id, ...stay })
  await act.audit({ event: 'person.readmitted', subjectType: 'person', subjectId: input.id, after: stay })
  return done(null)
}

function admissionFaultOf(act: Act, her: Standing, admittedOn: string) {
  const lastLeft = her.stays[0]?.leftOn ?? null
  const { birthDate } = her.person.facts
  const fault = admissionFault(admittedOn, { today: act.today, birthDate, lastLeft })
  return fault && refuse(fault, lastLeft ? { day: lastLeft } : undefined, 'admittedOn')
}

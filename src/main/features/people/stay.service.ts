/** A woman's stays: where she sleeps, that she left, that she came back. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { peopleContract } from '../../../shared/contract/people.contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { endPlacesOf } from '../places'
import { admissionFault, leavingFault } from './people.rules'
import * as repo from './people.repo'

type Parsed<Name extends keyof typeof peopleContract> = ParsedInputOf<(typeof peopleContract)[Name]>

async function findStays(act: Act, personId: string) {
  const person = await repo.findPerson(act.db, personId)
  if (!person) return undefined
  const stays = await repo.listStays(act.db, personId)
  return { person, stays, open: stays.find((stay) => stay.leftOn === null) }
}

/** Moves her to another dormitory. */
export async function setDormitory(act: Act, input: Parsed<'people.setDormitory'>) {
  const found = await findStays(act, input.id)
  if (!found) return refuse('unknown-person')
  if (!found.open) return refuse('person-not-here')
  if (found.open.dormitory === input.dormitory) return refuse('nothing-changed', undefined, 'dormitory')
  if (!(await repo.markStay(act.trx, found.open.id, input.stayVersion, { dormitory: input.dormitory })))
    return refuse('stale')
  await act.audit({
    event: 'person.moved',
    subjectType: 'person',
    subjectId: input.id,
    before: { dormitory: found.open.dormitory },
    after: { dormitory: input.dormitory },
  })
  return done(null)
}

/** Closes her stay, and with it her open places and waits: the page has named them before it asked. */
export async function recordLeaving(act: Act, input: Parsed<'people.recordLeaving'>) {
  const found = await findStays(act, input.id)
  if (!found) return refuse('unknown-person')
  if (!found.open) return refuse('person-not-here')
  const { admittedOn } = found.open
  const fault = leavingFault(input.leftOn, { today: act.today, admittedOn })
  if (fault === 'day-in-the-future') return refuse(fault, undefined, 'leftOn')
  if (fault === 'before-admission') return refuse(fault, { day: admittedOn }, 'leftOn')
  const left = { left_on: input.leftOn, left_cause: input.cause }
  if (!(await repo.markStay(act.trx, found.open.id, input.stayVersion, left))) return refuse('stale')
  const ended = await endPlacesOf(act, input.id, input.leftOn, input.cause)
  await act.audit({
    event: 'person.left',
    subjectType: 'person',
    subjectId: input.id,
    before: { admittedOn, dormitory: found.open.dormitory },
    after: { leftOn: input.leftOn, cause: input.cause, placesEnded: ended.places, waitsClosed: ended.waits },
    reason: input.note || undefined,
  })
  return done({ places: ended.places, waits: ended.waits })
}

/** Opens a new stay for a woman who came back; her record and its history go on. */
export async function readmit(act: Act, input: Parsed<'people.readmit'>) {
  const found = await findStays(act, input.id)
  if (!found) return refuse('unknown-person')
  if (found.open) return refuse('person-here-already')
  const lastLeft = found.stays[0]?.leftOn ?? null
  const { birthDate } = found.person.facts
  const fault = admissionFault(input.admittedOn, { today: act.today, birthDate, lastLeft })
  if (fault) return refuse(fault, lastLeft ? { day: lastLeft } : undefined, 'admittedOn')
  const stay = { admittedOn: input.admittedOn, dormitory: input.dormitory }
  await repo.insertStay(act.trx, { personId: input.id, ...stay })
  await act.audit({ event: 'person.readmitted', subjectType: 'person', subjectId: input.id, after: stay })
  return done(null)
}

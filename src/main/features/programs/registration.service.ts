/** Entering and ending who recognises a course outside. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { workshopsContract } from '../../../shared/contract/workshops.contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import * as catalogRepo from './catalog.repo'
import * as repo from './registration.repo'

type Parsed<Name extends keyof typeof workshopsContract> = ParsedInputOf<(typeof workshopsContract)[Name]>

export async function register(act: Act, { id, fields }: Parsed<'programs.register'>) {
  if (!(await catalogRepo.findWorkshop(act.db, id))) return refuse('unknown-workshop')
  if (fields.registeredOn > act.today) return refuse('day-in-the-future', { today: act.today }, 'registeredOn')
  const [last] = await repo.listRegistrations(act.db, id)
  if (last && last.endsOn === null) return refuse('registration-stands', { body: last.body })
  if (last?.endsOn && fields.registeredOn <= last.endsOn)
    return refuse('before-last-registration', { day: last.endsOn }, 'registeredOn')
  await repo.insertRegistration(act.trx, id, fields)
  await act.audit({ event: 'workshop.registered', subjectType: 'workshop', subjectId: id, after: fields })
  return done(null)
}

export async function endRegistration(act: Act, input: Parsed<'programs.endRegistration'>) {
  const found = await repo.findRegistration(act.db, input.id)
  if (!found) return refuse('unknown-registration')
  if (input.endsOn < found.registeredOn) return refuse('dates-reversed', undefined, 'endsOn')
  if (!(await repo.markEnded(act.trx, input.id, input.version, input.endsOn))) return refuse('stale')
  await act.audit({
    event: 'workshop.registration-ended',
    subjectType: 'workshop',
    subjectId: found.workshopId,
    before: { body: found.body, number: found.number },
    after: { endsOn: input.endsOn },
  })
  return done(null)
}

/** The intake: ten minutes after she arrives, again when she returns, and whenever something changed. */
import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { IntakeAnswers, intakeContract } from '../../../shared/contract/intake.contract'
import { addDays } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { settingsOn } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import * as repo from './intake.repo'
import { findPerson } from './people.repo'
import { listStays } from './stay.repo'

type Parsed<Name extends keyof typeof intakeContract> = ParsedInputOf<(typeof intakeContract)[Name]>

/** What she said at each intake, the newest first, and by when this stay's is due. */
export async function getIntake(
  look: Look,
  input: Parsed<'people.intake'>,
): Promise<Outcome<Output<'people.intake'>, 'unknown-person'>> {
  const person = await findPerson(look.db, input.id)
  if (!person) return refuse('unknown-person')
  const stay = (await listStays(look.db, input.id)).find((each) => each.leftOn === null)
  const taken = await repo.listIntakes(look.db, input.id)
  const isTaken = taken.some((each) => each.stayId === stay?.id)
  const { intakeDays } = await settingsOn(look.db, look.today)
  return done({
    taken: taken.map(({ stayId, ...each }) => ({ ...each, ofThisStay: stayId === stay?.id })),
    dueOn: stay && !isTaken ? addDays(stay.admittedOn, intakeDays) : null,
    register: { schooling: person.facts.schooling, language: person.facts.language },
    childrenInside: await repo.countChildrenInside(look.db, input.id, look.today),
    workshops: await repo.listWorkshops(look.db),
  })
}

/** True if every question was skipped. */
const saysNothing = (answers: IntakeAnswers): boolean =>
  Object.values(answers).every((answer) => answer === null || (Array.isArray(answer) && answer.length === 0))

/** Keeps one conversation. That she did not want to answer is an answer; a form left empty by oversight is none. */
export async function recordIntake(act: Act, input: Parsed<'people.recordIntake'>) {
  const { personId, after, ...said } = input
  if (!(await findPerson(act.db, personId))) return refuse('unknown-person')
  const stay = (await listStays(act.db, personId)).find((each) => each.leftOn === null)
  if (!stay) return refuse('person-not-here')
  if (said.takenOn > act.today) return refuse('day-in-the-future', undefined, 'takenOn')
  if (said.takenOn < stay.admittedOn) return refuse('before-admission', { day: stay.admittedOn }, 'takenOn')
  if (!said.declined && saysNothing(said.answers)) return refuse('nothing-answered')
  const last = (await repo.listIntakes(act.db, personId))[0]
  if ((last?.id ?? null) !== after) return refuse('stale')
  const id = randomUUID()
  await repo.insertIntake(act.trx, {
    ...said,
    id,
    personId,
    stayId: stay.id,
    takenAt: act.now,
    takenBy: act.actor.id,
  })
  await act.audit({
    event: 'intake.taken',
    subjectType: 'intake',
    subjectId: id,
    after: { personId, takenOn: said.takenOn, declined: said.declined },
  })
  return done({ id })
}

/** Admits a child to live here: by request and dictamen, or at once and decided afterwards. */
import { randomUUID } from 'node:crypto'
import type { AdmissionStep, childFileContract } from '../../../shared/contract/child-file.contract'
import type { AdmissionAct } from '../../../shared/contract/child-standing'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { afterAct, hasRuling, isOpen } from './admission.rules'
import * as admissions from './admission.repo'
import { entryFault, livesHere } from './children.rules'
import * as repo from './children.repo'

type Parsed<Name extends keyof typeof childFileContract> = ParsedInputOf<(typeof childFileContract)[Name]>

const UNDECIDED = {
  emergency: false,
  sentOn: null,
  sentTo: null,
  decidedOn: null,
  authority: null,
  document: null,
  documentOn: null,
  decisionReasons: null,
  reviewOn: null,
  enteredOn: null,
} as const

/** Asks for a child to live here; in an emergency the child does from a day on, and somebody must decide within days. */
export async function requestAdmission(act: Act, input: Parsed<'children.requestAdmission'>) {
  const child = await repo.findChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  const known = await admissions.listAdmissions(act.db, input.childId)
  if (known.some((each) => isOpen(each.state))) return refuse('admission-open-already')
  if (livesHere(child, act.today)) return refuse('child-lives-here')
  if (input.requestedOn > act.today) return refuse('day-in-the-future', undefined, 'requestedOn')
  const fault = input.enteredOn ? entryFault(child, input.enteredOn, act.today) : undefined
  if (fault) return refuse(fault.code, fault.facts, 'enteredOn')
  const { childId, ...asked } = input
  const row = { ...UNDECIDED, ...asked, id: randomUUID(), childId, state: 'requested' as const }
  await admissions.insertAdmission(act.trx, { ...row, emergency: input.enteredOn !== null })
  if (input.enteredOn) await repo.markEntered(act.trx, childId, input.enteredOn)
  await act.audit({
    event: input.enteredOn ? 'child.admitted-at-once' : 'child.admission-requested',
    subjectType: 'child',
    subjectId: childId,
    after: { admissionId: row.id, ...asked },
    reason: input.reason,
  })
  return done({ id: row.id })
}

const EVENTS: Readonly<Record<AdmissionAct, string>> = {
  send: 'child.admission-send',
  admit: 'child.admission-admit',
  deny: 'child.admission-deny',
  withdraw: 'child.admission-withdraw',
  review: 'child.admission-review',
  enter: 'child.admission-enter',
  'enter-at-once': 'child.admission-enter-at-once',
}

/** The next step of an admission. The table of `admission.rules` says what may follow what. */
export async function stepAdmission(act: Act, input: Parsed<'children.stepAdmission'>) {
  const { step } = input
  const before = await admissions.findAdmission(act.db, input.id)
  if (!before) return refuse('unknown-admission')
  const after = afterAct(before, step.act)
  if ('fault' in after) return refuse(after.fault, { state: before.state })
  const late = dayFault(before, step, act.today)
  if (late) return refuse(late.code, undefined, late.field)
  if (step.act === 'review' && (await hasOpen(act, before.childId))) return refuse('admission-open-already')
  const enteredOn = 'enteredOn' in step ? step.enteredOn : null
  if (enteredOn && before.enteredOn) return refuse('entered-already')
  if (enteredOn) {
    const child = await repo.findChild(act.db, before.childId)
    const fault = child && entryFault(child, enteredOn, act.today)
    if (fault) return refuse(fault.code, fault.facts, 'enteredOn')
  }
  const facts = { ...before, ...factsOf(step), state: after.to, enteredOn: enteredOn ?? before.enteredOn }
  const written = { ...facts, emergency: before.emergency || step.act === 'enter-at-once' }
  if (!(await admissions.markAdmission(act.trx, input.id, input.version, written))) return refuse('stale')
  if (enteredOn) await repo.markEntered(act.trx, before.childId, enteredOn)
  const { act: name, ...said } = step
  await act.audit({
    event: EVENTS[name],
    subjectType: 'child',
    subjectId: before.childId,
    before: { state: before.state },
    after: { admissionId: input.id, state: after.to, ...said },
    reason: 'reason' in step ? step.reason : 'reasons' in step ? step.reasons : undefined,
  })
  return done(null)
}

/** Days of a step that lie ahead, or before the request. */
function dayFault(before: admissions.StoredAdmission, step: AdmissionStep, today: CivilDate) {
  const [field, day] =
    'decidedOn' in step
      ? (['decidedOn', step.decidedOn] as const)
      : 'sentOn' in step
        ? (['sentOn', step.sentOn] as const)
        : (['enteredOn', null] as const)
  if (day === null) return undefined
  if (day > today) return { code: 'day-in-the-future' as const, field }
  return day < before.requestedOn ? { code: 'before-request' as const, field } : undefined
}

async function hasOpen(act: Act, childId: string): Promise<boolean> {
  return (await admissions.listAdmissions(act.db, childId)).some((each) => isOpen(each.state))
}

/** What a step writes beside the state. A review begins the decision anew: what was decided stays in the audit. */
function factsOf(step: AdmissionStep) {
  if (step.act === 'send') return { sentOn: step.sentOn, sentTo: step.sentTo }
  if (step.act === 'review')
    return { decidedOn: null, authority: null, document: null, documentOn: null, decisionReasons: null, reviewOn: null }
  if (step.act !== 'admit' && step.act !== 'deny') return {}
  const { decidedOn, authority, document, documentOn } = step
  const denied = step.act === 'deny' ? { decisionReasons: step.reasons, reviewOn: step.reviewOn } : {}
  return { decidedOn, authority, document, documentOn, ...denied }
}

/** Writes down the dictamen of a child who lives here already, from before this register or decided elsewhere. */
export async function recordAdmission(act: Act, input: Parsed<'children.recordAdmission'>) {
  const child = await repo.findChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  if (!livesHere(child, act.today)) return refuse('child-lives-outside')
  const known = await admissions.listAdmissions(act.db, input.childId)
  if (known.some((each) => isOpen(each.state))) return refuse('admission-open-already')
  const since = child.facts.livesHereFrom
  if (hasRuling(known, since)) return refuse('admission-recorded-already')
  if (input.decidedOn > act.today) return refuse('day-in-the-future', undefined, 'decidedOn')
  if (input.decidedOn < input.requestedOn) return refuse('before-request', undefined, 'decidedOn')
  const { childId, ...said } = input
  const row = { ...UNDECIDED, ...said, id: randomUUID(), childId, state: 'admitted' as const, reason: '' }
  await admissions.insertAdmission(act.trx, { ...row, enteredOn: since })
  await act.audit({
    event: 'child.admission-recorded',
    subjectType: 'child',
    subjectId: childId,
    after: { admissionId: row.id, ...said },
  })
  return done({ id: row.id })
}

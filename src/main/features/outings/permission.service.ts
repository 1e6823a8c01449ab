/** The acts on a permission before the gate: ask for it, sign it, take a signature back, cancel it. */
import { randomUUID } from 'node:crypto'
import type { Input } from '../../../shared/contract'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import { folioOf } from '../../platform/documents/paper-steps'
import type { Act } from '../../platform/seam/act'
import { despiteOf } from './outing-clashes.service'
import * as repo from './outings.repo'
import * as around from './surroundings.repo'
import * as writing from './writing.repo'
import { overlaps, reasonsOfAdult, refusalToSign, type Escort, type OutingPlan } from './outings.rules'
import { gridLine, judgeOne, nowOf, type Judged } from './outings.service'

type Request = Input<'outings.request'>
type AdultCode =
  | 'outing-adult-forbidden'
  | 'outing-adult-may-not'
  | 'outing-adult-ended'
  | 'outing-adult-unlisted'
  | 'outing-adult-suspended'

interface Chosen extends Escort {
  readonly adultId: string | null
  readonly instructorId: string | null
  readonly staffId: string | null
}

/** The adult chosen in the form, or undefined if there is none such. */
async function chosenEscort(act: Act, input: Request): Promise<Chosen | undefined> {
  const { from, id } = input.escort
  const none = { adultId: null, instructorId: null, staffId: null, fromHouse: null, suspended: false } as const
  if (from === 'grid') {
    const line = (await around.listGrid(act.db, [input.childId])).find((each) => each.adultId === id)
    return line && { ...none, name: line.name, adultId: id }
  }
  const house = await around.listHouse(act.db)
  const found = (from === 'staff' ? house.staff : house.instructors).find((each) => each.id === id)
  return (
    found && { ...none, name: found.name, fromHouse: from, [from === 'staff' ? 'staffId' : 'instructorId']: found.id }
  )
}

export async function request(act: Act, input: Request) {
  const child = await around.findChild(act.db, input.childId)
  if (!child) return refuse('unknown-child', undefined, 'childId')
  const escort = await chosenEscort(act, input)
  if (!escort) return refuse('unknown-adult', undefined, 'escort')
  const problem =
    problemWithDays(input, act, child) ?? (await problemWithAdult(act, input, escort)) ?? (await rival(act, input))
  if (problem) return problem
  const id = randomUUID()
  const year = Number(act.today.slice(0, 4))
  const folio = folioOf('SA', year, (await repo.lastFolioNumber(act.db, year)) + 1)
  const { escort: _chosen, note, ...plan } = input
  await writing.insertOuting(act.trx, {
    ...plan,
    id,
    folio,
    note: note || null,
    adultName: escort.name,
    adultId: escort.adultId,
    instructorId: escort.instructorId,
    staffId: escort.staffId,
    requestedBy: act.actor.id,
  })
  const despite = await despiteOf(act, { ...plan, id })
  await act.audit({
    event: 'outing.requested',
    subjectType: 'outing',
    subjectId: id,
    after: { folio, ...plan, adult: escort.name, ...despite },
  })
  return done({ id, folio })
}

function problemWithDays(
  input: Request,
  act: Act,
  child: { livesHereFrom: string | null; livesHereUntil: string | null },
) {
  if (`${input.returnsOn} ${input.returnsAt}` <= `${input.leavesOn} ${input.leavesAt}`)
    return refuse('outing-return-before-leaving', undefined, 'returnsOn')
  if (input.leavesOn < act.today) return refuse('outing-in-past', undefined, 'leavesOn')
  const here = child.livesHereFrom !== null && child.livesHereFrom <= input.leavesOn
  if (!here || (child.livesHereUntil !== null && child.livesHereUntil < input.leavesOn))
    return refuse('outing-child-gone', child.livesHereUntil ? { until: child.livesHereUntil } : undefined, 'childId')
  return null
}

async function problemWithAdult(act: Act, input: Request, escort: Chosen) {
  const grid = (await around.listGrid(act.db, [input.childId])).map(gridLine)
  const reasons = reasonsOfAdult({ escort, grid, outing: { kind: input.kind } }, input.leavesOn)
  if (reasons.length === 0) return null
  return refused(...reasons.map((each) => ({ ...each, code: each.code as AdultCode, field: 'escort' })))
}

/** No permission may overlap another of the same child that is still open. */
async function rival(act: Act, input: Request) {
  const plan: OutingPlan = { ...input, folio: '', cancelledOn: null, out: null, back: null }
  const others = await repo.listOutings(act.db, { childId: input.childId, from: act.today })
  const found = others.filter((other) => other.cancelledOn === null && !other.back && overlaps(plan, other))
  return found.length === 0
    ? null
    : refused(...found.map((other) => ({ code: 'outing-overlap' as const, facts: { folio: other.folio } })))
}

/** The outing, if it is still a plan: neither out, back, cancelled nor past. */
async function openPlan(act: Act, id: string): Promise<Outcome<Judged, 'outing-unknown' | 'outing-closed'>> {
  const judged = await judgeOne(act.db, id, nowOf(act))
  if (!judged) return refuse('outing-unknown')
  const { state } = judged.standing
  return state === 'requested' || state === 'authorised' ? done(judged) : refuse('outing-closed')
}

export async function sign(act: Act, input: Input<'outings.sign'>) {
  const plan = await openPlan(act, input.id)
  if (!plan.ok) return plan
  const { record, facts } = plan.value
  const authorisation = facts.required.find((name) => fold(name) === fold(input.authorisation))
  if (!authorisation) return refuse('authorisation-unknown', { authorisation: input.authorisation }, 'authorisation')
  const notMine = refusalToSign(authorisation, act.actor, record.requestedBy)
  if (notMine) return refuse(notMine, { authorisation })
  if (input.signedOn > act.today) return refuse('signature-in-future', undefined, 'signedOn')
  if (facts.signatures.some((signature) => fold(signature.authorisation) === fold(authorisation)))
    return refuse('authorisation-given', { authorisation })
  if (!(await writing.markOuting(act.trx, input.id, input.version))) return refuse('stale')
  await writing.insertSignature(act.trx, {
    outingId: input.id,
    authorisation,
    signedOn: input.signedOn,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: 'outing.signed',
    subjectType: 'outing',
    subjectId: input.id,
    after: { authorisation, signedOn: input.signedOn, ...(await despiteOf(act, { ...record, id: input.id })) },
  })
  return done(null)
}

export async function withdrawSignature(act: Act, input: Input<'outings.withdrawSignature'>) {
  const plan = await openPlan(act, input.id)
  if (!plan.ok) return plan
  const given = plan.value.facts.signatures.find((each) => fold(each.authorisation) === fold(input.authorisation))
  if (!given) return refuse('authorisation-missing', { authorisation: input.authorisation })
  if (!(await writing.markOuting(act.trx, input.id, input.version))) return refuse('stale')
  await writing.deleteSignature(act.trx, input.id, given.authorisation)
  await act.audit({
    event: 'outing.signature-withdrawn',
    subjectType: 'outing',
    subjectId: input.id,
    before: { authorisation: given.authorisation, signedOn: given.signedOn },
    reason: input.reason,
  })
  return done(null)
}

export async function cancel(act: Act, input: Input<'outings.cancel'>) {
  const plan = await openPlan(act, input.id)
  if (!plan.ok) return plan
  const set = { cancelled_on: act.today, cancelled_reason: input.reason }
  if (!(await writing.markOuting(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({ event: 'outing.cancelled', subjectType: 'outing', subjectId: input.id, reason: input.reason })
  return done(null)
}

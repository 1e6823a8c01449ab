/** A child leaves for good, with family, in care, or out with a freed mother; and what was written wrongly is taken back. */
import { randomUUID } from 'node:crypto'
import type { childrenContract } from '../../../shared/contract/children.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse } from '../../../shared/kernel/outcome'
import { squeeze } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { lifeFault } from './children.rules'
import * as repo from './children.repo'
import * as departures from './departure.repo'
import { separate, unseparate } from './separation.service'

type Parsed<Name extends keyof typeof childrenContract> = ParsedInputOf<(typeof childrenContract)[Name]>

/** The child no longer lives here. The record stays, and so does the follow-up of the plan. */
export async function leave(act: Act, input: Parsed<'children.leave'>) {
  const child = await repo.findChild(act.db, input.id)
  if (!child) return refuse('unknown-child')
  if (child.kind === 'outside') return refuse('child-lives-outside')
  if (child.livesHereUntil) return refuse('child-left-already', { day: child.livesHereUntil })
  const fault = lifeFault({ ...child.facts, birthDate: null, livesHereUntil: input.leftOn }, act.today)
  if (fault && fault.code !== 'birth-in-future')
    return refuse(fault.code, child.facts.livesHereFrom ? { day: child.facts.livesHereFrom } : undefined, fault.field)
  const { id, version, leftOn, reason, ...to } = input
  const handedTo = to.handedTo && squeeze(to.handedTo)
  const left = { leftOn, with: handedTo, place: to.place, phone: to.phone }
  if (!(await departures.markLeft(act.trx, id, version, left))) return refuse('stale')
  const row = { ...to, handedTo, id: randomUUID(), childId: id, leftOn, reason, livedFrom: child.facts.livesHereFrom }
  await departures.insertDeparture(act.trx, row)
  await separate(act, id, leftOn, input.cause)
  await act.audit({
    event: 'child.left',
    subjectType: 'child',
    subjectId: id,
    after: { leftOn, ...to, handedTo },
    reason,
  })
  return done(null)
}

/** It was written down wrongly: the child lives here as before. */
export async function takeBackLeaving(act: Act, input: Parsed<'children.takeBackLeaving'>) {
  const child = await repo.findChild(act.db, input.id)
  if (!child) return refuse('unknown-child')
  if (child.kind === 'outside' || !child.livesHereUntil) return refuse('child-has-not-left')
  const undone = { on: act.today, reason: input.reason }
  if (!(await departures.undoDeparture(act.trx, input.id, input.version, undone))) return refuse('stale')
  await unseparate(act, input.id)
  await act.audit({
    event: 'child.leaving-taken-back',
    subjectType: 'child',
    subjectId: input.id,
    before: { leftOn: child.livesHereUntil },
    reason: input.reason,
  })
  return done(null)
}

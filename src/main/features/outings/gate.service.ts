/** The gate: who may leave now, out, back. The judging and the writing share one transaction. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import * as repo from './outings.repo'
import * as around from './surroundings.repo'
import * as writing from './writing.repo'
import { mayLeave, orderAgainst, plainFolio, stateOf } from './outings.rules'
import { judge, judgeOne, nowOf, reasonOut, toGateRow } from './outings.service'

export async function gate(look: Look): Promise<Outcome<Output<'outings.gate'>, never>> {
  const now = nowOf(look)
  const judged = await judge(look.db, await repo.listForGate(look.db, look.today), now)
  return done({ today: look.today, time: look.time, rows: judged.map((each) => toGateRow(each, now)) })
}

export async function byFolio(look: Look, input: Input<'outings.byFolio'>) {
  const now = nowOf(look)
  const record = await repo.findByFolio(look.db, plainFolio(input.folio))
  const judged = record && (await judge(look.db, [record], now))[0]
  return judged ? done(toGateRow(judged, now)) : refuse('outing-folio-unknown', { folio: input.folio })
}

/** Lets the child out, or keeps the refused attempt with every reason. A slip is never enough: identity is seen first. */
export async function leave(act: Act, input: Input<'outings.leave'>) {
  const judged = await judgeOne(act.db, input.id, nowOf(act))
  if (!judged) return refuse('outing-unknown')
  const answer = mayLeave(judged.facts, nowOf(act), true)
  const reasons = answer.reasons.map(reasonOut)
  if (!answer.may) {
    await keepAttempt(act, input.id, reasons)
    return done({ left: false, reasons })
  }
  if (!input.identitySeen) return refuse('identity-not-seen', undefined, 'identitySeen')
  if (!(await writing.markOuting(act.trx, input.id, input.version))) return refuse('stale')
  await writing.insertMovement(act.trx, {
    outingId: input.id,
    direction: 'out',
    day: act.today,
    at: act.time,
    adultName: judged.record.adultName,
    note: null,
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: 'outing.left',
    subjectType: 'outing',
    subjectId: input.id,
    after: { folio: judged.record.folio, day: act.today, time: act.time, adult: judged.record.adultName },
  })
  return done({ left: true, reasons: [] })
}

async function keepAttempt(act: Act, outingId: string, reasons: Output<'outings.leave'>['reasons']): Promise<void> {
  const reasonsJson = JSON.stringify(reasons)
  await writing.insertAttempt(act.trx, { outingId, at: act.now, reasonsJson, recordedBy: act.actor.id })
  await act.audit({ event: 'outing.stopped-at-gate', subjectType: 'outing', subjectId: outingId, after: { reasons } })
}

/** Counts the child back in. Another adult than the one who took her is written down with a note. */
export async function comeBack(act: Act, input: Input<'outings.comeBack'>) {
  const judged = await judgeOne(act.db, input.id, nowOf(act))
  if (!judged) return refuse('outing-unknown')
  const { record, facts } = judged
  if (!record.out || record.back) return refuse('outing-not-out')
  const another = fold(input.adultName) !== fold(record.adultName)
  if (another && !input.note) return refuse('return-note-missing', { adult: record.adultName }, 'note')
  if (!(await writing.markOuting(act.trx, input.id, input.version))) return refuse('stale')
  const escort = another ? { name: input.adultName, adultId: null, fromHouse: null, suspended: false } : facts.escort
  const order = orderAgainst({ escort, grid: facts.grid })
  const { graceMinutes } = await around.findRules(act.db)
  const back = nowOf(act)
  const { lateMinutes } = stateOf({ ...record, back }, 0, graceMinutes, back)
  await writing.insertMovement(act.trx, {
    outingId: input.id,
    direction: 'back',
    day: back.day,
    at: back.time,
    adultName: input.adultName,
    note: input.note || null,
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: 'outing.returned',
    subjectType: 'outing',
    subjectId: input.id,
    after: { folio: record.folio, ...back, adult: input.adultName, note: input.note ?? null, lateMinutes, order },
  })
  return done({ lateMinutes, order })
}

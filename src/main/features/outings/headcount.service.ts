/** Headcounts of a group by name, at each step of the way. A count is kept whoever is missing; who is missing alarms. */
import type { Input, Output } from '../../../shared/contract'
import type { HeadcountStep } from '../../../shared/contract/gate-line'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { casesOf } from './gate-cases.service'
import { insertHeadcount } from './gate-writing.repo'
import * as gateRepo from './gate.repo'
import { listHeadcounts } from './group.repo'
import { countOf, isBefore, momentOf } from './movement.rules'
import { nowOf } from './judge.service'

export async function headcounts(
  look: Look,
  input: Input<'outings.headcounts'>,
): Promise<Outcome<Output<'outings.headcounts'>, never>> {
  const rows = await listHeadcounts(look.db, input.permissionId, input.day)
  return done(
    rows.map(({ heads, step, ...row }) => ({
      ...row,
      step: step as HeadcountStep,
      seen: heads.filter((head) => head.seen === 1).length,
      missing: heads.filter((head) => head.seen === 0).map(listName),
    })),
  )
}

/** Who should be there: all who left with the group by then; before it leaves, all who are to leave. */
export async function countHeads(act: Act, input: Input<'outings.countHeads'>) {
  const ids = await gateRepo.listOfPermission(act.db, input.permissionId, input.day)
  if (ids.length === 0) return refuse('outing-unknown')
  const cases = await casesOf(act.db, ids, nowOf(act))
  const at = { day: act.today, time: input.time }
  const moment = momentOf(nowOf(act), null, at)
  if (!moment.ok) return refuse(moment.code, undefined, 'time')
  const anybodyLeft = cases.some((each) => each.seen.out && !isBefore(at, each.seen.out))
  const expected = cases.filter(({ seen }) =>
    anybodyLeft
      ? seen.out !== null && !isBefore(at, seen.out) && (seen.back === null || !isBefore(seen.back, at))
      : seen.notMade === null,
  )
  if (expected.length === 0) return refuse('headcount-of-nobody')
  const { missing } = countOf(
    expected.map((each) => each.record.id),
    input.seen,
  )
  const { step, permissionId } = input
  const id = await insertHeadcount(act.trx, {
    permissionId,
    step,
    ...at,
    place: input.place || null,
    note: input.note || null,
    heads: expected.map(({ record }) => ({ outingId: record.id, seen: !missing.includes(record.id) })),
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: missing.length > 0 ? 'outing.headcount-short' : 'outing.headcount',
    subjectType: 'permission',
    subjectId: permissionId,
    after: { headcount: id, step, time: input.time, expected: expected.length, missing: missing.length },
  })
  return done({
    missing: cases.filter(({ record }) => missing.includes(record.id)).map(({ record }) => listName(record)),
  })
}

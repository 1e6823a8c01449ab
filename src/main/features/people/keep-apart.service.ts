/** The pairs who may not meet: recorded, reviewed, closed and opened again, each with its reason in the audit. */
import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { keepApartContract } from '../../../shared/contract/keep-apart.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { changesBetween } from '../../platform/audit/changes'
import { KEEP_APART_ACTS, keepApartState, type KeepApartAct } from './keep-apart.rules'
import * as repo from './keep-apart.repo'
import { findPerson } from './people.repo'

type Parsed<Name extends keyof typeof keepApartContract> = ParsedInputOf<(typeof keepApartContract)[Name]>

const mayBe = (what: KeepApartAct, pair: repo.PairRow, today: CivilDate): boolean =>
  KEEP_APART_ACTS[keepApartState(pair, today)][what] === 'done'

/** The pairs as asked for. The contract lets only those call who may know both names. */
export async function listKeepApart(
  look: Look,
  input: Parsed<'people.keepApart'>,
): Promise<Outcome<Output<'people.keepApart'>, never>> {
  const all = await repo.listPairs(look.db, input.personId)
  return done(
    all
      .map((pair) => ({ ...pair, state: keepApartState(pair, look.today) }))
      .filter((pair) => input.show === 'all' || (pair.state === 'closed') === (input.show === 'closed')),
  )
}

/** Two women are kept apart from a day on. */
export async function recordKeepApart(act: Act, input: Parsed<'people.recordKeepApart'>) {
  const { personId, otherId, ...facts } = input
  if (personId === otherId) return refuse('same-woman', undefined, 'otherId')
  for (const id of [personId, otherId]) if (!(await findPerson(act.db, id))) return refuse('unknown-person')
  if (facts.reviewOn < facts.startsOn) return refuse('review-before-start', undefined, 'reviewOn')
  if (await repo.hasOpenPair(act.db, [personId, otherId], facts.scope))
    return refuse('keep-apart-exists', undefined, 'scope')
  const id = randomUUID()
  await repo.insertPair(act.trx, id, [personId, otherId], facts)
  // The pair is the subject, not either woman: her own history must not lead to the other.
  await act.audit({ event: 'keep-apart.recorded', subjectType: 'keep-apart', subjectId: id, after: { ...input } })
  return done({ id })
}

/** Changes what is known of an open pair. */
export async function reviseKeepApart(act: Act, input: Parsed<'people.reviseKeepApart'>) {
  const pair = await repo.findPair(act.db, input.id)
  if (!pair) return refuse('unknown-keep-apart')
  if (!mayBe('revise', pair, act.today)) return refuse('keep-apart-closed')
  const { id, version, why, ...facts } = input
  if (facts.reviewOn < pair.startsOn) return refuse('review-before-start', undefined, 'reviewOn')
  const { scope, reasonGroup, level, reviewOn, note } = pair
  const changed = changesBetween({ scope, reasonGroup, level, reviewOn, note }, facts)
  if (!changed) return refuse('nothing-changed')
  const women = [pair.women[0].id, pair.women[1].id] as const
  if (await repo.hasOpenPair(act.db, women, facts.scope, id)) return refuse('keep-apart-exists', undefined, 'scope')
  if (!(await repo.markPair(act.trx, id, version, { facts }))) return refuse('stale')
  await act.audit({
    event: 'keep-apart.revised',
    subjectType: 'keep-apart',
    subjectId: id,
    before: changed.before,
    after: changed.after,
    reason: why,
  })
  return done(null)
}

/** The two may meet again. */
export async function closeKeepApart(act: Act, input: Parsed<'people.closeKeepApart'>) {
  const pair = await repo.findPair(act.db, input.id)
  if (!pair) return refuse('unknown-keep-apart')
  if (!mayBe('close', pair, act.today)) return refuse('keep-apart-closed')
  // One that never began is closed on the day it would have: it held on no day.
  const closedOn = pair.startsOn > act.today ? pair.startsOn : act.today
  const closing = { closedOn, closeReason: input.why }
  if (!(await repo.markPair(act.trx, input.id, input.version, closing))) return refuse('stale')
  await act.audit({
    event: 'keep-apart.closed',
    subjectType: 'keep-apart',
    subjectId: input.id,
    after: { closedOn },
    reason: input.why,
  })
  return done(null)
}

/** A closed pair holds again from now on; the gap stays in the audit. */
export async function reopenKeepApart(act: Act, input: Parsed<'people.reopenKeepApart'>) {
  const pair = await repo.findPair(act.db, input.id)
  if (!pair) return refuse('unknown-keep-apart')
  if (!mayBe('reopen', pair, act.today)) return refuse('keep-apart-open')
  if (input.reviewOn <= act.today) return refuse('review-before-start', undefined, 'reviewOn')
  const women = [pair.women[0].id, pair.women[1].id] as const
  if (await repo.hasOpenPair(act.db, women, pair.scope)) return refuse('keep-apart-exists', undefined, 'scope')
  if (!(await repo.markPair(act.trx, input.id, input.version, { reopenUntil: input.reviewOn }))) return refuse('stale')
  await act.audit({
    event: 'keep-apart.reopened',
    subjectType: 'keep-apart',
    subjectId: input.id,
    before: { closedOn: pair.closedOn ?? '', closeReason: pair.closeReason ?? '' },
    after: { reviewOn: input.reviewOn },
    reason: input.why,
  })
  return done(null)
}

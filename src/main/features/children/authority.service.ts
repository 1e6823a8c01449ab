/** Rights of an adult over a child: granted, granted anew, ended. A row that stood is never rewritten. */
import type { AuthorityAct, childAdultsContract } from '../../../shared/contract/child-adults.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import * as adultsRepo from './adults.repo'
import * as repo from './authority.repo'
import { holdsOn } from './grid.rules'

type Parsed<Name extends keyof typeof childAdultsContract> = ParsedInputOf<(typeof childAdultsContract)[Name]>

const byOf = (act: Act) => ({ at: act.now, on: act.today, by: act.actor.id })

type Terms = Omit<repo.Granted, 'seenBy'> & { readonly acts: readonly AuthorityAct[] }

/** Writes one right for each act; whoever writes it down is the one who saw the document. Answers their ids by act. */
export async function grantAll(
  act: Act,
  of: { childId: string; adultId: string },
  terms: Terms,
): Promise<ReadonlyMap<AuthorityAct, string>> {
  const seenBy = terms.seenOn === null ? null : act.actor.name
  const ids = new Map<AuthorityAct, string>()
  for (const each of new Set(terms.acts))
    ids.set(each, await repo.insertRight(act.trx, { ...of, act: each }, { ...terms, seenBy }, byOf(act)))
  return ids
}

const termsOf = ({ from, until, evidenceKind, evidenceNumber, seenOn }: Omit<Terms, 'acts'>) => ({
  from,
  until,
  evidenceKind,
  evidenceNumber,
  seenOn,
})

/** Grants rights, or grants them anew with other days or another paper: what stood ends now, with the reason. */
export async function grant(act: Act, input: Parsed<'children.grant'>) {
  const { childId, adultId } = input
  const ties = await adultsRepo.listTies(act.db, { adultId })
  const tie = ties.find((each) => each.childId === childId)
  if (!tie) return refuse('unknown-adult')
  if (input.seenOn !== null && input.seenOn > act.today) return refuse('day-in-the-future', undefined, 'seenOn')
  const open = (await repo.listRights(act.db, { childId, adultId })).filter((right) => input.acts.includes(right.act))
  if (
    !sameIds(
      open.map((right) => right.id),
      input.replaces,
    )
  )
    return refuse('stale')
  const isSame = (right: repo.StoredRight): boolean => JSON.stringify(termsOf(right)) === JSON.stringify(termsOf(input))
  if (open.length === input.acts.length && open.every(isSame)) return refuse('nothing-changed')
  const { from } = input
  if (from !== null && from > act.today && open.some((right) => holdsOn(right, act.today)))
    return refuse('authority-gap', { from }, 'from')
  await repo.endRights(act.trx, input.replaces, input.reason, byOf(act))
  const ids = await grantAll(act, { childId, adultId }, input)
  for (const right of open) {
    const next = ids.get(right.act)
    if (next) await repo.markReplaced(act.trx, right.id, next)
  }
  await act.audit({
    event: 'child.authority-granted',
    subjectType: 'child',
    subjectId: childId,
    before: {
      adultId,
      fullName: tie.adult.fullName,
      rights: open.map((right) => ({ act: right.act, ...termsOf(right) })),
    },
    after: { acts: input.acts, ...termsOf(input) },
    reason: input.reason,
  })
  return done(null)
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join()

/** Ends rights from this second on; their history stays. */
export async function endAuthority(act: Act, input: Parsed<'children.endAuthority'>) {
  const found = await repo.findRights(act.db, input.ids)
  const first = found[0]
  if (!first || found.length !== new Set(input.ids).size || found.some((right) => right.childId !== first.childId))
    return refuse('unknown-authority')
  if (found.some((right) => right.isEnded)) return refuse('stale')
  await repo.endRights(act.trx, input.ids, input.reason, byOf(act))
  const adult = await adultsRepo.findAdult(act.db, first.adultId)
  await act.audit({
    event: 'child.authority-ended',
    subjectType: 'child',
    subjectId: first.childId,
    before: { adultId: first.adultId, fullName: adult?.fullName, acts: found.map((right) => right.act) },
    reason: input.reason,
  })
  return done(null)
}

/** Who is already here under the same number or name, or one that sounds like it. */
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { Lookalike, peopleContract } from '../../../shared/contract/people.contract'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import type { Look } from '../../platform/seam/act'
import { glanceFor, inStrength, likenessTo, netFor, type Comparable } from './lookalike.rules'
import * as repo from './lookalike.repo'

/** More than fit beside a form help nobody; the strongest are the first. */
const MOST = 6

/** Shown while a form is typed. */
export async function lookalikes(
  look: Look,
  input: ParsedInputOf<(typeof peopleContract)['people.lookalikes']>,
): Promise<Outcome<Output<'people.lookalikes'>, never>> {
  return done((await findLookalikes(look, input, input.except)).slice(0, MOST))
}

/** Everybody who is like the facts, the strongest first. */
export async function findLookalikes(look: Look, facts: Comparable, except?: string): Promise<Lookalike[]> {
  const likeness = likenessTo(facts)
  const glance = glanceFor(facts)
  const net = (await repo.listNamesakes(look.db, netFor(facts))).filter(glance)
  const found = net.flatMap(({ isMerged, searchText: _text, sortKey: _key, ...her }) => {
    const alike = her.id === except ? undefined : likeness(her)
    // A record that was merged into another is nobody; but its number stays taken.
    return alike && (!isMerged || alike === 'file-number') ? [{ ...her, likeness: alike }] : []
  })
  if (found.length === 0) return []
  const more = await repo.listCandidates(
    look.db,
    found.map((other) => other.id),
  )
  return found
    .flatMap((other) => {
      const facing = more.get(other.id)
      return facing ? [{ ...other, ...facing }] : []
    })
    .sort(inStrength)
}

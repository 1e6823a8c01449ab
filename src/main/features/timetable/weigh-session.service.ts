/** Whether a session may be held at an hour: what forbids it, and what must have been seen. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { done, refused } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { goneOnWith, inTheWay, namesOfClashes } from './clash-decision.rules'
import { HIDES_NOTHING } from './clash-facts.rules'
import { hidesFrom } from './clash-world.service'
import { clashesOf, type SessionAsHeld } from './clashes.service'

/**
 * A room, an instructor, two women kept apart forbid a move; that some women cannot come must have been seen. What she
 * may not know forbids it too, without a name.
 */
export async function weighSession(act: Act, after: SessionAsHeld, seen: readonly string[]) {
  const deciding = { director: act.actor.role === 'director', group: true }
  const shown = await clashesOf(act.db, after, hidesFrom(act))
  const all = await clashesOf(act.db, after, HIDES_NOTHING)
  const { forbidding } = inTheWay(all, [], deciding)
  const { unseen } = inTheWay(shown, seen, deciding)
  const named = (clashes: readonly ClashFacts[]) =>
    namesOfClashes(shown.filter((clash) => clashes.some(({ key }) => key === clash.key)))
  const problems = [
    ...(forbidding.length > 0 ? [{ code: 'clash-blocks' as const, facts: { with: named(forbidding) || '—' } }] : []),
    ...(unseen.length > 0 ? [{ code: 'clash-unseen' as const, facts: { with: named(unseen) || '—' } }] : []),
  ]
  return problems.length > 0 ? refused(...problems) : done(goneOnWith(shown, deciding))
}

/** What a session ahead would take from another: a room or an instructor that is in use then. Nothing if all is free. */
export async function inUse(act: Act, after: SessionAsHeld, kind: 'room' | 'instructor'): Promise<string | null> {
  const taken = (await clashesOf(act.db, after, hidesFrom(act))).filter(
    (clash) => clash.kind === kind && clash.level === 'block',
  )
  const [first] = taken
  if (!first) return null
  const other = first.a.sessionId === after.id ? first.b : first.a
  return [first.resource, other.title, `${other.startsAt}–${other.endsAt}`].filter(Boolean).join(', ')
}

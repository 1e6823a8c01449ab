/** Who came to give what: the missing instructor is the commonest cancellation that could be avoided. */
import type { Instruction } from '../../../shared/contract/workshops.contract'
import { minutesOf, type ClockTime } from '../../../shared/kernel/civil-date'
import { inOrder } from '../../../shared/kernel/text'

export interface GivenSession {
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: string | null
  readonly plannedId: string
  readonly planned: string
  readonly provider: string | null
  readonly actualId: string | null
}

type Fate = 'given' | 'substituted' | 'missed' | 'otherwise'

/** What became of a session that is over: each is exactly one of the four. */
export const fateOf = (session: GivenSession): Fate => {
  if (session.cancelledCause === 'provider') return 'missed'
  if (session.cancelledCause !== null) return 'otherwise'
  return session.actualId === null || session.actualId === session.plannedId ? 'given' : 'substituted'
}

/** Sessions by who was to give them, or by who sends those: whoever missed most comes first. */
export function instructionOf(sessions: readonly GivenSession[], by: 'instructor' | 'provider'): Instruction[] {
  const groups = new Map<string, GivenSession[]>()
  for (const session of sessions) {
    const key = by === 'instructor' ? session.plannedId : (session.provider ?? '')
    groups.set(key, [...(groups.get(key) ?? []), session])
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      return first ? [totalsOf(group, by === 'instructor' ? first.planned : first.provider, first.provider)] : []
    })
    .sort((a, b) => b.missed - a.missed || inOrder(a.name ?? '', b.name ?? ''))
}

function totalsOf(group: readonly GivenSession[], name: string | null, provider: string | null): Instruction {
  const of = (fate: Fate) => group.filter((session) => fateOf(session) === fate)
  const missed = of('missed')
  return {
    name,
    provider,
    sessions: group.length,
    given: of('given').length,
    substituted: of('substituted').length,
    missed: missed.length,
    otherwise: of('otherwise').length,
    missedMinutes: missed.reduce((sum, { startsAt, endsAt }) => sum + minutesOf(endsAt) - minutesOf(startsAt), 0),
  }
}

/** What the waiting list asks somebody to decide: by workshop, counted, without a woman's name. */
import type { Task } from '../../../shared/contract/tasks.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'

/** One thing that is due: an offer, a request, a refusal that nobody told. */
export interface DueFact {
  readonly kind: 'offer-lapsed' | 'offer-untold' | 'waits-pending' | 'waits-untold'
  readonly workshopId: string
  readonly title: string
  readonly day: CivilDate
}

const PATHS: Readonly<Record<DueFact['kind'], string>> = {
  'offer-lapsed': '/places/offers',
  'offer-untold': '/places/offers',
  'waits-pending': '/places',
  'waits-untold': '/places',
}

/** One task for each workshop and kind, due by its oldest fact. It is asked anew when a later fact joins. */
export function waitTasksOf(facts: readonly DueFact[]): readonly Task[] {
  const groups = new Map<string, DueFact[]>()
  for (const fact of facts) {
    const key = `${fact.kind}:${fact.workshopId}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group
    const days = group.map((fact) => fact.day).sort()
    if (!first) return []
    return {
      kind: first.kind,
      key: `${key}:${days.at(-1) ?? ''}`,
      path: PATHS[first.kind],
      dueOn: days[0] ?? null,
      facts: { count: group.length, title: first.title },
    }
  })
}

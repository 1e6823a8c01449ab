/** How a protection concern stands, what may be done with it, and when it asks for something. */
import type { ConcernState, ConcernStep } from '../../../shared/contract/child-protection.contract'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays, atCenter, type CivilDate, type Instant } from '../../../shared/kernel/civil-date'

/** What each step does in each state: the state that follows, or why not. Nothing is closed that nobody was told of. */
export const CONCERN_ACTS: Readonly<
  Record<
    ConcernState,
    Readonly<Record<ConcernStep, ConcernState | 'concern-not-notified' | 'concern-closed' | 'concern-open'>>
  >
> = {
  'to-notify': {
    notified: 'notified',
    followed: 'to-notify',
    closed: 'concern-not-notified',
    reopened: 'concern-open',
  },
  notified: { notified: 'notified', followed: 'notified', closed: 'closed', reopened: 'concern-open' },
  closed: { notified: 'concern-closed', followed: 'concern-closed', closed: 'concern-closed', reopened: 'notified' },
}

const isState = (next: string): next is ConcernState => next in CONCERN_ACTS

/** How a concern stands after its steps, in the order in which they were written. */
export function stateAfter(steps: readonly { readonly kind: ConcernStep }[]): ConcernState {
  return steps.reduce<ConcernState>((state, { kind }) => {
    const next = CONCERN_ACTS[state][kind]
    return isState(next) ? next : state
  }, 'to-notify')
}

/** Why a step may not be taken in a state; undefined if it may. */
export function refusalOf(state: ConcernState, step: ConcernStep) {
  const next = CONCERN_ACTS[state][step]
  return isState(next) ? undefined : next
}

/** The instant by which the authority must have been told: the clock runs from when it was written down. */
export const notifyBy = (enteredAt: Instant, hours: number): Instant =>
  new Date(Date.parse(enteredAt) + hours * 3_600_000).toISOString()

/** Days without a step after which a concern that was notified asks how it goes. */
export const FOLLOW_DAYS = 14

export interface OpenConcern {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly enteredAt: Instant
  readonly state: ConcernState
  readonly lastStepOn: CivilDate | null
}

/** What the open concerns ask of PROTECTION. */
export function concernTasks(
  concerns: readonly OpenConcern[],
  hours: number,
  today: CivilDate,
  timezone: string,
): Task[] {
  return concerns.flatMap((concern): Task[] => {
    const path = `/children/${concern.childId}/protection`
    const facts = { child: concern.childName }
    if (concern.state === 'to-notify') {
      const { day, time } = atCenter(notifyBy(concern.enteredAt, hours), timezone)
      const key = `protection-notify:${concern.id}`
      return [{ kind: 'protection-notify', key, path, dueOn: day, facts: { ...facts, day, time } }]
    }
    const last = concern.lastStepOn
    if (concern.state !== 'notified' || !last || addDays(last, FOLLOW_DAYS) > today) return []
    const key = `protection-follow:${concern.id}:${last}`
    const dueOn = addDays(last, FOLLOW_DAYS)
    return [{ kind: 'protection-follow', key, path, dueOn, facts: { ...facts, day: last } }]
  })
}

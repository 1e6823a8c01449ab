/** Channels of the tasks: what the facts ask somebody to decide, and what was decided. */
import { z } from 'zod'
import { civilDate, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PROTECTION, type Role } from '../kernel/roles'
import { change, read } from './define'

/**
 * What the facts of the office ask somebody to decide. Never stored: it stands as long as its facts do, unless somebody
 * settled it. Its sentence is `task.<kind>` with its facts.
 */
export const task = z.strictObject({
  kind: z.string().max(60),
  /** Tells one task from all others; another key when the facts have changed so much that it must be asked again. */
  key: z.string().max(200),
  /** Page where it is seen to. */
  path: z.string().max(200),
  /** Day by which it should be decided; null where there is none. */
  dueOn: civilDate.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Task = z.output<typeof task>

export const TASK_OUTCOMES = ['done', 'not-needed', 'later'] as const
export const taskOutcome = z.enum(TASK_OUTCOMES)
export type TaskOutcome = (typeof TASK_OUTCOMES)[number]

/** What was last decided about a task. */
export interface Settled {
  readonly outcome: TaskOutcome
  readonly until: string | null
}

/** Kinds of tasks that only some may know of, also once they are settled. */
export const RESTRICTED_TASKS: Readonly<Record<string, readonly Role[]>> = {
  'protection-notify': PROTECTION,
  'protection-follow': PROTECTION,
}

const SETTLERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']

export const tasksContract = {
  /** What she who looks may see and is still to be decided; what is overdue first. */
  'tasks.list': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(task.extend({ overdue: z.boolean() })),
    refusals: [],
  }),
  /** What was decided of late, with what came of it. */
  'tasks.settled': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id,
        kind: z.string(),
        outcome: taskOutcome,
        until: civilDate.nullable(),
        note: z.string(),
        settledAt: instant,
        settledBy: z.string().nullable(),
      }),
    ),
    refusals: [],
  }),
  /** Says what came of a task; `later` takes it off the list until a day. */
  'tasks.settle': change({
    who: SETTLERS,
    input: z
      .strictObject({
        key: z.string().max(200),
        outcome: taskOutcome,
        until: civilDate.nullable(),
        note: z.string().trim().min(1).max(300),
      })
      .refine((input) => (input.until !== null) === (input.outcome === 'later'), { path: ['until'] }),
    output: z.null(),
    refusals: ['unknown-task', 'day-not-ahead'],
  }),
}
